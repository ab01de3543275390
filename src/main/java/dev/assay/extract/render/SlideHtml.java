package dev.assay.extract.render;

import dev.assay.document.Block;
import dev.assay.document.Document;
import dev.assay.document.Fact;
import dev.assay.document.Layer;
import dev.assay.document.Place;
import dev.assay.extract.slides.ShapeBox;
import java.util.ArrayList;
import java.util.List;

/// Writes one slide: each shape's text where it stands, as large as fits there, and below what is not seen on
/// the slide, such as notes, comments and hidden shapes.
///
/// The slide is a drawing whose unit is the point, so that one attribute each says position and size, and all of
/// it grows with the room there is.
final class SlideHtml {
    private static final int MOST_SHAPES = 300;
    private static final int MOST_BELOW = 60;
    private static final double TITLE = 32;
    private static final double TEXT = 20;
    private static final double LABEL = 12;
    private static final double LARGEST = 400;

    private final Document document;
    private final int number;
    private final Geometry.Size size;
    private final List<ShapeBox> shapes;
    private final FrameWriter writer = new FrameWriter();
    private final MarkedText text;
    private final BlockHtml blocks;

    SlideHtml(Document document, int number, Geometry.Size size, List<ShapeBox> shapes, List<Sought> sought) {
        this.document = document;
        this.number = number;
        this.size = size;
        this.shapes = shapes.stream().limit(MOST_SHAPES).toList();
        this.text = new MarkedText(document, sought);
        this.blocks = new BlockHtml(writer, document, text);
    }

    /// Whether a shape stands on the slide and is seen there.
    static boolean isDrawn(ShapeBox shape) {
        return shape.seen() && shape.width() > 0 && shape.height() > 0;
    }

    String html() {
        String name = Wording.title(new Place.Slide(number, "")) + (isHidden() ? ", hidden" : "");
        writer.open("div", "class", "frame slide").line();
        writer.element("p", name, "class", "where").line();
        writer.open(
                        "svg",
                        "viewBox",
                        "0 0 " + FrameWriter.number(size.width()) + " " + FrameWriter.number(size.height()),
                        "role",
                        "group",
                        "aria-label",
                        name)
                .line();
        rectangle("ground", 0, 0, size.width(), size.height());
        shapes.stream().filter(SlideHtml::isDrawn).forEach(this::shape);
        writer.close().line();
        below();
        return writer.close().finish();
    }

    private boolean isHidden() {
        return document.facts(Fact.Hidden.class)
                .anyMatch(hidden -> hidden.kind() == Fact.Hidden.Kind.SLIDE
                        && hidden.place().equals(new Place.Slide(number, "")));
    }

    private void rectangle(String style, double x, double y, double width, double height) {
        writer.open(
                        "rect",
                        "class",
                        style,
                        "x",
                        FrameWriter.number(x),
                        "y",
                        FrameWriter.number(y),
                        "width",
                        FrameWriter.number(width),
                        "height",
                        FrameWriter.number(height))
                .close()
                .line();
    }

    private void shape(ShapeBox shape) {
        List<Block> own = blocks(shape).stream()
                .filter(block -> block.layer() != Layer.ALT_TEXT || text.marks(block.span()))
                .toList();
        if (own.stream().allMatch(block -> block.layer() == Layer.ALT_TEXT) && shape.role() == ShapeBox.Role.PICTURE) {
            rectangle("picture", shape.x(), shape.y(), shape.width(), shape.height());
        }
        if (own.isEmpty() && shape.role() == ShapeBox.Role.PICTURE) {
            label(shape);
        } else if (!own.isEmpty()) {
            open(shape, new TextFit(document, shape.width(), shape.height()).size(own, largest(shape)));
            own.forEach(blocks::whole);
            writer.close().close().line();
        }
    }

    private static double largest(ShapeBox shape) {
        if (shape.size() > 0) {
            return Math.min(LARGEST, shape.size());
        }
        return shape.role() == ShapeBox.Role.TITLE ? TITLE : TEXT;
    }

    /// A picture's name and size, where there is room for them.
    private void label(ShapeBox shape) {
        String words = picture(shape);
        if (new TextFit(document, shape.width(), shape.height()).holds(words, LABEL)) {
            open(shape, LABEL);
            writer.element("p", words, "class", "label", "dir", "auto").line();
            writer.close().close().line();
        }
    }

    private void open(ShapeBox shape, double type) {
        writer.open(
                        "foreignObject",
                        "x",
                        FrameWriter.number(shape.x()),
                        "y",
                        FrameWriter.number(shape.y()),
                        "width",
                        FrameWriter.number(shape.width()),
                        "height",
                        FrameWriter.number(shape.height()),
                        "font-size",
                        FrameWriter.number(type))
                .open("div", "class", style(shape))
                .line();
    }

    private String style(ShapeBox shape) {
        String role = shape.role() == ShapeBox.Role.TITLE ? "shape title" : "shape";
        return text.marks(shape.text()) ? role + " wanted" : role;
    }

    private String picture(ShapeBox shape) {
        String name = shape.name().isBlank() ? "Picture" : Wording.brief(shape.name());
        return document.facts(Fact.Image.class)
                .filter(image -> image.place().equals(new Place.Slide(number, shape.name())))
                .findFirst()
                .map(image -> name + ", " + image.width() + " by " + image.height() + " pixels")
                .orElse(name);
    }

    private List<Block> blocks(ShapeBox shape) {
        return document.blocks().stream()
                .filter(block -> shape.text().contains(block.span()))
                .toList();
    }

    /// What belongs to the slide and is not drawn on it.
    private void below() {
        List<Block> below = new ArrayList<>();
        for (Block block : document.blocks()) {
            boolean here = block.place() instanceof Place.Slide slide && slide.slide() == number;
            if (here && !isOnSlide(block) && (block.layer() != Layer.ALT_TEXT || text.marks(block.span()))) {
                below.add(block);
            }
        }
        below.stream()
                .filter(block -> below.size() <= MOST_BELOW || text.marks(block.span()))
                .forEach(blocks::whole);
    }

    private boolean isOnSlide(Block block) {
        return shapes.stream().anyMatch(shape -> isDrawn(shape) && shape.text().contains(block.span()));
    }
}
