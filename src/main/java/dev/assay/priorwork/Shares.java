package dev.assay.priorwork;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// How much of a submission stands in other work: never one figure, but one for each verdict that a reader has
/// to reach. Words are compared words; a word that several passages cover counts once in each figure.
///
/// What is excluded leaves both the words that are shared and the words that could be. Lineage and common
/// passages are told and not counted. Text of work for another client takes no part in any figure of a source.
///
/// @param words       of all parts; 0 where that was not told
/// @param excluded    how many of them are left out
/// @param sameVendor  in other work of the same vendor for the same client
/// @param otherVendor in work of other vendors for the same client
/// @param ownClient   in either of the two
/// @param external    in published work or other texts from outside
/// @param otherClient in work for another client
/// @param lineage     in work that this one continues; not counted
/// @param common      in passages that so much work has that they tell nothing; not counted
/// @param sources     the other works of the same client and from outside, those that count and cover most first
public record Shares(
        int words,
        int excluded,
        Counted sameVendor,
        Counted otherVendor,
        Counted ownClient,
        Counted external,
        Counted otherClient,
        Counted lineage,
        Counted common,
        List<SourceShare> sources) {
    public Shares {
        sources = List.copyOf(sources);
    }

    /// Words of some passages.
    ///
    /// @param passages   how many passages
    /// @param words      how many words they cover together, without what is excluded
    /// @param longestRun the most of those words in one piece
    /// @param share      of the eligible words, from 0 to 1; null where there are none
    public record Counted(
            int passages,
            int words,
            int longestRun,
            @Nullable Double share) {}

    /// What one other work, part by part, has in common with the submission. Excluded and common passages are not
    /// in it; those of lineage are.
    ///
    /// @param work      id of the other work
    /// @param part      counted from 0
    /// @param inclusive all words it covers; its share is how much of this work stands in it
    /// @param exclusive what no other source covers
    /// @param ofTheirs  how much of the other part stands in this work, from 0 to 1; null where its words were
    ///                  not told
    public record SourceShare(
            Relation relation,
            String work,
            int part,
            String title,
            Standing standing,
            Counted inclusive,
            Counted exclusive,
            @Nullable Double ofTheirs) {}

    /// The words that could be shared.
    public int eligible() {
        return Math.max(0, words - excluded);
    }

    /// Whether a match counts in the share of its relation.
    public static boolean isCounted(Match match) {
        return !match.relation().isLineage()
                && match.exclusion() == null
                && !match.commonness().common();
    }

    public static Shares of(Matches matches) {
        return new Arithmetic(matches).shares();
    }

    private static final class Arithmetic {
        private final List<Match> matches;
        private final WordSet none;
        private final WordSet excluded;
        private final int words;
        private final int eligible;

        Arithmetic(Matches given) {
            this.matches = given.matches();
            this.none = WordSet.none(given.words(), matches);
            this.words = given.words().stream().mapToInt(Integer::intValue).sum();
            WordSet out = none.with(given.excluded().stream().map(Matches.Excluded::own));
            WordSet counted = own(Shares::isCounted);
            // Too few words to tell anything of themselves do not take words out that a longer passage covers.
            this.excluded = out.and(own(match -> match.exclusion() != null && match.exclusion() != Exclusion.SMALL))
                    .and(own(match -> match.exclusion() == Exclusion.SMALL).without(counted));
            this.eligible = Math.max(0, words - excluded.size());
        }

        private WordSet own(Predicate<Match> which) {
            return none.with(matches.stream().filter(which).map(Match::own));
        }

        Shares shares() {
            return new Shares(
                    words,
                    excluded.size(),
                    counted(relation(Relation.SAME_VENDOR)),
                    counted(relation(Relation.OTHER_VENDOR)),
                    counted(relation(Relation.SAME_VENDOR).or(relation(Relation.OTHER_VENDOR))),
                    counted(relation(Relation.EXTERNAL)),
                    counted(relation(Relation.OTHER_CLIENT)),
                    counted(match -> match.relation().isLineage() && match.exclusion() == null),
                    counted(match -> !match.relation().isLineage()
                            && match.exclusion() == null
                            && match.commonness().common()),
                    sources());
        }

        private static Predicate<Match> relation(Relation relation) {
            return match -> match.relation() == relation && isCounted(match);
        }

        private Counted counted(Predicate<Match> which) {
            int passages = Math.toIntExact(matches.stream().filter(which).count());
            return counted(passages, own(which).without(excluded));
        }

        private Counted counted(int passages, WordSet covered) {
            return new Counted(
                    passages,
                    covered.size(),
                    covered.longestRun(),
                    eligible == 0 ? null : share(covered.size(), eligible));
        }

        private static double share(int part, int whole) {
            return Math.min(1, (double) part / whole);
        }

        private List<SourceShare> sources() {
            Map<String, List<Match>> byWork = new LinkedHashMap<>();
            for (Match match : matches) {
                Match.Other other = match.other();
                if (other != null && (isCounted(match) || match.relation().isLineage() && match.exclusion() == null)) {
                    byWork.computeIfAbsent(
                                    match.relation() + "/" + other.work() + "/" + other.part(),
                                    key -> new ArrayList<>())
                            .add(match);
                }
            }
            return byWork.keySet().stream()
                    .map(key -> source(key, byWork))
                    .sorted(Comparator.comparing(
                                    (SourceShare source) -> source.relation().isLineage())
                            .thenComparing(source -> source.inclusive().words(), Comparator.reverseOrder())
                            .thenComparing(SourceShare::work)
                            .thenComparing(SourceShare::part))
                    .toList();
        }

        private SourceShare source(String key, Map<String, List<Match>> byWork) {
            List<Match> mine = byWork.getOrDefault(key, List.of());
            Match first = mine.getFirst();
            Match.Other other = java.util.Objects.requireNonNull(first.other());
            WordSet covered = none.with(mine.stream().map(Match::own)).without(excluded);
            WordSet elsewhere = none.with(byWork.entrySet().stream()
                    .filter(each -> !each.getKey().equals(key))
                    .flatMap(each -> each.getValue().stream())
                    .map(Match::own));
            return new SourceShare(
                    first.relation(),
                    other.work(),
                    other.part(),
                    other.title(),
                    other.standing(),
                    counted(mine.size(), covered),
                    counted(mine.size(), covered.without(elsewhere)),
                    other.partWords() == 0 ? null : share(WordSet.theirs(mine), other.partWords()));
        }
    }
}
