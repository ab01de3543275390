package dev.assay.priorwork.index;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/// Chooses which parts become candidates: of each group those whose rare fingerprints tell most, but a stretch of the
/// own text that several chosen parts of the group have already lets others go first. A paragraph that fifty reports
/// have would otherwise leave no room for the one report that a few sentences came from; of such a paragraph two
/// reports are enough.
final class Choice {
    private static final int ENOUGH = 5;
    private static final int ENOUGH_OF_COMMON = 2;
    private static final int LEAST = 3;
    /// How many of a group are named though all that they share stands in enough of the others.
    private static final int MOST_OF_KNOWN = 20;

    private final Tally tally;
    private final Grouping grouping;
    private final int most;
    private final Map<String, Group> groups = new HashMap<>();
    private boolean more;

    /// @param most how many to choose of each group
    Choice(Tally tally, Grouping grouping, int most) {
        this.tally = tally;
        this.grouping = grouping;
        this.most = most;
    }

    /// What was chosen of a group.
    private final class Group {
        private final int[] covered = new int[tally.size()];
        private final List<Found> later = new ArrayList<>();
        private int size;

        boolean isFresh(int number) {
            return covered[number] < (tally.isRare(number) ? ENOUGH : ENOUGH_OF_COMMON);
        }

        void cover(Found chosen) {
            chosen.numbers().stream().forEach(number -> covered[number]++);
            size++;
        }

        List<Found> room() {
            return later.subList(0, Math.clamp(Math.min(most, MOST_OF_KNOWN) - size, 0, later.size()));
        }
    }

    /// The chosen, those that tell most first, but those that tell nothing new last.
    List<Candidate> of(List<Found> found) {
        List<Found> chosen = new ArrayList<>();
        found.stream()
                .sorted(Comparator.comparingDouble(Found::weight)
                        .reversed()
                        .thenComparing(each -> each.source().key()))
                .forEach(each -> grouping.of(each.source()).ifPresent(group -> consider(each, group, chosen)));
        groups.values().forEach(group -> chosen.addAll(group.room()));
        return chosen.stream().map(Found::candidate).toList();
    }

    /// Whether a group has more that tell something new than were chosen.
    boolean more() {
        return more;
    }

    private void consider(Found each, String name, List<Found> chosen) {
        Group group = groups.computeIfAbsent(name, ignored -> new Group());
        if (count(each, group::isFresh) < LEAST) {
            if (count(each, tally::isRare) >= LEAST) {
                group.later.add(each);
            }
        } else if (group.size < most) {
            group.cover(each);
            chosen.add(each);
        } else {
            more = true;
        }
    }

    private static long count(Found found, IntPredicate which) {
        return found.numbers().stream().filter(which).count();
    }
}
