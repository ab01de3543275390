package dev.assay.check;

import dev.assay.checklist.Item;
import java.util.List;
import java.util.Objects;

/// How an item of a checklist ended.
///
/// @param kindVersion of the check kind that looked; 0 where none did
/// @param suppressed  what was found and does not count, because a person said so
public record ItemOutcome(Item item, int kindVersion, Outcome outcome, List<Suppressed> suppressed) {
    public ItemOutcome {
        // Outcomes that were recorded before findings could be dismissed have none.
        suppressed = List.copyOf(Objects.requireNonNullElse(suppressed, List.of()));
    }

    /// One of which nothing is suppressed.
    public ItemOutcome(Item item, int kindVersion, Outcome outcome) {
        this(item, kindVersion, outcome, List.of());
    }
}
