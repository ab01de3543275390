package dev.assay.lab.bench;

import dev.assay.priorwork.align.AlignedPassage;
import dev.assay.priorwork.align.AlignedPassage.Range;
import dev.assay.priorwork.align.Edit;
import dev.assay.priorwork.text.Tokens;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The plain way to align texts, to measure against: word trigrams that both have, merged where they are near each
/// other in both.
final class TrigramBaseline {
    private static final int WORDS = 3;
    private static final int GAP = 30;
    private static final int LEAST_WORDS = 40;

    private TrigramBaseline() {}

    private record Seed(int own, int other) {}

    static List<AlignedPassage> align(Tokens own, Tokens other) {
        Map<String, List<Integer>> places = new HashMap<>();
        for (int i = 0; i + WORDS <= other.size(); i++) {
            places.computeIfAbsent(trigram(other, i), key -> new ArrayList<>()).add(i);
        }
        List<Seed> seeds = new ArrayList<>();
        for (int i = 0; i + WORDS <= own.size(); i++) {
            for (int place : places.getOrDefault(trigram(own, i), List.of())) {
                seeds.add(new Seed(i, place));
            }
        }
        return merged(seeds).stream()
                .filter(each -> Math.min(each.own().size(), each.other().size()) >= LEAST_WORDS)
                .toList();
    }

    private static List<AlignedPassage> merged(List<Seed> seeds) {
        List<AlignedPassage> open = new ArrayList<>();
        seeds.stream()
                .sorted(Comparator.comparingInt(Seed::own).thenComparingInt(Seed::other))
                .forEach(seed -> {
                    Range ours = new Range(seed.own(), seed.own() + WORDS);
                    Range theirs = new Range(seed.other(), seed.other() + WORDS);
                    for (int i = open.size() - 1; i >= 0; i--) {
                        AlignedPassage before = open.get(i);
                        if (isNear(before.own(), ours) && isNear(before.other(), theirs)) {
                            open.set(i, passage(union(before.own(), ours), union(before.other(), theirs)));
                            return;
                        }
                    }
                    open.add(passage(ours, theirs));
                });
        return open;
    }

    private static boolean isNear(Range one, Range two) {
        return two.from() - one.to() <= GAP && one.from() - two.to() <= GAP;
    }

    private static Range union(Range one, Range two) {
        return new Range(Math.min(one.from(), two.from()), Math.max(one.to(), two.to()));
    }

    private static AlignedPassage passage(Range own, Range other) {
        return new AlignedPassage(own, other, Edit.HEAVY, false, List.of());
    }

    private static String trigram(Tokens tokens, int at) {
        return tokens.get(at).stem() + " " + tokens.get(at + 1).stem() + " "
                + tokens.get(at + 2).stem();
    }
}
