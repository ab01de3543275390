package dev.assay.extract.render;

import dev.assay.document.Document;
import dev.assay.document.Place;
import dev.assay.extract.render.RenderRequest.Marks;
import dev.assay.extract.render.Rendering.Box;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import javax.imageio.ImageIO;

/// Shows passages on pages of a PDF, as pictures with boxes.
final class PageFrames {
    private static final int SMALLER = 3;

    private final Document document;
    private final Geometry geometry;
    private final FrameFolder frames;
    private final RenderRequest request;

    PageFrames(Document document, Geometry geometry, FrameFolder frames, RenderRequest request) {
        this.document = document;
        this.geometry = geometry;
        this.frames = frames;
        this.request = request;
    }

    /// A want on a page.
    private record Mark(int want, List<Box> boxes) {}

    /// Draws the pages on which something is wanted, each once, as many as there is room for.
    void draw(Path file, List<Sought> sought) throws IOException {
        Map<Integer, List<Mark>> pages = new TreeMap<>();
        PageMarks marks = new PageMarks(geometry, document.text());
        for (Sought each : sought) {
            Map<Integer, List<Box>> boxes = marks.of(each.span());
            if (boxes.isEmpty() && Wording.inner(each.place()) instanceof Place.Page page) {
                boxes = Map.of(page.page(), List.of());
            }
            boxes.forEach((page, found) ->
                    pages.computeIfAbsent(page, number -> new ArrayList<>()).add(new Mark(each.want(), found)));
        }
        if (pages.isEmpty()) {
            return;
        }
        try (PagePictures pictures = PagePictures.open(file, request.limits())) {
            for (Map.Entry<Integer, List<Mark>> page : pages.entrySet()) {
                if (!frames.isFull()) {
                    page(pictures, page.getKey(), page.getValue());
                }
            }
        }
    }

    private void page(PagePictures pictures, int number, List<Mark> marks) throws IOException {
        Geometry.Size size = geometry.page(number).orElse(null);
        if (size == null) {
            return;
        }
        int width = request.width();
        for (int attempt = 0; attempt < SMALLER; attempt++) {
            OptionalInt frame = page(pictures, number, size, width, marks);
            if (frame.isPresent()) {
                marks.forEach(mark -> frames.see(mark.want(), frame.getAsInt(), mark.boxes()));
                return;
            }
            width = width * 2 / 3;
        }
    }

    private OptionalInt page(PagePictures pictures, int number, Geometry.Size size, int width, List<Mark> marks)
            throws IOException {
        PagePictures.Picture picture;
        try {
            picture = pictures.draw(number, size, width);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // A page that cannot be drawn is shown as its text, by whoever draws what has no frame yet.
            return OptionalInt.empty();
        }
        BufferedImage image = picture.image();
        if (request.marks() == Marks.DRAWN) {
            marks.forEach(mark -> mark.boxes().forEach(box -> Highlight.draw(image, box)));
        }
        Place place = new Place.Page(number);
        return frames.picture(
                png(image),
                new FrameFolder.Caption(
                        place, image.getWidth(), image.getHeight(), Wording.title(place), picture.notes()));
    }

    private static byte[] png(BufferedImage image) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (!ImageIO.write(image, "png", out)) {
            throw new IOException("This Java writes no PNG");
        }
        return out.toByteArray();
    }
}
