package dev.assay.extract.render;

import java.util.List;

/// What a rendering task is asked.
///
/// @param file   the file's name in the task's folder
/// @param name   what its vendor calls it; data, never a path
/// @param wants  what is to be shown; answered one by one, in order
/// @param width  of a page or slide in pixels
/// @param marks  whether passages are marked in pictures of pages; in markup they always are
/// @param limits what it may cost
public record RenderRequest(String file, String name, List<Want> wants, int width, Marks marks, RenderLimits limits) {
    private static final int NARROWEST = 100;

    public RenderRequest {
        wants = List.copyOf(wants);
        if (width < NARROWEST || width > limits.width()) {
            throw new IllegalArgumentException(
                    "A frame's width is " + NARROWEST + " to " + limits.width() + " pixels. Found: " + width);
        }
    }

    /// How passages are marked in pictures of pages.
    public enum Marks {
        /// The picture is the page alone; who shows it lays the boxes over it.
        APART,
        /// The boxes are drawn into the picture.
        DRAWN
    }
}
