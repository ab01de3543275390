package dev.assay.extract.pdf.page;

import org.jspecify.annotations.Nullable;

/// What decides whether something drawn is seen, beside PDFBox's own state: where drawing is cut off and in which
/// colour areas are filled.
///
/// @param clip   left, lower, right and upper edge of what is not cut off, in user space; null where nothing is
/// @param exact  whether that rectangle is all, and not only around it
/// @param space  how colours are given
/// @param fill   the colour of areas and letters as 0xRRGGBB, below 0 where it is not known
/// @param dim    whether all of it lies in a group that is drawn transparent
@SuppressWarnings("ArrayRecordComponent")
record PaintState(float @Nullable [] clip, boolean exact, ColourSpace space, int fill, boolean dim) {
    static final int UNKNOWN = -1;
    static final PaintState START = new PaintState(null, true, ColourSpace.GRAY, 0, false);

    /// How many numbers make a colour, and what they mean.
    enum ColourSpace {
        GRAY,
        RGB,
        CMYK,
        OTHER
    }

    PaintState filledWith(ColourSpace newSpace, int colour) {
        return new PaintState(clip, exact, newSpace, colour, dim);
    }

    /// Cut off further.
    ///
    /// @param whole whether the rectangle is exactly what is left
    PaintState clippedTo(float left, float bottom, float right, float top, boolean whole) {
        float[] narrowed = clip == null
                ? new float[] {left, bottom, right, top}
                : new float[] {
                    Math.max(clip[0], left), Math.max(clip[1], bottom), Math.min(clip[2], right), Math.min(clip[3], top)
                };
        return new PaintState(narrowed, exact && whole, space, fill, dim);
    }

    PaintState dimmed() {
        return new PaintState(clip, exact, space, fill, true);
    }

    /// Whether a point is surely cut off.
    boolean cutsOff(float x, float y, float slack) {
        return clip != null
                && (x < clip[0] - slack || x > clip[2] + slack || y < clip[1] - slack || y > clip[3] + slack);
    }
}
