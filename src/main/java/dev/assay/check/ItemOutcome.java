package dev.assay.check;

import dev.assay.checklist.Item;

/// How an item of a checklist ended.
///
/// @param kindVersion of the check kind that looked; 0 where none did
public record ItemOutcome(Item item, int kindVersion, Outcome outcome) {}
