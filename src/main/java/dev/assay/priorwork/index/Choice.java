package dev.assay.priorwork.index;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;

/// Chooses which parts become candidates: those whose rare fingerprints tell most, but a stretch of the own text
/// that several chosen parts have already lets others go first. A paragraph that fifty reports have would otherwise
/// leave no room for the one report that a few sentences came from; of such a paragraph two reports are enough.
final class Choice {
    private static final int ENOUGH = 5;
    private static final int ENOUGH_OF_COMMON = 2;
    private static final int LEAST = 3;

    private final Tally tally;
    private final int[] covered;

    Choice(Tally tally) {
        this.tally = tally;
        this.covered = new int[tally.size()];
    }

    /// @param most how many to choose
    List<Candidate> of(List<Found> found, int most) {
        List<Found> sorted = found.stream()
                .sorted(Comparator.comparingDouble(Found::weight)
                        .reversed()
                        .thenComparing(each -> each.source().key()))
                .toList();
        List<Found> chosen = new ArrayList<>();
        List<Found> later = new ArrayList<>();
        for (Found each : sorted) {
            if (chosen.size() == most) {
                break;
            }
            if (count(each, this::isFresh) >= LEAST) {
                each.numbers().stream().forEach(number -> covered[number]++);
                chosen.add(each);
            } else if (count(each, tally::isRare) >= LEAST) {
                later.add(each);
            }
        }
        later.stream().limit(most - chosen.size()).forEach(chosen::add);
        return chosen.stream().map(Found::candidate).toList();
    }

    private static long count(Found found, IntPredicate which) {
        return found.numbers().stream().filter(which).count();
    }

    private boolean isFresh(int number) {
        return covered[number] < (tally.isRare(number) ? ENOUGH : ENOUGH_OF_COMMON);
    }
}
