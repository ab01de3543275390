package dev.assay.ledger;

/// Where a submission stands.
public enum SubmissionState {
    IDENTIFIED,
    EXTRACTED,
    CHECKED,
    DECIDED,
    ROUTED,
    WAITING,
    HELD,
    QUARANTINED,
    PARKED,
    SUPERSEDED,
    WITHDRAWN,
    REJECTED;

    /// Whether stages still work on it.
    public boolean inFlight() {
        return this == IDENTIFIED || this == EXTRACTED || this == CHECKED;
    }
}
