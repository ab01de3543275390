package dev.assay.extract.render;

import dev.assay.document.Document;
import dev.assay.document.Place;
import dev.assay.extract.render.Rendering.Box;
import dev.assay.extract.slides.ShapeBox;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Shows passages on slides, as markup that puts each shape's text where it stands.
final class SlideFrames {
    private final Document document;
    private final Geometry geometry;
    private final FrameFolder frames;
    private final int width;

    /// @param width of a slide in pixels
    SlideFrames(Document document, Geometry geometry, FrameFolder frames, int width) {
        this.document = document;
        this.geometry = geometry;
        this.frames = frames;
        this.width = width;
    }

    /// Draws the slides on which something is wanted, each once, as many as there is room for.
    void draw(List<Sought> sought) throws IOException {
        Map<Integer, List<Sought>> slides = new TreeMap<>();
        for (Sought each : sought) {
            if (each.place() instanceof Place.Slide slide) {
                slides.computeIfAbsent(slide.slide(), number -> new ArrayList<>())
                        .add(each);
            }
        }
        for (Map.Entry<Integer, List<Sought>> slide : slides.entrySet()) {
            var size = geometry.slide(slide.getKey());
            if (size.isPresent() && !frames.isFull()) {
                draw(slide.getKey(), size.get(), slide.getValue());
            }
        }
    }

    private void draw(int number, Geometry.Size size, List<Sought> sought) throws IOException {
        List<ShapeBox> shapes = geometry.shapes(number);
        Place place = new Place.Slide(number, "");
        String html = new SlideHtml(document, number, size, shapes, sought).html();
        int height = (int) Math.clamp(Math.round(width * size.height() / size.width()), 1, 10L * width);
        FrameFolder.Caption caption = new FrameFolder.Caption(place, width, height, Wording.title(place), List.of());
        frames.markup(html, caption)
                .ifPresent(frame -> sought.forEach(each -> frames.see(each.want(), frame, boxes(each, shapes, size))));
    }

    private static List<Box> boxes(Sought sought, List<ShapeBox> shapes, Geometry.Size size) {
        return shapes.stream()
                .filter(shape -> SlideHtml.isDrawn(shape) && shape.text().overlaps(sought.span()))
                .map(shape -> box(shape, size))
                .toList();
    }

    private static Box box(ShapeBox shape, Geometry.Size size) {
        double left = Math.clamp(shape.x() / size.width(), 0, 1);
        double top = Math.clamp(shape.y() / size.height(), 0, 1);
        double right = Math.clamp((shape.x() + shape.width()) / size.width(), 0, 1);
        double bottom = Math.clamp((shape.y() + shape.height()) / size.height(), 0, 1);
        return new Box(rounded(left), rounded(top), rounded(right - left), rounded(bottom - top));
    }

    private static double rounded(double share) {
        return Math.round(share * 100_000) / 100_000.0;
    }
}
