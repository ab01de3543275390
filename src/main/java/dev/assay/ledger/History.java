package dev.assay.ledger;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the verdict needs to know of what came before a submission.
///
/// @param superseded whether a newer revision replaced it
/// @param deliveries how many deliverables of this vendor for this client were decided before
/// @param asked      fingerprints of open findings that earlier rounds of this deliverable asked to mend
/// @param sentBack   the submission that ended the round before; empty in the first round
/// @param passed     items that passed there under the same checklist version, with the version of their kind
public record History(
        boolean superseded, int deliveries, Set<String> asked, Optional<String> sentBack, Map<String, Integer> passed) {
    public History {
        asked = Set.copyOf(asked);
        passed = Map.copyOf(passed);
    }
}
