package dev.assay.extract.render;

import dev.assay.document.Span;
import dev.assay.extract.pdf.WordBox;
import dev.assay.extract.render.Rendering.Box;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The boxes of a passage on the pages it stands on: one for each stretch of words on a line.
final class PageMarks {
    /// Most boxes of one passage on one page.
    private static final int MOST = 400;
    /// How much wider than high a gap between words of one line may be.
    private static final double WIDEST_GAP = 2;

    private final Geometry geometry;
    private final String text;

    /// @param text the document's
    PageMarks(Geometry geometry, String text) {
        this.geometry = geometry;
        this.text = text;
    }

    /// By page, in order.
    Map<Integer, List<Box>> of(Span span) {
        Map<Integer, List<Rectangle>> lines = new TreeMap<>();
        geometry.words(span)
                .forEach(word -> add(lines.computeIfAbsent(word.page(), page -> new ArrayList<>()), part(word, span)));
        Map<Integer, List<Box>> boxes = new TreeMap<>();
        lines.forEach((page, rectangles) -> geometry.page(page)
                .ifPresent(size -> boxes.put(
                        page, rectangles.stream().map(each -> each.on(size)).toList())));
        return boxes;
    }

    private static void add(List<Rectangle> lines, Rectangle word) {
        if (!lines.isEmpty() && lines.getLast().continues(word)) {
            lines.add(lines.removeLast().with(word));
        } else if (lines.size() < MOST) {
            lines.add(word);
        }
    }

    /// The part of a word's box that the span covers, in proportion to its characters; a word that is written
    /// from right to left as a whole.
    private Rectangle part(WordBox word, Span span) {
        Span own = word.span();
        Rectangle whole = new Rectangle(word.x(), word.y(), word.x() + word.width(), word.y() + word.height());
        if (span.contains(own) || own.end() > text.length() || isRightToLeft(own)) {
            return whole;
        }
        double unit = (double) word.width() / own.length();
        double left = word.x() + unit * Math.max(0, span.start() - own.start());
        double right = word.x() + unit * (Math.min(span.end(), own.end()) - own.start());
        return new Rectangle(left, whole.top, right, whole.bottom);
    }

    private boolean isRightToLeft(Span word) {
        return text.substring(word.start(), word.end())
                .codePoints()
                .map(Character::getDirectionality)
                .anyMatch(each -> each == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                        || each == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC);
    }

    /// In points from the upper left corner.
    private record Rectangle(double left, double top, double right, double bottom) {
        /// Whether a word stands on this line, on either side and near.
        boolean continues(Rectangle word) {
            double height = Math.max(bottom - top, word.bottom - word.top);
            double common = Math.min(bottom, word.bottom) - Math.max(top, word.top);
            double gap = Math.max(word.left - right, left - word.right);
            return common > height / 2 && gap < height * WIDEST_GAP;
        }

        Rectangle with(Rectangle word) {
            return new Rectangle(
                    Math.min(left, word.left),
                    Math.min(top, word.top),
                    Math.max(right, word.right),
                    Math.max(bottom, word.bottom));
        }

        Box on(Geometry.Size size) {
            double x = part(left, size.width());
            double y = part(top, size.height());
            return new Box(x, y, part(right, size.width()) - x, part(bottom, size.height()) - y);
        }

        private static double part(double value, double of) {
            double share = Double.isFinite(value) ? Math.clamp(value / of, 0, 1) : 0;
            return Math.round(share * 100_000) / 100_000.0;
        }
    }
}
