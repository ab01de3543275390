package dev.assay.extract.pdf.layout;

import java.util.List;

/// Text of a page that nobody sees, and why.
///
/// @param layer which layer is switched off, else empty
/// @param turn  how the page is turned for it
public record Unseen(Cause cause, String layer, PageTurn turn, List<PdfLine> lines) {
    public Unseen {
        lines = List.copyOf(lines);
    }

    /// Why text is not seen.
    public enum Cause {
        /// Its layer is switched off.
        LAYER_OFF,
        /// Drawn with nothing, or wholly transparent.
        NO_INK,
        /// Beside the page.
        OUTSIDE,
        /// Cut away.
        CLIPPED,
        /// Under 2 points.
        TINY,
        /// In the colour of what it stands on.
        SAME_COLOUR,
        /// Something opaque was drawn over it.
        COVERED
    }
}
