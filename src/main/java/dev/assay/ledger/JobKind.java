package dev.assay.ledger;

/// What there is to do. An identifying job's subject is an arrival, a publishing job's an outbox entry, every
/// other's a submission.
public enum JobKind {
    IDENTIFY,
    EXTRACT,
    INDEX,
    CHECK,
    DECIDE,
    PUBLISH
}
