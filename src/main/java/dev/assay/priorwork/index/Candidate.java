package dev.assay.priorwork.index;

/// A part that shares fingerprints with what was looked up, closely enough to be aligned.
///
/// @param hits how many it shares
public record Candidate(IndexedWork.Source source, int hits) {}
