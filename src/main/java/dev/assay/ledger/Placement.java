package dev.assay.ledger;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Where new bytes for a deliverable belong, given what came before.
///
/// Equal bytes in the open round are a duplicate; of a parked submission they start the work anew. Round k + 1
/// opens with the first other bytes after round k ended in rework. Before a verdict, and in an unrestricted
/// review nobody has decided, a newer revision supersedes the older. After acceptance it goes to review and
/// replaces nothing. A restricted review is never superseded: the evidence must not be replaced by the one it
/// concerns. Bytes of which it is not certain that they are this deliverable stand beside the others: they
/// supersede nothing, nothing supersedes them, and they open no further round.
sealed interface Placement {
    /// The same bytes are there already.
    record Duplicate(String submission, SubmissionState state) implements Placement {}

    /// A new submission.
    ///
    /// @param supersedes what it replaces, oldest first
    record Fresh(int round, int revision, List<String> supersedes, boolean afterAcceptance) implements Placement {
        public Fresh {
            supersedes = List.copyOf(supersedes);
        }
    }

    /// A submission that came before.
    ///
    /// @param certain whether nothing spoke against its being this deliverable
    record Earlier(
            String id,
            boolean certain,
            int round,
            int revision,
            String contentRoot,
            SubmissionState state,
            Optional<String> verdict,
            boolean restricted) {
        private boolean replaceable() {
            return certain && isOpen();
        }

        private boolean isOpen() {
            return switch (state) {
                case SUPERSEDED, WITHDRAWN, REJECTED -> false;
                case IDENTIFIED, EXTRACTED, CHECKED, WAITING, HELD, QUARANTINED, PARKED -> true;
                case DECIDED, ROUTED -> ended("review") && !restricted;
            };
        }

        private boolean ended(String word) {
            return state != SubmissionState.SUPERSEDED
                    && verdict.filter(word::equals).isPresent();
        }
    }

    /// Where bytes of a content root belong.
    ///
    /// @param certain whether nothing speaks against their being this deliverable
    static Placement of(String contentRoot, boolean certain, List<Earlier> earlier) {
        int round = earlier.stream().mapToInt(Earlier::round).max().orElse(1);
        List<Earlier> open = earlier.stream()
                .filter(each -> each.round() == round)
                .sorted(Comparator.comparingInt(Earlier::revision))
                .toList();
        Optional<Earlier> same = open.stream()
                .filter(each -> each.contentRoot().equals(contentRoot))
                .findFirst();
        if (same.isPresent()) {
            return new Duplicate(same.get().id(), same.get().state());
        }
        if (open.isEmpty()) {
            return new Fresh(round, 1, List.of(), false);
        }
        if (certain && open.stream().anyMatch(each -> each.ended("rework"))) {
            return new Fresh(round + 1, 1, List.of(), false);
        }
        return new Fresh(
                round,
                open.getLast().revision() + 1,
                certain
                        ? open.stream()
                                .filter(Earlier::replaceable)
                                .map(Earlier::id)
                                .toList()
                        : List.of(),
                open.stream().anyMatch(each -> each.ended("accept")));
    }
}
