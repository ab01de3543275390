package dev.assay.extract.pdf.layout;

/// A rectangle on a page as a viewer shows it, in points from its upper left corner.
public record ShownBox(float left, float top, float right, float bottom) {
    /// The rectangle between two opposite corners.
    static ShownBox of(float x1, float y1, float x2, float y2) {
        return new ShownBox(Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2));
    }

    /// Whether the middle of another rectangle lies in this one.
    public boolean holdsMiddle(ShownBox other) {
        float x = (other.left + other.right) / 2;
        float y = (other.top + other.bottom) / 2;
        return x >= left && x <= right && y >= top && y <= bottom;
    }

    /// The rectangle around both.
    public ShownBox with(ShownBox other) {
        return new ShownBox(
                Math.min(left, other.left),
                Math.min(top, other.top),
                Math.max(right, other.right),
                Math.max(bottom, other.bottom));
    }
}
