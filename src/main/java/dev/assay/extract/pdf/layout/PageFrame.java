package dev.assay.extract.pdf.layout;

/// The page as a viewer shows it: what its crop box holds, turned.
///
/// @param left     lower left corner of the crop box, in user space
/// @param bottom   of the crop box
/// @param width    of the crop box
/// @param height   of the crop box
/// @param rotation how far the viewer turns it clockwise: 0, 90, 180 or 270
/// @param unit     of user space in points, 1 where the page has no `UserUnit`
public record PageFrame(float left, float bottom, float width, float height, int rotation, float unit) {
    boolean isOnItsSide() {
        return rotation == 90 || rotation == 270;
    }

    /// Width as shown.
    public float shownWidth() {
        return isOnItsSide() ? height : width;
    }

    /// Height as shown.
    public float shownHeight() {
        return isOnItsSide() ? width : height;
    }

    /// A rectangle of user space as shown, from the upper left corner.
    public ShownBox shown(float x1, float y1, float x2, float y2) {
        return shownInside(x1 - left, y1 - bottom, x2 - left, y2 - bottom);
    }

    /// The same from the crop box's corner.
    ShownBox shownInside(float x1, float y1, float x2, float y2) {
        return switch (rotation) {
            case 90 -> ShownBox.of(y1, x1, y2, x2);
            case 180 -> ShownBox.of(width - x1, y1, width - x2, y2);
            case 270 -> ShownBox.of(height - y1, width - x1, height - y2, width - x2);
            default -> ShownBox.of(x1, height - y1, x2, height - y2);
        };
    }
}
