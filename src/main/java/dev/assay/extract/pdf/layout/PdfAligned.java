package dev.assay.extract.pdf.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;

/// Finds tables without rulings: rows that follow each other with the same number of short pieces, each column
/// aligned at its left, right or middle. In doubt there is no table.
final class PdfAligned {
    private static final int LEAST_ROWS = 3;
    private static final float ALIGNED = 3f;
    private static final int LONGEST_CELL = 60;
    private static final Pattern FIGURE =
            Pattern.compile("[-+\u2212(]?[\\p{Sc}]?\\s?\\d[\\d.,\u00A0 ]*\\s?[%)\\p{Sc}]?");

    private PdfAligned() {}

    /// Tables, each as a row of its own, and the rows between them.
    static List<List<? extends PdfItem>> tablesAndRows(List<List<PdfLine>> rows) {
        List<List<? extends PdfItem>> items = new ArrayList<>();
        int i = 0;
        while (i < rows.size()) {
            int end = runEnd(rows, i);
            List<List<PdfLine>> run = rows.subList(i, end);
            if (isTable(run)) {
                items.add(List.of(table(run)));
                i = end;
            } else {
                items.add(rows.get(i));
                i++;
            }
        }
        return items;
    }

    /// One past the last row that has as many pieces as the first and stands close below the one before.
    private static int runEnd(List<List<PdfLine>> rows, int start) {
        int end = start + 1;
        int pieces = rows.get(start).size();
        while (pieces > 1 && end < rows.size() && rows.get(end).size() == pieces && isClose(rows, end)) {
            end++;
        }
        return end;
    }

    private static boolean isClose(List<List<PdfLine>> rows, int row) {
        PdfLine line = rows.get(row).getFirst();
        return line.baseline() - rows.get(row - 1).getFirst().baseline() < 3.5f * line.size();
    }

    private static boolean isTable(List<List<PdfLine>> run) {
        if (run.size() < LEAST_ROWS || run.getFirst().size() < 2) {
            return false;
        }
        int columns = run.getFirst().size();
        for (int column = 0; column < columns; column++) {
            if (!isAligned(column(run, column))) {
                return false;
            }
        }
        boolean bullets = column(run, 0).stream().allMatch(line -> PdfBlocks.isMarker(line.text()));
        return !bullets && (columns > 2 || hasFigures(column(run, 1)));
    }

    private static List<PdfLine> column(List<List<PdfLine>> run, int column) {
        return run.stream().map(row -> row.get(column)).toList();
    }

    private static boolean isAligned(List<PdfLine> column) {
        boolean isShort = column.stream().allMatch(line -> line.text().length() <= LONGEST_CELL);
        return isShort
                && (agrees(column, PdfLine::left) || agrees(column, PdfLine::right) || agrees(column, PdfLine::centre));
    }

    /// Whether all but the head agree on a coordinate.
    private static boolean agrees(List<PdfLine> column, ToDoubleFunction<PdfLine> coordinate) {
        double[] sorted = column.stream().mapToDouble(coordinate).sorted().toArray();
        double middle = sorted[sorted.length / 2];
        return column.stream().skip(1).allMatch(line -> Math.abs(coordinate.applyAsDouble(line) - middle) <= ALIGNED);
    }

    private static boolean hasFigures(List<PdfLine> column) {
        long figures = column.stream()
                .filter(line -> FIGURE.matcher(line.text()).matches())
                .count();
        return figures >= column.size() * 0.7;
    }

    private static PdfTable table(List<List<PdfLine>> run) {
        List<PdfTable.Cell> cells = new ArrayList<>();
        for (int row = 0; row < run.size(); row++) {
            for (int column = 0; column < run.get(row).size(); column++) {
                cells.add(new PdfTable.Cell(
                        row, column, 1, 1, List.of(run.get(row).get(column).placed())));
            }
        }
        List<PdfLine> all = run.stream().flatMap(List::stream).toList();
        return new PdfTable(
                (float) all.stream().mapToDouble(PdfLine::left).min().orElse(0),
                (float) all.stream().mapToDouble(PdfLine::right).max().orElse(0),
                all.getFirst().top(),
                all.getLast().bottom(),
                confidence(run),
                cells);
    }

    private static double confidence(List<List<PdfLine>> run) {
        boolean figures = false;
        for (int column = 0; column < run.getFirst().size(); column++) {
            figures |= hasFigures(column(run, column));
        }
        return Math.round(100 * (0.3 + 0.05 * Math.min(6, run.size()) + (figures ? 0.1 : 0))) / 100.0;
    }
}
