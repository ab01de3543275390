package dev.assay.extract.render;

import dev.assay.document.Span;
import dev.assay.extract.pdf.PageBoxes;
import dev.assay.extract.pdf.WordBox;
import dev.assay.extract.slides.ShapeBox;
import dev.assay.extract.slides.ShapeBoxes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Takes where words and shapes stand while a file is read.
public final class Geometry implements PageBoxes, ShapeBoxes {
    private final Map<Integer, Size> pages = new TreeMap<>();
    private final List<WordBox> words = new ArrayList<>();
    private final Map<Integer, Size> slides = new TreeMap<>();
    private final List<ShapeBox> shapes = new ArrayList<>();

    public Geometry() {}

    /// A page's or slide's size in points.
    record Size(double width, double height) {
        /// A size with which one can reckon.
        static Size of(double width, double height) {
            boolean usable = Double.isFinite(width) && Double.isFinite(height) && width > 0 && height > 0;
            return usable ? new Size(width, height) : new Size(1, 1);
        }
    }

    @Override
    public void page(int number, float width, float height) {
        pages.put(number, Size.of(width, height));
    }

    @Override
    public void word(WordBox box) {
        words.add(box);
    }

    @Override
    public void slide(int number, double width, double height) {
        slides.put(number, Size.of(width, height));
    }

    @Override
    public void shape(ShapeBox shape) {
        shapes.add(shape);
    }

    boolean hasPages() {
        return !pages.isEmpty();
    }

    boolean hasSlides() {
        return !slides.isEmpty();
    }

    Optional<Size> page(int number) {
        return Optional.ofNullable(pages.get(number));
    }

    Optional<Size> slide(int number) {
        return Optional.ofNullable(slides.get(number));
    }

    /// The shapes of a slide in the order in which they are read.
    List<ShapeBox> shapes(int slide) {
        return shapes.stream().filter(shape -> shape.slide() == slide).toList();
    }

    /// The words that a span touches, in order.
    Stream<WordBox> words(Span span) {
        int low = 0;
        int high = words.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (words.get(middle).span().end() <= span.start()) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return words.subList(low, words.size()).stream()
                .takeWhile(word -> word.span().start() < span.end())
                .filter(word -> word.span().overlaps(span));
    }
}
