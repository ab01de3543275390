package dev.assay.priorwork.align;

/// A passage that stands in another text too, seen from this side alone.
///
/// @param start first offset in this document's text
/// @param end   one past its last
/// @param words how many of its words stand in the other text in the same order
public record AlignedPassage(int start, int end, int words) {}
