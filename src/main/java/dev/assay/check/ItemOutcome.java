package dev.assay.check;

import dev.assay.checklist.Item;

/// How one item of a checklist ended on one submission.
///
/// @param kindVersion the check kind's version; 0 for a person's or vendor's item
public record ItemOutcome(Item item, int kindVersion, Outcome outcome) {}
