package dev.assay.priorwork.align;

import dev.assay.priorwork.align.AlignedPassage.Pair;
import dev.assay.priorwork.align.AlignedPassage.Range;
import dev.assay.priorwork.text.Tokens;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Finds the passages that two texts share: copied, edited lightly or heavily, translated and back, or summed up.
///
/// Two searches complete each other. Word by word ([WordPassages]) a copy is bounded exactly, and a reworded
/// passage falls to pieces; sentence by sentence ([SentencePassages]) a reworded passage is found as a whole, and
/// bounded coarsely. Where the words inside a passage of sentences account for most of it they bound it; elsewhere
/// its ends are moved to where words of the other passage begin and end ([Boundaries]). The numbers were chosen on
/// one half of the PAN 2013 training pairs and hold for every kind of reuse (page `prior-work`).
public final class PassageAligner {
    private static final int LEAST_REWORDED = 24;
    private static final double EXACT_WORDS = .7;
    private static final double EXACT_SHARE = .75;
    private static final double COPY_SHARE = .6;
    private static final double NEW_WORDS = .5;
    private static final double VERBATIM = .95;
    private static final double LIGHT = .7;
    private static final double FIGURES_APART = .9;

    private final Tokens own;
    private final Tokens other;

    private PassageAligner(Tokens own, Tokens other) {
        this.own = own;
        this.other = other;
    }

    /// The passages of one text that stand in another, in the order of the first.
    public static List<AlignedPassage> align(Tokens own, Tokens other) {
        return new PassageAligner(own, other).align();
    }

    private List<AlignedPassage> align() {
        List<Passage> words = WordPassages.of(own, other);
        List<Passage> found = new ArrayList<>();
        Set<Passage> used = new HashSet<>();
        SentencePassages.Found sentences = SentencePassages.of(own, other);
        for (Passage coarse : sentences.passages()) {
            List<Passage> inside = words.stream().filter(coarse::overlaps).toList();
            used.addAll(inside);
            Passage passage = bounded(coarse, sentences.summaries(), apart(inside));
            if (Math.min(passage.own().size(), passage.other().size()) >= LEAST_REWORDED) {
                found.add(passage);
            }
        }
        words.stream()
                .filter(each -> !used.contains(each))
                .filter(each -> found.stream().noneMatch(other -> other.own().overlaps(each.own())))
                .forEach(found::add);
        return WordPassages.merged(found).stream().map(this::aligned).toList();
    }

    /// The passages that each bring words of their own, those with most words first.
    private static List<Passage> apart(List<Passage> passages) {
        List<Passage> taken = new ArrayList<>();
        passages.stream()
                .sorted(Comparator.comparingInt(Passage::same).reversed())
                .filter(each -> each.own().size()
                                - taken.stream()
                                        .mapToInt(before -> before.own().common(each.own()))
                                        .sum()
                        >= NEW_WORDS * each.own().size())
                .forEach(taken::add);
        return taken;
    }

    private Passage bounded(Passage coarse, boolean summary, List<Passage> words) {
        Passage exact = words.stream().reduce(Passage::union).orElse(null);
        if (exact != null && accountsFor(exact, coarse)) {
            return exact;
        }
        Passage moved = coarse;
        if (!summary) {
            Range ours = Boundaries.of(own, coarse.own(), other, coarse.other());
            moved = new Passage(ours, Boundaries.of(other, coarse.other(), own, ours), 0);
        }
        return exact == null ? moved : moved.union(exact);
    }

    /// A copy accounts for a passage where it is most of it: what else is alike is by chance.
    private static boolean accountsFor(Passage exact, Passage coarse) {
        double same = (double) exact.same() / exact.own().size();
        double share = (double) exact.own().size() / coarse.own().size();
        return same >= VERBATIM ? share >= COPY_SHARE : same >= EXACT_WORDS && share >= EXACT_SHARE;
    }

    private AlignedPassage aligned(Passage passage) {
        List<Pair> pairs = new LocalAlignment(own, passage.own(), other, passage.other(), 0)
                .best()
                .pairs();
        double same = (double) pairs.size()
                / Math.max(passage.own().size(), passage.other().size());
        Edit edit = same >= VERBATIM ? Edit.VERBATIM : same >= LIGHT ? Edit.LIGHT : Edit.HEAVY;
        return new AlignedPassage(passage.own(), passage.other(), edit, hasNewFigures(passage, pairs), pairs);
    }

    /// Whether nine in ten words that are no figures stand in both, and a figure was changed.
    private boolean hasNewFigures(Passage passage, List<Pair> pairs) {
        long figures =
                pairs.stream().filter(pair -> own.get(pair.own()).figure()).count();
        int ours = figures(own, passage.own());
        int theirs = figures(other, passage.other());
        int plain = Math.max(passage.own().size() - ours, passage.other().size() - theirs);
        return Math.min(ours, theirs) > figures && pairs.size() - figures >= FIGURES_APART * plain;
    }

    private static int figures(Tokens tokens, Range range) {
        int figures = 0;
        for (int i = range.from(); i < range.to(); i++) {
            figures += tokens.get(i).figure() ? 1 : 0;
        }
        return figures;
    }
}
