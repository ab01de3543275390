package dev.assay.priorwork.align;

import dev.assay.priorwork.align.AlignedPassage.Pair;
import dev.assay.priorwork.align.AlignedPassage.Range;
import dev.assay.priorwork.text.Tokens;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Finds the passages that two texts share, edited lightly or not at all.
///
/// Pairs of neighbouring words that both texts have are seeds; seeds close to each other in both texts open a
/// box; in each box the best local alignment is kept where it is long enough.
public final class PassageAligner {
    private static final int MOST_PLACES_OF_A_PAIR = 16;
    private static final int MOST_GAP = 14;
    private static final int LEAST_SEEDS = 3;
    private static final int MARGIN = 12;
    private static final int LEAST_CONTENT = 9;
    private static final int LEAST_TOKENS = 18;
    private static final int MERGED_WITHIN = 20;
    private static final double VERBATIM = .95;
    private static final double LIGHT = .7;

    private final Tokens own;
    private final Tokens other;

    private PassageAligner(Tokens own, Tokens other) {
        this.own = own;
        this.other = other;
    }

    /// The passages of one text that stand in another, in order, apart from each other.
    public static List<AlignedPassage> align(Tokens own, Tokens other) {
        return new PassageAligner(own, other).align();
    }

    /// A pair of words at its place in both texts.
    private record Seed(int own, int other, String pair) {}

    private List<AlignedPassage> align() {
        List<LocalAlignment.Found> found = new ArrayList<>();
        for (List<Seed> group : groups(seeds())) {
            long distinct = group.stream().map(Seed::pair).distinct().count();
            if (distinct >= LEAST_SEEDS) {
                LocalAlignment.Found aligned = box(group);
                if (aligned.content() >= LEAST_CONTENT && aligned.own().size() >= LEAST_TOKENS) {
                    found.add(aligned);
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
                String one = tokens.contentStem(i);
                String two = tokens.contentStem(j);
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
                        Math.max(0, ownFrom - MARGIN),
                        Math.min(own.size(), ownTo + MARGIN),
                        other,
                        Math.max(0, otherFrom - MARGIN),
                        Math.min(other.size(), otherTo + MARGIN))
                .best();
    }

    /// One past the token that a pair at a place may end with.
    private static int lastToken(Tokens tokens, int pair) {
        return tokens.contentAt(Math.min(tokens.contentSize() - 1, pair + 2)) + 1;
    }

    /// Passages that overlap or are close together in both texts count as one.
    private static List<AlignedPassage> merged(List<LocalAlignment.Found> found) {
        List<AlignedPassage> merged = new ArrayList<>();
        found.stream()
                .map(each -> passage(each.own(), each.other(), each.pairs()))
                .sorted(Comparator.<AlignedPassage>comparingInt(
                                each -> each.own().from())
                        .thenComparingInt(each -> each.other().from()))
                .forEach(each -> {
                    if (!merged.isEmpty() && isNear(merged.getLast(), each)) {
                        merged.add(join(merged.removeLast(), each));
                    } else {
                        merged.add(each);
                    }
                });
        return merged;
    }

    private static boolean isNear(AlignedPassage one, AlignedPassage next) {
        return next.own().from() - one.own().to() <= MERGED_WITHIN
                && Math.max(
                                next.other().from() - one.other().to(),
                                one.other().from() - next.other().to())
                        <= MERGED_WITHIN;
    }

    private static AlignedPassage join(AlignedPassage one, AlignedPassage next) {
        return passage(
                union(one.own(), next.own()),
                union(one.other(), next.other()),
                Stream.concat(one.pairs().stream(), next.pairs().stream())
                        .distinct()
                        .toList());
    }

    private static AlignedPassage passage(Range own, Range other, List<Pair> pairs) {
        double same = (double) pairs.size() / Math.max(own.size(), other.size());
        Edit edit = same >= VERBATIM ? Edit.VERBATIM : same >= LIGHT ? Edit.LIGHT : Edit.HEAVY;
        return new AlignedPassage(own, other, edit, false, pairs);
    }

    private static Range union(Range one, Range next) {
        return new Range(Math.min(one.from(), next.from()), Math.max(one.to(), next.to()));
    }
}
