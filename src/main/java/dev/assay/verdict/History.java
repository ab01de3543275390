package dev.assay.verdict;

import java.util.Set;

/// What went before a submission.
///
/// @param round             counted from 1
/// @param standing          whether it is this submission's turn
/// @param acceptedBefore    whether an earlier revision of the deliverable is accepted already
/// @param disputed          fingerprints of findings the vendor disputes
/// @param passedBefore      fingerprints of findings on text that passed in an earlier round under the same
///                       checklist version
/// @param repeated          fingerprints of findings an earlier round asked to mend
/// @param earlierDeliveries how many deliverables of the vendor were decided before this one
public record History(
        int round,
        Standing standing,
        boolean acceptedBefore,
        Set<String> disputed,
        Set<String> passedBefore,
        Set<String> repeated,
        int earlierDeliveries) {
    public History {
        if (round < 1 || earlierDeliveries < 0) {
            throw new IllegalArgumentException(
                    "A round is at least 1, earlier deliveries at least 0. Found: " + round + ", " + earlierDeliveries);
        }
        disputed = Set.copyOf(disputed);
        passedBefore = Set.copyOf(passedBefore);
        repeated = Set.copyOf(repeated);
    }

    /// The first round of a deliverable by a vendor with that many deliverables decided before.
    public static History first(int earlierDeliveries) {
        return new History(1, Standing.CURRENT, false, Set.of(), Set.of(), Set.of(), earlierDeliveries);
    }

    /// Whether it is a submission's turn.
    public enum Standing {
        /// Complete, and the newest revision.
        CURRENT,
        /// Waiting for missing parts.
        WAITING,
        /// Replaced by a newer revision.
        SUPERSEDED
    }
}
