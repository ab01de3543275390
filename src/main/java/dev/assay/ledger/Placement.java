package dev.assay.ledger;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Where new bytes for a deliverable belong, given what came before.
///
/// Equal bytes in the open round are a duplicate. Round k + 1 opens with the first other bytes after round k
/// ended in rework. Before a verdict, and in an unrestricted review nobody has decided, a newer revision
/// supersedes the older. After acceptance it goes to review and replaces nothing. A restricted review is never
/// superseded: the evidence must not be replaced by the one it concerns.
sealed interface Placement {
    /// The same bytes are there already.
    record Duplicate(String submission) implements Placement {}

    /// A new submission.
    record Fresh(int round, int revision, Optional<String> supersedes, boolean afterAcceptance) implements Placement {}

    /// A submission that came before.
    record Earlier(
            String id,
            int round,
            int revision,
            String contentRoot,
            SubmissionState state,
            Optional<String> verdict,
            boolean restricted) {
        private boolean replaceable() {
            boolean review = verdict.filter("review"::equals).isPresent() && !restricted;
            return verdict.isEmpty() ? state != SubmissionState.SUPERSEDED : review;
        }

        private boolean ended(String word) {
            return verdict.filter(word::equals).isPresent();
        }
    }

    /// Where bytes of a content root belong.
    static Placement of(String contentRoot, List<Earlier> earlier) {
        int round = earlier.stream().mapToInt(Earlier::round).max().orElse(1);
        List<Earlier> open = earlier.stream()
                .filter(each -> each.round() == round)
                .sorted(Comparator.comparingInt(Earlier::revision))
                .toList();
        Optional<Earlier> same = open.stream()
                .filter(each -> each.contentRoot().equals(contentRoot))
                .findFirst();
        if (same.isPresent()) {
            return new Duplicate(same.get().id());
        }
        if (open.isEmpty()) {
            return new Fresh(round, 1, Optional.empty(), false);
        }
        Earlier last = open.getLast();
        if (last.ended("rework")) {
            return new Fresh(round + 1, 1, Optional.empty(), false);
        }
        Optional<String> replaced = last.replaceable() ? Optional.of(last.id()) : Optional.empty();
        boolean accepted = open.stream().anyMatch(each -> each.ended("accept"));
        return new Fresh(round, last.revision() + 1, replaced, accepted);
    }
}
