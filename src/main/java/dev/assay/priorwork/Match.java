package dev.assay.priorwork;

import dev.assay.priorwork.align.Edit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A passage that stands in other work too.
///
/// @param own        where it stands in the work that was looked up
/// @param words      how many of its words stand in the other work in the same order
/// @param relation   how the other work is related to this one
/// @param edit       how much was changed; null for work for another client
/// @param newFigures whether the texts differ in little more than their figures and dates; false for work for
///                   another client
/// @param commonness in how much work it stands
/// @param exclusion  why it is not counted; null where it is
/// @param other      the other place; null for work for another client
public record Match(
        Own own,
        int words,
        Relation relation,
        @Nullable Edit edit,
        boolean newFigures,
        Commonness commonness,
        @Nullable Exclusion exclusion,
        @Nullable Other other) {
    public Match {
        boolean told = edit != null || newFigures || other != null || commonness.projects() > 0;
        if (relation == Relation.OTHER_CLIENT && told) {
            throw new IllegalArgumentException("Nothing may be told of work for another client.");
        }
    }

    /// The same without the passages themselves.
    Match withoutTexts() {
        return new Match(
                own,
                words,
                relation,
                edit,
                newFigures,
                commonness,
                exclusion,
                other == null
                        ? null
                        : new Other(
                                other.work(),
                                other.part(),
                                other.title(),
                                other.standing(),
                                other.place(),
                                other.firstWord(),
                                other.endWord(),
                                other.partWords(),
                                List.of(),
                                List.of()));
    }

    /// The same match of another part.
    Match inPart(int part) {
        return new Match(own.inPart(part), words, relation, edit, newFigures, commonness, exclusion, other);
    }

    /// The same match, left out for a reason; null where it is counted.
    public Match excludedBy(@Nullable Exclusion why) {
        return new Match(own, words, relation, edit, newFigures, commonness, why, other);
    }

    /// The same match, standing in so much work.
    public Match in(Commonness much) {
        return new Match(own, words, relation, edit, newFigures, much, exclusion, other);
    }

    /// Where a passage stands in the work that was looked up.
    ///
    /// @param part      counted from 0
    /// @param start     first offset in the part's text
    /// @param end       one past its last
    /// @param firstWord its first word, counted from 0 among the part's compared words
    /// @param endWord   one past its last
    /// @param place     where that is, in words
    /// @param quote     how the passage begins
    public record Own(int part, int start, int end, int firstWord, int endWord, String place, String quote) {
        /// How many words two stretches have in common.
        public int common(Own that) {
            return part == that.part
                    ? Math.max(0, Math.min(endWord, that.endWord) - Math.max(firstWord, that.firstWord))
                    : 0;
        }

        /// The same stretch of another part.
        public Own inPart(int other) {
            return new Own(other, start, end, firstWord, endWord, place, quote);
        }
    }

    /// Where it stands in work for the same client.
    ///
    /// @param work      id of the submission or of the work that was imported
    /// @param part      counted from 0
    /// @param title     what the work is called
    /// @param standing  what became of it
    /// @param place     where the passage is, in words
    /// @param firstWord its first word among the other part's compared words
    /// @param endWord   one past its last
    /// @param partWords how many words the other part has
    /// @param ours      the own passage, cut where it is long
    /// @param theirs    the other passage, cut where it is long
    public record Other(
            String work,
            int part,
            String title,
            Standing standing,
            String place,
            int firstWord,
            int endWord,
            int partWords,
            List<Run> ours,
            List<Run> theirs) {
        public Other {
            ours = List.copyOf(ours);
            theirs = List.copyOf(theirs);
        }
    }

    /// A piece of a passage.
    ///
    /// @param same whether it stands in both places in the same order
    public record Run(String text, boolean same) {}

    /// In how much work a passage stands.
    ///
    /// @param common   whether so many distinct projects and clients have it that it tells nothing
    /// @param projects of the own client's work orders, how many have it; 0 for work for another client
    public record Commonness(boolean common, int projects) {
        public static final Commonness RARE = new Commonness(false, 0);
    }
}
