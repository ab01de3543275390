package dev.assay.work;

/// What a client's work may be compared with, and what may be compared with it.
public enum PriorWorkUse {
    /// With all work; of work for another client nobody is told more than that it is there.
    SHARE,
    /// With work for the same client alone, in both directions.
    OWN,
    /// With nothing: it is neither taken into the index nor looked up.
    NEVER
}
