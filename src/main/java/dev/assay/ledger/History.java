package dev.assay.ledger;

import java.util.Set;

/// What the verdict needs to know of what came before a submission.
///
/// @param superseded    whether a newer revision replaced it
/// @param deliveries    how many deliverables of this vendor for this client were decided before
/// @param earlier       fingerprints of open findings of earlier rounds of this deliverable
/// @param passedEarlier items that passed in the round before under the same checklist version
public record History(boolean superseded, int deliveries, Set<String> earlier, Set<String> passedEarlier) {
    public History {
        earlier = Set.copyOf(earlier);
        passedEarlier = Set.copyOf(passedEarlier);
    }
}
