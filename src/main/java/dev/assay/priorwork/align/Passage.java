package dev.assay.priorwork.align;

import dev.assay.priorwork.align.AlignedPassage.Range;

/// A stretch of one text and the stretch of another that it may come from.
///
/// @param same how many words stand in both in the same order, as far as that is known
record Passage(Range own, Range other, int same) {
    boolean overlaps(Passage that) {
        return own.overlaps(that.own) && other.overlaps(that.other);
    }

    /// Whether another that follows in the own text is no farther than some words in both.
    boolean isWithin(int words, Passage next) {
        return next.own.from() - own.to() <= words
                && Math.max(next.other.from() - other.to(), other.from() - next.other.to()) <= words;
    }

    Passage union(Passage that) {
        return new Passage(own.union(that.own), other.union(that.other), same + that.same);
    }
}
