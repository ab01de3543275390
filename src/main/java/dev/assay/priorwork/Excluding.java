package dev.assay.priorwork;

import dev.assay.priorwork.align.Edit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Tells which matches are not counted: those that lie in a stretch which is left out for the most part, those with
/// a template or a brief, and those of few words. What is left out is shown all the same.
public final class Excluding {
    /// Fewer words in the same order say little; work for another client is told however short.
    private static final int LEAST_WORDS = 25;
    /// Of a passage much of which is in one text alone: forms and title pages share as many labels.
    private static final int LEAST_OF_HEAVY = 50;

    private Excluding() {}

    /// Completes what is left out by the stretches that stand in templates and briefs, and tells each match why it
    /// is not counted.
    public static Matches apply(Matches found) {
        List<Matches.Excluded> excluded = Stream.concat(
                        found.excluded().stream(),
                        found.matches().stream()
                                .filter(match -> match.exclusion() != null)
                                .map(match -> new Matches.Excluded(match.own(), match.exclusion())))
                .sorted(Comparator.<Matches.Excluded>comparingInt(
                                each -> each.own().part())
                        .thenComparingInt(each -> each.own().firstWord()))
                .toList();
        List<Match> matches = new ArrayList<>();
        found.matches().forEach(match -> matches.add(match.excludedBy(reason(match, excluded))));
        return new Matches(
                found.sequence(), found.use(), found.complete(), found.words(), found.common(), excluded, matches);
    }

    private static @Nullable Exclusion reason(Match match, List<Matches.Excluded> excluded) {
        if (match.exclusion() != null) {
            return match.exclusion();
        }
        int size = match.own().endWord() - match.own().firstWord();
        for (Matches.Excluded stretch : excluded) {
            if (2 * match.own().common(stretch.own()) >= size) {
                return stretch.why();
            }
        }
        int least = match.edit() == Edit.HEAVY ? LEAST_OF_HEAVY : LEAST_WORDS;
        return match.words() < least && match.relation() != Relation.OTHER_CLIENT ? Exclusion.SMALL : null;
    }
}
