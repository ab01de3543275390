package dev.assay.priorwork;

/// What became of work that a passage is found in.
public enum Standing {
    IN_FLIGHT,
    ACCEPTED,
    REJECTED,
    /// Taken back after it was accepted.
    RECALLED,
    SUPERSEDED
}
