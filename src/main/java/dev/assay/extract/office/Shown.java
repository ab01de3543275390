package dev.assay.extract.office;

import dev.assay.extract.draft.PixelSize;
import org.jspecify.annotations.Nullable;

/// How a drawing shows an image.
///
/// @param width       in points (1/72 inch), 0 where it is not said
/// @param height      in points, 0 where it is not said
/// @param alternative the text for those who do not see it; empty where it is marked as decoration, null where
///                    there is none
public record Shown(double width, double height, @Nullable String alternative) {
    private static final double EMU_PER_POINT = 12_700;
    private static final double PIXELS_PER_POINT = 96.0 / 72;

    /// Nothing is said.
    public static final Shown UNKNOWN = new Shown(0, 0, null);

    /// The size of a drawing in English Metric Units.
    public static Shown ofExtent(double width, double height) {
        return new Shown(width / EMU_PER_POINT, height / EMU_PER_POINT, null);
    }

    /// The same with a text for those who do not see it.
    public Shown with(@Nullable String text) {
        return new Shown(width, height, text);
    }

    /// At 96 dots per inch: for an image whose own header does not say its size.
    PixelSize pixels() {
        return new PixelSize((int) Math.max(0, width * PIXELS_PER_POINT), (int) Math.max(0, height * PIXELS_PER_POINT));
    }
}
