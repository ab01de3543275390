package dev.assay.extract.pdf.layout;

import org.jspecify.annotations.Nullable;

/// What the glyphs of one stretch of text have in common.
///
/// @param size    type size in points, as shown
/// @param bold    whether the type is bold
/// @param space   width of a blank, in points
/// @param ascent  how far glyphs rise above the baseline, in type sizes
/// @param descent how far they reach below it, in type sizes
/// @param role    what the file's structure says of it
/// @param cell    the cell of a table that the file's structure says it lies in
public record PdfStyle(
        float size,
        boolean bold,
        float space,
        float ascent,
        float descent,
        PdfRole role,
        @Nullable TaggedCell cell) {}
