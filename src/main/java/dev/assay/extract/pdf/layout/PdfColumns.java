package dev.assay.extract.pdf.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Puts the lines and tables of a page into reading order: where text runs in columns, one column after the
/// other; elsewhere row by row.
public final class PdfColumns {
    private static final int DEEPEST = 4;
    private static final float FARTHEST_MARK = 5f;

    private PdfColumns() {}

    /// Stretches of the page that are read as a whole, in order.
    public static List<List<PdfItem>> order(List<List<PdfLine>> rows, List<PdfTable> tables) {
        List<PdfItem> items = new ArrayList<>(tables);
        rows.forEach(row -> items.addAll(withMarks(row)));
        List<List<PdfItem>> stretches = new ArrayList<>();
        order(items, stretches, 0);
        return stretches;
    }

    /// The mark of a list entry belongs to what follows it, however far it is indented.
    private static List<PdfLine> withMarks(List<PdfLine> row) {
        if (row.size() < 2) {
            return row;
        }
        List<PdfLine> joined = new ArrayList<>();
        for (PdfLine piece : row) {
            PdfLine before = joined.isEmpty() ? null : joined.getLast();
            boolean entry = before != null
                    && PdfBlocks.isBullet(before.text())
                    && piece.left() - before.right() < FARTHEST_MARK * piece.size()
                    && !PdfText.isRightToLeft(piece.text());
            joined.add(entry ? PdfLine.join(List.of(joined.removeLast(), piece)) : piece);
        }
        return joined;
    }

    private static void order(List<PdfItem> items, List<List<PdfItem>> into, int depth) {
        Optional<Float> gutter = depth > DEEPEST ? Optional.empty() : PdfGutter.of(items);
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
        boolean rightFirst = isRightToLeft(columns);
        columns.clear();
        order(rightFirst ? right : left, into, depth + 1);
        order(rightFirst ? left : right, into, depth + 1);
    }

    /// Whether most lines are written from right to left; then so are columns.
    private static boolean isRightToLeft(List<PdfItem> items) {
        long lines = items.stream().filter(PdfLine.class::isInstance).count();
        return items.stream()
                        .filter(item -> item instanceof PdfLine line && PdfText.isRightToLeft(line.text()))
                        .count()
                > lines / 2;
    }

    private static boolean crosses(PdfItem item, float gutter) {
        return item.left() < gutter && item.right() > gutter;
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
