package dev.assay.extract.pdf.layout;

import dev.assay.extract.pdf.layout.PdfRulings.Ruling;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.ToIntFunction;

/// Rows and columns between rulings. Neighbours without a ruling between them are one cell.
///
/// @param xs       edges of the columns, from left to right
/// @param ys       edges of the rows, from top to bottom
/// @param rulings  what was drawn
record PdfGrid(List<Float> xs, List<Float> ys, List<Ruling> rulings) {
    private static final float APART = PdfRulings.NEAR + 1;
    private static final double LEAST_FILLED = 0.4;
    private static final int MOST_CELLS = 20_000;

    static PdfGrid of(List<Ruling> group) {
        return new PdfGrid(edges(group, false), edges(group, true), group);
    }

    private static List<Float> edges(List<Ruling> group, boolean horizontal) {
        TreeSet<Float> all = new TreeSet<>();
        for (Ruling ruling : group) {
            if (ruling.horizontal() == horizontal) {
                all.add(ruling.at());
            }
        }
        // A table need not be closed at its sides: the ends of the crossing rulings are edges too.
        group.stream().filter(ruling -> ruling.horizontal() != horizontal).forEach(ruling -> {
            addIfApart(all, ruling.from());
            addIfApart(all, ruling.to());
        });
        List<Float> apart = new ArrayList<>();
        for (float edge : all) {
            if (apart.isEmpty() || edge - apart.getLast() > APART) {
                apart.add(edge);
            }
        }
        return apart;
    }

    private static void addIfApart(TreeSet<Float> all, float edge) {
        if (all.isEmpty() || edge < all.first() - APART || edge > all.last() + APART) {
            all.add(edge);
        }
    }

    private int rows() {
        return ys.size() - 1;
    }

    private int columns() {
        return xs.size() - 1;
    }

    boolean holds(PdfGlyph glyph) {
        float x = glyph.x() + glyph.width() / 2;
        float y = glyph.middle();
        return x > xs.getFirst() && x < xs.getLast() && y > ys.getFirst() && y < ys.getLast();
    }

    /// The table, where there are at least two rows and two columns with text and few empty cells: charts and
    /// frames are none.
    Optional<PdfTable> table(List<PdfGlyph> glyphs) {
        if (rows() < 2 || columns() < 2 || (long) rows() * columns() > MOST_CELLS) {
            return Optional.empty();
        }
        List<PdfTable.Cell> cells = cells(glyphs);
        List<PdfTable.Cell> filled =
                cells.stream().filter(cell -> !cell.lines().isEmpty()).toList();
        boolean isTable = filled.size() >= cells.size() * LEAST_FILLED
                && distinct(filled, PdfTable.Cell::row) >= 2
                && distinct(filled, PdfTable.Cell::column) >= 2;
        return isTable
                ? Optional.of(new PdfTable(
                        xs.getFirst(), xs.getLast(), ys.getFirst(), ys.getLast(), confidence(filled, cells), cells))
                : Optional.empty();
    }

    private double confidence(List<PdfTable.Cell> filled, List<PdfTable.Cell> cells) {
        double share = (double) filled.size() / cells.size();
        return Math.round(100 * (0.6 + 0.3 * share + (isClosed() ? 0.05 : 0))) / 100.0;
    }

    /// Whether a line is drawn along each of its four sides.
    private boolean isClosed() {
        float x = (xs.getFirst() + xs.getLast()) / 2;
        float y = (ys.getFirst() + ys.getLast()) / 2;
        return crosses(true, ys.getFirst(), x)
                && crosses(true, ys.getLast(), x)
                && crosses(false, xs.getFirst(), y)
                && crosses(false, xs.getLast(), y);
    }

    private static long distinct(List<PdfTable.Cell> cells, ToIntFunction<PdfTable.Cell> index) {
        return cells.stream().mapToInt(index).distinct().count();
    }

    private List<PdfTable.Cell> cells(List<PdfGlyph> glyphs) {
        Map<Integer, List<PdfGlyph>> byCell = new HashMap<>();
        for (PdfGlyph glyph : glyphs) {
            if (holds(glyph)) {
                byCell.computeIfAbsent(slot(glyph), key -> new ArrayList<>()).add(glyph);
            }
        }
        boolean[][] taken = new boolean[rows()][columns()];
        List<PdfTable.Cell> cells = new ArrayList<>();
        for (int row = 0; row < rows(); row++) {
            for (int column = 0; column < columns(); column++) {
                if (!taken[row][column]) {
                    cells.add(cell(row, column, taken, byCell));
                }
            }
        }
        return cells;
    }

    private int slot(PdfGlyph glyph) {
        int row = index(ys, glyph.middle());
        return row * columns() + index(xs, glyph.x() + glyph.width() / 2);
    }

    private static int index(List<Float> edges, float at) {
        int index = 0;
        while (index < edges.size() - 2 && edges.get(index + 1) <= at) {
            index++;
        }
        return index;
    }

    private PdfTable.Cell cell(int row, int column, boolean[][] taken, Map<Integer, List<PdfGlyph>> byCell) {
        int width = 1;
        while (column + width < columns() && !taken[row][column + width] && !wall(row, column + width)) {
            width++;
        }
        int height = 1;
        while (row + height < rows() && openBelow(row + height, column, width, taken)) {
            height++;
        }
        List<PdfGlyph> inside = new ArrayList<>();
        for (int r = row; r < row + height; r++) {
            for (int c = column; c < column + width; c++) {
                taken[r][c] = true;
                inside.addAll(byCell.getOrDefault(r * columns() + c, List.of()));
            }
        }
        return PdfTable.Cell.of(row, column, height, width, PdfRows.of(inside));
    }

    /// Whether a ruling stands to the left of a cell.
    private boolean wall(int row, int column) {
        return crosses(false, xs.get(column), (ys.get(row) + ys.get(row + 1)) / 2);
    }

    private boolean openBelow(int row, int column, int width, boolean[][] taken) {
        for (int c = column; c < column + width; c++) {
            if (taken[row][c] || crosses(true, ys.get(row), (xs.get(c) + xs.get(c + 1)) / 2)) {
                return false;
            }
        }
        return true;
    }

    private boolean crosses(boolean horizontal, float at, float through) {
        return rulings.stream()
                .anyMatch(ruling -> ruling.horizontal() == horizontal
                        && Math.abs(ruling.at() - at) <= APART
                        && ruling.from() <= through
                        && ruling.to() >= through);
    }
}
