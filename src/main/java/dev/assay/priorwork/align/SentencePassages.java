package dev.assay.priorwork.align;

import dev.assay.priorwork.align.AlignedPassage.Range;
import dev.assay.priorwork.text.Tokens;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;

/// The passages that two texts share sentence by sentence: alike sentences are seeds, seeds that are near each
/// other in both texts make a passage, and a passage whose halves are not alike as a whole is taken apart again,
/// with smaller gaps (Sanchez-Perez, Sidorov and Gelbukh, PAN at CLEF 2014).
///
/// Where the passages found with wide gaps cover far more of the other text, the one text sums up the other, and
/// those are taken.
final class SentencePassages {
    private static final int GAP = 4;
    private static final int GAP_OF_SUMMARIES = 24;
    private static final double SUMMARY = 3;
    private static final double ALIKE = .38;

    private final SentenceVectors.Side own;
    private final SentenceVectors.Side other;

    private SentencePassages(SentenceVectors vectors) {
        this.own = vectors.own();
        this.other = vectors.other();
    }

    /// @param summaries whether the own text sums the other up
    record Found(List<Passage> passages, boolean summaries) {}

    /// A group of alike sentences.
    ///
    /// @param ownLast   the last, itself
    /// @param otherLast the last, itself
    private record Group(int ownFirst, int ownLast, int otherFirst, int otherLast, double alike) {}

    static Found of(Tokens own, Tokens other) {
        SentenceVectors vectors = new SentenceVectors(own, other);
        SentencePassages search = new SentencePassages(vectors);
        List<SentenceVectors.Seed> seeds = vectors.seeds();
        List<Passage> wide = search.passages(seeds, GAP_OF_SUMMARIES);
        long ours = wide.stream().mapToLong(each -> each.own().size()).sum();
        long theirs = wide.stream().mapToLong(each -> each.other().size()).sum();
        return theirs >= SUMMARY * ours && ours > 0
                ? new Found(wide, true)
                : new Found(search.passages(seeds, GAP), false);
    }

    private List<Passage> passages(List<SentenceVectors.Seed> seeds, int gap) {
        List<Group> groups = new ArrayList<>();
        collect(seeds, gap, groups);
        return groupsApart(groups).stream()
                .map(each -> new Passage(
                        new Range(
                                own.range(each.ownFirst()).from(),
                                own.range(each.ownLast()).to()),
                        new Range(
                                other.range(each.otherFirst()).from(),
                                other.range(each.otherLast()).to()),
                        0))
                .toList();
    }

    private void collect(List<SentenceVectors.Seed> seeds, int gap, List<Group> groups) {
        for (List<SentenceVectors.Seed> near : clusters(seeds, gap, true, false)) {
            Group group = group(near);
            if (group.alike() >= ALIKE) {
                groups.add(group);
            } else if (gap > 0) {
                collect(near, gap - 1, groups);
            }
        }
    }

    private Group group(List<SentenceVectors.Seed> seeds) {
        int ownFirst = seeds.stream().mapToInt(SentenceVectors.Seed::own).min().orElseThrow();
        int ownLast = seeds.stream().mapToInt(SentenceVectors.Seed::own).max().orElseThrow();
        int otherFirst =
                seeds.stream().mapToInt(SentenceVectors.Seed::other).min().orElseThrow();
        int otherLast =
                seeds.stream().mapToInt(SentenceVectors.Seed::other).max().orElseThrow();
        return new Group(
                ownFirst,
                ownLast,
                otherFirst,
                otherLast,
                own.passage(ownFirst, ownLast).cosine(other.passage(otherFirst, otherLast)));
    }

    /// Splits seeds at gaps in one text, then in the other, until neither splits them.
    ///
    /// @param byOwn  which text comes next
    /// @param stable whether the text before split nothing
    private static List<List<SentenceVectors.Seed>> clusters(
            List<SentenceVectors.Seed> seeds, int gap, boolean byOwn, boolean stable) {
        List<List<SentenceVectors.Seed>> groups =
                split(seeds, gap, byOwn ? SentenceVectors.Seed::own : SentenceVectors.Seed::other);
        if (groups.size() <= 1 && stable) {
            return groups;
        }
        boolean whole = groups.size() == 1;
        return groups.stream()
                .flatMap(group -> clusters(group, gap, !byOwn, whole).stream())
                .toList();
    }

    private static List<List<SentenceVectors.Seed>> split(
            List<SentenceVectors.Seed> seeds, int gap, ToIntFunction<SentenceVectors.Seed> position) {
        List<List<SentenceVectors.Seed>> groups = new ArrayList<>();
        int last = 0;
        for (SentenceVectors.Seed seed :
                seeds.stream().sorted(Comparator.comparingInt(position)).toList()) {
            int at = position.applyAsInt(seed);
            if (groups.isEmpty() || at - last > gap + 1) {
                groups.add(new ArrayList<>());
            }
            groups.getLast().add(seed);
            last = at;
        }
        return groups;
    }

    /// Of groups that overlap in the own text those whose halves are most alike.
    private static List<Group> groupsApart(List<Group> groups) {
        List<Group> kept = new ArrayList<>();
        groups.stream()
                .sorted(Comparator.comparingDouble(Group::alike).reversed())
                .filter(group -> kept.stream()
                        .noneMatch(
                                before -> before.ownFirst() <= group.ownLast() && group.ownFirst() <= before.ownLast()))
                .forEach(kept::add);
        return kept;
    }
}
