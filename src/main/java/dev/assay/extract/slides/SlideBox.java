package dev.assay.extract.slides;

import dev.assay.extract.xml.Markup;
import java.io.IOException;
import javax.xml.stream.XMLStreamException;

/// A rectangle on a slide, in English Metric Units from the upper left corner.
record SlideBox(double x, double y, double width, double height) {
    /// Reads the position at hand (`a:xfrm`, `p:xfrm`).
    static SlideBox read(Markup position) throws XMLStreamException, IOException {
        long[] at = new long[4];
        position.each(child -> {
            if (child.name().equals("a:off")) {
                at[0] = child.wide("x", 0);
                at[1] = child.wide("y", 0);
            } else if (child.name().equals("a:ext")) {
                at[2] = child.wide("cx", 0);
                at[3] = child.wide("cy", 0);
            }
        });
        return new SlideBox(at[0], at[1], at[2], at[3]);
    }

    /// Whether nothing of this rectangle is inside another.
    boolean isOutside(SlideBox other) {
        return x >= other.x + other.width
                || y >= other.y + other.height
                || x + width <= other.x
                || y + height <= other.y;
    }

    boolean overlaps(SlideBox other) {
        return !isOutside(other);
    }

    /// Whether all of another rectangle is inside this one.
    boolean contains(SlideBox other) {
        return x <= other.x
                && y <= other.y
                && x + width >= other.x + other.width
                && y + height >= other.y + other.height;
    }

    /// Turned by a quarter around its middle.
    SlideBox onItsSide() {
        double shift = (width - height) / 2;
        return new SlideBox(x + shift, y - shift, /* width= */ height, /* height= */ width);
    }

    /// How the inside of a group is moved and scaled onto the slide.
    record Transform(double scaleX, double scaleY, double moveX, double moveY) {
        static final Transform NONE = new Transform(1, 1, 0, 0);

        SlideBox apply(SlideBox box) {
            return new SlideBox(
                    box.x * scaleX + moveX, box.y * scaleY + moveY, box.width * scaleX, box.height * scaleY);
        }

        /// This transform, applied to what a group's own position (`a:xfrm`) makes of its inside.
        Transform inside(Markup position) throws XMLStreamException, IOException {
            long[] at = new long[8];
            position.each(child -> {
                int index = switch (child.name()) {
                    case "a:off" -> 0;
                    case "a:ext" -> 2;
                    case "a:chOff" -> 4;
                    case "a:chExt" -> 6;
                    default -> -1;
                };
                if (index >= 0) {
                    at[index] = child.wide(index % 4 == 0 ? "x" : "cx", 0);
                    at[index + 1] = child.wide(index % 4 == 0 ? "y" : "cy", 0);
                }
            });
            double x = at[6] == 0 ? 1 : (double) at[2] / at[6];
            double y = at[7] == 0 ? 1 : (double) at[3] / at[7];
            double left = at[0] - at[4] * x;
            double upper = at[1] - at[5] * y;
            return new Transform(scaleX * x, scaleY * y, left * scaleX + moveX, upper * scaleY + moveY);
        }
    }
}
