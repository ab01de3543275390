package dev.assay.priorwork;

import java.util.List;
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
        return new SharedWords(matches).shares();
    }
}
