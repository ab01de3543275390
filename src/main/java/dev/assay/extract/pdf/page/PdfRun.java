package dev.assay.extract.pdf.page;

import dev.assay.extract.pdf.layout.PdfStyle;
import dev.assay.extract.pdf.layout.Unseen;
import org.jspecify.annotations.Nullable;

/// What the glyphs shown by one instruction have in common.
///
/// @param angle of the text in degrees counterclockwise, 0 to 359
/// @param colour they are filled with, below 0 where it does not matter or is not known
/// @param cause why they are not seen, null where they may be
/// @param layer that is switched off, else empty
record PdfRun(PdfStyle style, int angle, int colour, Unseen.@Nullable Cause cause, String layer) {}
