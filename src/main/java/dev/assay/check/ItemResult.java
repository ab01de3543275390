package dev.assay.check;

/// One part of what [CheckTask] hands out: how the item of that id ended. Parts come in the order of the
/// request's items, one for each.
///
/// @param kindVersion of the check kind that looked; 0 where none did
public record ItemResult(String itemId, int kindVersion, Outcome outcome) {}
