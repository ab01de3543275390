package dev.assay.ledger;

/// A claimed job.
///
/// @param id       of the job
/// @param kind     what to do
/// @param subject  to what
/// @param attempts how often it was claimed, this time included
/// @param epoch    the lease's epoch: later writes of an older epoch are refused
public record Job(String id, JobKind kind, String subject, int attempts, long epoch) {}
