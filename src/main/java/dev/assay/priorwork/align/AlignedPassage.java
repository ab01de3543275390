package dev.assay.priorwork.align;

import java.util.List;

/// A passage that two texts share.
///
/// @param own        where it stands in the own text
/// @param other      where it stands in the other text
/// @param edit       how much was changed
/// @param newFigures whether the texts differ in little more than their figures
/// @param pairs      the words that stand in both in the same order, each as its number in the own and in the other
/// text
public record AlignedPassage(Range own, Range other, Edit edit, boolean newFigures, List<Pair> pairs) {
    public AlignedPassage {
        pairs = List.copyOf(pairs);
    }

    /// A stretch of words.
    ///
    /// @param from first word
    /// @param to   one past the last
    public record Range(int from, int to) {
        public int size() {
            return to - from;
        }

        boolean overlaps(Range that) {
            return from < that.to && that.from < to;
        }

        /// How many words two stretches have in common.
        int common(Range that) {
            return Math.max(0, Math.min(to, that.to) - Math.max(from, that.from));
        }

        /// The least stretch that holds both.
        Range union(Range that) {
            return new Range(Math.min(from, that.from), Math.max(to, that.to));
        }
    }

    /// A word that stands in both texts.
    public record Pair(int own, int other) {}
}
