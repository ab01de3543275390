package dev.assay.extract.pdf.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Puts the lines and tables of a page into reading order: where text runs in columns, one column after the
/// other; elsewhere row by row.
public final class PdfColumns {
    private static final int LEAST_LINES = 4;
    private static final float LEAST_GUTTER = 7f;
    private static final double MOST_CROSSING = 0.35;
    private static final int LEAST_CHARACTERS = 15;

    private PdfColumns() {}

    /// Stretches of the page that are read as a whole, in order.
    public static List<List<PdfItem>> order(List<List<PdfLine>> rows, List<PdfTable> tables) {
        List<PdfItem> items = new ArrayList<>(tables);
        rows.forEach(items::addAll);
        List<List<PdfItem>> stretches = new ArrayList<>();
        order(items, stretches, 0);
        return stretches;
    }

    private static void order(List<PdfItem> items, List<List<PdfItem>> into, int depth) {
        Optional<Float> gutter = depth > 4 ? Optional.empty() : gutter(items);
        if (gutter.isEmpty()) {
            if (!items.isEmpty()) {
                into.addAll(inRows(items));
            }
            return;
        }
        List<PdfItem> sorted = new ArrayList<>(items);
        sorted.sort(Comparator.comparingDouble(PdfItem::top));
        List<PdfItem> wide = new ArrayList<>();
        List<PdfItem> columns = new ArrayList<>();
        for (PdfItem item : sorted) {
            if (crosses(item, gutter.get())) {
                columns(columns, gutter.get(), into, depth);
                wide.add(item);
            } else {
                wide(wide, into);
                columns.add(item);
            }
        }
        wide(wide, into);
        columns(columns, gutter.get(), into, depth);
    }

    private static void wide(List<PdfItem> wide, List<List<PdfItem>> into) {
        if (!wide.isEmpty()) {
            into.addAll(inRows(wide));
            wide.clear();
        }
    }

    private static void columns(List<PdfItem> columns, float gutter, List<List<PdfItem>> into, int depth) {
        List<PdfItem> left =
                columns.stream().filter(item -> item.right() <= gutter).toList();
        List<PdfItem> right =
                columns.stream().filter(item -> item.right() > gutter).toList();
        columns.clear();
        order(left, into, depth + 1);
        order(right, into, depth + 1);
    }

    private static boolean crosses(PdfItem item, float gutter) {
        return item.left() < gutter && item.right() > gutter;
    }

    /// The middle of the white space between two columns of running text.
    private static Optional<Float> gutter(List<PdfItem> items) {
        if (items.size() < 2 * LEAST_LINES) {
            return Optional.empty();
        }
        float left = (float) items.stream().mapToDouble(PdfItem::left).min().orElse(0);
        float right = (float) items.stream().mapToDouble(PdfItem::right).max().orElse(0);
        Optional<Float> best = Optional.empty();
        long fewest = Math.round(items.size() * MOST_CROSSING);
        for (float at = left + (right - left) * 0.2f; at < left + (right - left) * 0.8f; at += 2) {
            float gutter = at;
            long crossing = items.stream()
                    .filter(item -> item.left() < gutter + LEAST_GUTTER / 2 && item.right() > gutter - LEAST_GUTTER / 2)
                    .count();
            if (crossing < fewest && isRunning(items, gutter)) {
                fewest = crossing;
                best = Optional.of(gutter);
            }
        }
        return best;
    }

    private static boolean isRunning(List<PdfItem> items, float gutter) {
        List<PdfItem> left =
                items.stream().filter(item -> item.right() <= gutter).toList();
        List<PdfItem> right =
                items.stream().filter(item -> item.left() >= gutter).toList();
        return isColumn(left) && isColumn(right) && beside(left, right);
    }

    /// Whether lines follow each other closely and mostly fill the same width, as running text does and labels
    /// beside it or cells of a table do not.
    private static boolean isColumn(List<PdfItem> items) {
        List<PdfLine> lines = items.stream()
                .filter(PdfLine.class::isInstance)
                .map(PdfLine.class::cast)
                .sorted(Comparator.comparingDouble(PdfLine::baseline))
                .toList();
        if (lines.size() < LEAST_LINES) {
            return false;
        }
        double left = lines.stream().mapToDouble(PdfLine::left).min().orElse(0);
        double right = lines.stream().mapToDouble(PdfLine::right).max().orElse(0);
        long full = lines.stream()
                .filter(line -> line.width() >= 0.6 * (right - left))
                .count();
        double characters =
                lines.stream().mapToInt(line -> line.text().length()).average().orElse(0);
        long close = 0;
        for (int i = 1; i < lines.size(); i++) {
            float step = lines.get(i).baseline() - lines.get(i - 1).baseline();
            // A step of nearly nothing means two pieces in one row: cells, not a column.
            close += step > 0.5f * lines.get(i).size()
                            && step < 2.2f * lines.get(i).size()
                    ? 1
                    : 0;
        }
        return full >= lines.size() * 0.5 && characters >= LEAST_CHARACTERS && close >= (lines.size() - 1) * 0.7;
    }

    private static boolean beside(List<PdfItem> left, List<PdfItem> right) {
        double top = Math.max(top(left), top(right));
        double bottom = Math.min(bottom(left), bottom(right));
        return bottom - top > 2 * left.getFirst().bottom() - 2 * left.getFirst().top();
    }

    private static double top(List<PdfItem> items) {
        return items.stream().mapToDouble(PdfItem::top).min().orElse(0);
    }

    private static double bottom(List<PdfItem> items) {
        return items.stream().mapToDouble(PdfItem::bottom).max().orElse(0);
    }

    /// Row by row: aligned rows become tables.
    private static List<List<PdfItem>> inRows(List<PdfItem> items) {
        List<PdfLine> lines = new ArrayList<>();
        List<List<? extends PdfItem>> ordered = new ArrayList<>();
        for (PdfItem item : items) {
            switch (item) {
                case PdfLine line -> lines.add(line);
                case PdfTable table -> ordered.add(List.of(table));
            }
        }
        ordered.addAll(PdfAligned.tablesAndRows(rows(lines)));
        ordered.sort(Comparator.comparingDouble(row -> readFrom(row.getFirst())));
        return PdfBeside.order(ordered);
    }

    /// Lines by their baselines, tables by their upper edge.
    private static double readFrom(PdfItem item) {
        return switch (item) {
            case PdfLine line -> line.baseline();
            case PdfTable table -> table.top();
        };
    }

    private static List<List<PdfLine>> rows(List<PdfLine> lines) {
        List<PdfLine> sorted = new ArrayList<>(lines);
        sorted.sort(Comparator.comparingDouble(PdfLine::baseline).thenComparingDouble(PdfLine::left));
        List<List<PdfLine>> rows = new ArrayList<>();
        for (PdfLine line : sorted) {
            boolean same = !rows.isEmpty()
                    && line.baseline() - rows.getLast().getFirst().baseline() < 0.4f * line.size();
            if (!same) {
                rows.add(new ArrayList<>());
            }
            rows.getLast().add(line);
        }
        rows.forEach(row -> row.sort(Comparator.comparingDouble(PdfLine::left)));
        return rows;
    }
}
