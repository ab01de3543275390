package dev.assay.extract.slides;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/// The order in which a person reads the shapes of a slide.
///
/// The slide is cut along the empty bands between its shapes, downwards and across, again and again (the X-Y
/// cut of Nagy and Seth). Where it can be cut both ways, short texts over longer ones head columns, and
/// short texts before longer ones label rows. Where neither is so, three rows or more that each have
/// something of each column are read as rows; else the cut is taken that the order in which the shapes were
/// drawn agrees with more, and where both agree the same, the one into rows. Shapes that overlap so that no
/// cut is left stand in rows.
final class SlideOrder {
    /// Shapes whose upper edges are nearer than this part of the slide's height stand in one row.
    private static final double ROW = 1.0 / 30;

    /// So much of the slide's height, but not more than a quarter of itself, a shape may reach over a cut.
    private static final double REACH = 1.0 / 60;

    /// So much shorter are headings and labels, taken together, than what they belong to.
    private static final double CLEARLY = 0.5;

    private static final int MOST_SHAPES = 500;

    private final double height;
    private final Map<PlacedShape, Integer> drawn = new IdentityHashMap<>();

    private SlideOrder(SlideBox slide) {
        this.height = slide.height();
    }

    /// The shapes in order; those whose place is not known come last.
    ///
    /// @param shapes as they are drawn
    static List<PlacedShape> of(List<PlacedShape> shapes, SlideBox slide) {
        SlideOrder order = new SlideOrder(slide);
        shapes.forEach(shape -> order.drawn.put(shape, order.drawn.size()));
        List<PlacedShape> placed =
                shapes.stream().filter(shape -> shape.bounds().isPresent()).toList();
        List<PlacedShape> ordered = new ArrayList<>();
        if (placed.size() > MOST_SHAPES) {
            order.inRows(placed, ordered);
        } else {
            order.cut(placed, ordered);
        }
        shapes.stream().filter(shape -> shape.bounds().isEmpty()).forEach(ordered::add);
        return ordered;
    }

    private void cut(List<PlacedShape> shapes, List<PlacedShape> into) {
        if (shapes.size() < 2) {
            into.addAll(shapes);
            return;
        }
        List<List<PlacedShape>> rows = split(shapes, SlideBox::y, SlideBox::height);
        List<List<PlacedShape>> columns = split(shapes, SlideBox::x, SlideBox::width);
        boolean across = rows.size() < 2 || columns.size() > 1 && columnsFirst(rows, columns);
        List<List<PlacedShape>> parts = across ? columns : rows;
        if (parts.size() < 2) {
            inRows(shapes, into);
        } else {
            parts.forEach(part -> cut(part, into));
        }
    }

    private boolean columnsFirst(List<List<PlacedShape>> rows, List<List<PlacedShape>> columns) {
        double heads = brevity(rows);
        double labels = brevity(columns);
        if (Math.min(heads, labels) < CLEARLY * Math.max(heads, labels)) {
            return heads < labels;
        }
        return !isTable(rows, columns) && disorder(columns) < disorder(rows);
    }

    /// Whether there are three rows or more, and each has something of each column.
    private static boolean isTable(List<List<PlacedShape>> rows, List<List<PlacedShape>> columns) {
        return rows.size() > 2
                && rows.stream()
                        .allMatch(row -> columns.stream()
                                .allMatch(column -> column.stream().anyMatch(row::contains)));
    }

    /// How long the texts of the first group are, beside those of the others.
    private static double brevity(List<List<PlacedShape>> groups) {
        double first = length(groups.subList(0, 1));
        return first / Math.max(1, length(groups.subList(1, groups.size())));
    }

    private static double length(List<List<PlacedShape>> groups) {
        return groups.stream()
                .flatMap(List::stream)
                .mapToInt(placed -> placed.shape().length())
                .average()
                .orElse(0);
    }

    /// Groups with an empty band between them, in order.
    private List<List<PlacedShape>> split(
            List<PlacedShape> shapes, ToDoubleFunction<SlideBox> start, ToDoubleFunction<SlideBox> length) {
        List<PlacedShape> sorted = new ArrayList<>(shapes);
        sorted.sort(Comparator.comparingDouble(shape -> from(shape, start, length)));
        List<List<PlacedShape>> groups = new ArrayList<>();
        double end = Double.NEGATIVE_INFINITY;
        for (PlacedShape shape : sorted) {
            double from = from(shape, start, length);
            if (from >= end) {
                groups.add(new ArrayList<>());
            }
            groups.getLast().add(shape);
            SlideBox box = box(shape);
            end = Math.max(end, from + length.applyAsDouble(box) - 2 * reach(length.applyAsDouble(box)));
        }
        return groups;
    }

    private double from(PlacedShape shape, ToDoubleFunction<SlideBox> start, ToDoubleFunction<SlideBox> length) {
        SlideBox box = box(shape);
        return start.applyAsDouble(box) + reach(length.applyAsDouble(box));
    }

    private double reach(double length) {
        return Math.min(length / 4, height * REACH);
    }

    /// The part of the pairs of shapes in different groups that were drawn in the other order.
    private double disorder(List<List<PlacedShape>> groups) {
        long pairs = 0;
        long reversed = 0;
        List<PlacedShape> before = new ArrayList<>();
        for (List<PlacedShape> group : groups) {
            for (PlacedShape shape : group) {
                int at = drawn.get(shape);
                reversed += before.stream().filter(each -> drawn.get(each) > at).count();
                pairs += before.size();
            }
            before.addAll(group);
        }
        return (double) reversed / pairs;
    }

    private void inRows(List<PlacedShape> shapes, List<PlacedShape> into) {
        List<PlacedShape> sorted = new ArrayList<>(shapes);
        sorted.sort(Comparator.comparingDouble((PlacedShape shape) -> box(shape).y())
                .thenComparingDouble(shape -> box(shape).x()));
        int from = 0;
        for (int i = 1; i <= sorted.size(); i++) {
            boolean rowEnds = i == sorted.size()
                    || box(sorted.get(i)).y() - box(sorted.get(from)).y() > height * ROW;
            if (rowEnds) {
                List<PlacedShape> row = new ArrayList<>(sorted.subList(from, i));
                row.sort(Comparator.comparingDouble(shape -> box(shape).x()));
                into.addAll(row);
                from = i;
            }
        }
    }

    private static SlideBox box(PlacedShape shape) {
        return shape.bounds().orElseThrow();
    }
}
