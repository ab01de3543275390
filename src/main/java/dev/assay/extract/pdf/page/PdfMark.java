package dev.assay.extract.pdf.page;

import dev.assay.extract.pdf.layout.PdfRole;
import dev.assay.extract.pdf.layout.TaggedCell;
import org.jspecify.annotations.Nullable;

/// What holds for a stretch of a page's content between two marks.
///
/// @param role        what the text is
/// @param cell        the cell of a table it lies in
/// @param alternative what stands for its pictures; empty where they are decoration, null where nothing is said
/// @param actual      the text that its glyphs stand for together
/// @param off         the layer it lies in where that is switched off, else null
record PdfMark(
        PdfRole role,
        @Nullable TaggedCell cell,
        @Nullable String alternative,
        @Nullable String actual,
        @Nullable String off) {
    static final PdfMark NONE = new PdfMark(PdfRole.NONE, null, null, null, null);

    PdfMark switchedOff(String layer) {
        return new PdfMark(role, cell, alternative, actual, layer);
    }

    PdfMark reading(String text) {
        return new PdfMark(role, cell, alternative, text, off);
    }
}
