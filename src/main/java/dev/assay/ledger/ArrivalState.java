package dev.assay.ledger;

/// What became of an arrival: the named rows of its balance.
public enum ArrivalState {
    /// Recorded, not yet identified.
    IN_FLIGHT,
    /// Every part belongs to a submission.
    ATTACHED,
    /// The same bytes were there before.
    DUPLICATE,
    /// A person or the vendor must supply something.
    HELD,
    /// Not taken: over the size limit, or a person ended it.
    REFUSED,
    /// A container limit or an ambiguity.
    QUARANTINED,
    /// Attempts used up, nothing known against the bytes.
    PARKED
}
