package dev.assay.extract.render;

/// What a rendering may cost.
///
/// @param wants       most passages that are looked for; those after are answered as passed over
/// @param frames      most frames that are made
/// @param width       widest frame in pixels
/// @param pixels      most pixels of one picture; a very long page is drawn smaller
/// @param imagePixels most pixels of an image on a page; a larger one is drawn as an empty box
/// @param bytes       most bytes of one frame's file
/// @param totalBytes  most bytes of all files together
public record RenderLimits(int wants, int frames, int width, int pixels, long imagePixels, int bytes, long totalBytes) {
    private static final int MEBIBYTE = 1 << 20;

    /// The limits that hold where nobody asks for less.
    public static RenderLimits standard() {
        return new RenderLimits(200, 24, 2_400, 8_000_000, 60_000_000L, 4 * MEBIBYTE, 32L * MEBIBYTE);
    }
}
