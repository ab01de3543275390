package dev.assay.extract.pdf.layout;

/// How a page is turned so that text of one direction runs from left to right and down.
///
/// @param angle of the text, in degrees counterclockwise
public record PageTurn(PageFrame frame, int angle, float cos, float sin, float shiftX, float shiftY) {
    /// The turn for text of a direction.
    public static PageTurn of(PageFrame frame, int angle) {
        float cos = cos(angle);
        float sin = cos(angle - 90);
        float w = frame.width();
        float h = frame.height();
        float least = Math.min(Math.min(0, w * cos), Math.min(h * sin, w * cos + h * sin));
        float most = Math.max(Math.max(0, -w * sin), Math.max(h * cos, -w * sin + h * cos));
        return new PageTurn(frame, angle, cos, sin, -least, most);
    }

    /// Exact where it matters: at right angles.
    private static float cos(int angle) {
        return switch (Math.floorMod(angle, 360)) {
            case 0 -> 1;
            case 90, 270 -> 0;
            case 180 -> -1;
            default -> (float) Math.cos(Math.toRadians(angle));
        };
    }

    /// Height of the page as turned.
    public float height() {
        return Math.abs(frame.width() * sin) + Math.abs(frame.height() * cos);
    }

    /// A point's coordinate along the text.
    public float x(float userX, float userY) {
        return (userX - frame.left()) * cos + (userY - frame.bottom()) * sin + shiftX;
    }

    /// A point's coordinate down the page.
    public float y(float userX, float userY) {
        return shiftY + (userX - frame.left()) * sin - (userY - frame.bottom()) * cos;
    }

    /// A rectangle of the turned page as a viewer shows it; of slanted text the one around it.
    public ShownBox shown(float left, float top, float right, float bottom) {
        ShownBox box = corner(left, top).with(corner(right, bottom));
        return angle % 90 == 0 ? box : box.with(corner(left, bottom)).with(corner(right, top));
    }

    private ShownBox corner(float x, float y) {
        float along = x - shiftX;
        float up = shiftY - y;
        float userX = along * cos - up * sin;
        float userY = along * sin + up * cos;
        return frame.shownInside(userX, userY, userX, userY);
    }
}
