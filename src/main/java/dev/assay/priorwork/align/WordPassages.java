package dev.assay.priorwork.align;

import dev.assay.priorwork.align.AlignedPassage.Range;
import dev.assay.priorwork.text.Tokens;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The passages that two texts share word by word, copied or edited lightly.
///
/// Pairs of neighbouring words that both texts have are seeds; seeds close to each other in both texts open a
/// box; in each box the best local alignment is kept where it is long enough.
final class WordPassages {
    private static final int MOST_PLACES_OF_A_PAIR = 16;
    private static final int MOST_GAP = 14;
    private static final int LEAST_SEEDS = 3;
    private static final int MARGIN = 12;
    private static final int LEAST_CONTENT = 9;
    private static final int LEAST_TOKENS = 18;
    private static final int MERGED_WITHIN = 20;
    private static final int PENALTY = 1;

    private final Tokens own;
    private final Tokens other;

    private WordPassages(Tokens own, Tokens other) {
        this.own = own;
        this.other = other;
    }

    /// The passages of one text that stand in another, in order.
    static List<Passage> of(Tokens own, Tokens other) {
        return new WordPassages(own, other).find();
    }

    /// A pair of words at its place in both texts.
    private record Seed(int own, int other, String pair) {}

    private List<Passage> find() {
        List<Passage> found = new ArrayList<>();
        for (List<Seed> group : groups(seeds())) {
            long distinct = group.stream().map(Seed::pair).distinct().count();
            if (distinct >= LEAST_SEEDS) {
                LocalAlignment.Found aligned = box(group);
                if (aligned.content() >= LEAST_CONTENT && aligned.own().size() >= LEAST_TOKENS) {
                    found.add(new Passage(
                            aligned.own(), aligned.other(), aligned.pairs().size()));
                }
            }
        }
        return merged(found);
    }

    private List<Seed> seeds() {
        Map<String, List<Integer>> places = new HashMap<>();
        pairs(
                other,
                (pair, at) ->
                        places.computeIfAbsent(pair, key -> new ArrayList<>()).add(at));
        List<Seed> seeds = new ArrayList<>();
        pairs(own, (pair, at) -> {
            List<Integer> there = places.getOrDefault(pair, List.of());
            if (there.size() <= MOST_PLACES_OF_A_PAIR) {
                there.forEach(place -> seeds.add(new Seed(at, place, pair)));
            }
        });
        seeds.sort(Comparator.comparingInt(Seed::own).thenComparingInt(Seed::other));
        return seeds;
    }

    private interface PairTaker {
        void take(String pair, int at);
    }

    private static void pairs(Tokens tokens, PairTaker taker) {
        for (int i = 0; i < tokens.contentSize(); i++) {
            for (int j = i + 1; j <= i + 2 && j < tokens.contentSize(); j++) {
                String one = tokens.maskedStem(i);
                String two = tokens.maskedStem(j);
                taker.take(one.compareTo(two) <= 0 ? one + "\n" + two : two + "\n" + one, i);
            }
        }
    }

    /// Seeds that are near each other in both texts, by union of neighbours.
    private static List<List<Seed>> groups(List<Seed> seeds) {
        int[] parents = new int[seeds.size()];
        for (int i = 0; i < parents.length; i++) {
            parents[i] = i;
            for (int j = i - 1; j >= 0 && seeds.get(i).own() - seeds.get(j).own() <= MOST_GAP; j--) {
                if (Math.abs(seeds.get(i).other() - seeds.get(j).other()) <= MOST_GAP) {
                    parents[root(parents, i)] = root(parents, j);
                }
            }
        }
        Map<Integer, List<Seed>> groups = new HashMap<>();
        for (int i = 0; i < parents.length; i++) {
            groups.computeIfAbsent(root(parents, i), key -> new ArrayList<>()).add(seeds.get(i));
        }
        return groups.values().stream()
                .sorted(Comparator.comparingInt(group -> group.getFirst().own()))
                .toList();
    }

    private static int root(int[] parents, int of) {
        int at = of;
        while (parents[at] != at) {
            parents[at] = parents[parents[at]];
            at = parents[at];
        }
        return at;
    }

    private LocalAlignment.Found box(List<Seed> group) {
        int ownFrom = own.contentAt(group.stream().mapToInt(Seed::own).min().orElseThrow());
        int ownTo = lastToken(own, group.stream().mapToInt(Seed::own).max().orElseThrow());
        int otherFrom =
                other.contentAt(group.stream().mapToInt(Seed::other).min().orElseThrow());
        int otherTo =
                lastToken(other, group.stream().mapToInt(Seed::other).max().orElseThrow());
        return new LocalAlignment(
                        own,
                        new Range(Math.max(0, ownFrom - MARGIN), Math.min(own.size(), ownTo + MARGIN)),
                        other,
                        new Range(Math.max(0, otherFrom - MARGIN), Math.min(other.size(), otherTo + MARGIN)),
                        PENALTY)
                .best();
    }

    /// One past the token that a pair at a place may end with.
    private static int lastToken(Tokens tokens, int pair) {
        return tokens.contentAt(Math.min(tokens.contentSize() - 1, pair + 2)) + 1;
    }

    /// Passages that overlap or are close together in both texts count as one.
    static List<Passage> merged(List<Passage> found) {
        List<Passage> merged = new ArrayList<>();
        found.stream()
                .sorted(Comparator.<Passage>comparingInt(each -> each.own().from())
                        .thenComparingInt(each -> each.other().from()))
                .forEach(each -> {
                    if (!merged.isEmpty() && merged.getLast().isWithin(MERGED_WITHIN, each)) {
                        merged.add(merged.removeLast().union(each));
                    } else {
                        merged.add(each);
                    }
                });
        return merged;
    }
}
