package dev.assay.priorwork.index;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Chooses which parts become candidates: those whose shared fingerprints tell most, but a stretch of the own text
/// that several chosen parts have already lets others go first. A paragraph that fifty reports have would
/// otherwise leave no room for the one report that a few sentences came from.
final class Choice {
    private static final int ENOUGH = 5;
    private static final int LEAST_FRESH = 3;

    private final int[] covered;

    /// @param fingerprints of the query
    Choice(int fingerprints) {
        this.covered = new int[fingerprints];
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
            if (each.numbers().stream().filter(number -> covered[number] < ENOUGH).count() >= LEAST_FRESH) {
                each.numbers().stream().forEach(number -> covered[number]++);
                chosen.add(each);
            } else {
                later.add(each);
            }
        }
        later.stream().limit(most - chosen.size()).forEach(chosen::add);
        return chosen.stream().map(Found::candidate).toList();
    }
}
