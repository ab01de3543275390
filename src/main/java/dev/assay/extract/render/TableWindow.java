package dev.assay.extract.render;

import dev.assay.document.Block;
import dev.assay.document.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Which rows and columns of a table are seen: those around what is wanted, the first row and the first column.
///
/// @param rows    in order, counted from 0; [#GAP] where some are left out
/// @param columns likewise
record TableWindow(List<Integer> rows, List<Integer> columns) {
    static final int GAP = -1;

    private static final int ROWS = 12;
    private static final int COLUMNS = 8;
    private static final int FIRST_ROWS = 3;
    private static final int MOST_ROWS = 40;
    private static final int MOST_COLUMNS = 16;

    /// The window around the cells that a span touches; around the table's beginning where it touches none.
    static TableWindow around(Block.Table table, Span span) {
        List<Block.Cell> wanted =
                cells(table).filter(cell -> touches(cell.span(), span)).toList();
        return wanted.isEmpty()
                ? beginning(table)
                : around(Extent.of(cells(table)), Extent.of(wanted.stream()), ROWS, COLUMNS);
    }

    /// The window around a place, counted from 0.
    static TableWindow around(Block.Table table, int row, int column) {
        Extent whole = Extent.of(cells(table));
        int nearRow = Math.clamp(row, whole.top(), whole.bottom());
        int nearColumn = Math.clamp(column, whole.left(), whole.right());
        return around(whole, new Extent(nearRow, nearRow, nearColumn, nearColumn), ROWS, COLUMNS);
    }

    /// The first few rows.
    static TableWindow beginning(Block.Table table) {
        Extent whole = Extent.of(cells(table));
        return around(whole, new Extent(whole.top(), whole.top(), whole.left(), whole.left()), FIRST_ROWS, COLUMNS);
    }

    private static TableWindow around(Extent whole, Extent want, int rows, int columns) {
        return new TableWindow(
                shown(whole.top(), whole.bottom(), want.top(), want.bottom(), rows, MOST_ROWS),
                shown(whole.left(), whole.right(), want.left(), want.right(), columns, MOST_COLUMNS));
    }

    /// Whether all that a span touches is seen, at least where it begins and ends.
    boolean sees(Block.Table table, Span span) {
        return cells(table)
                .filter(cell -> touches(cell.span(), span))
                .allMatch(cell -> rows.contains(cell.row()) && columns.contains(cell.column()));
    }

    private static Stream<Block.Cell> cells(Block.Table table) {
        return table.rows().stream().flatMap(row -> row.cells().stream());
    }

    private static boolean touches(Span cell, Span span) {
        return cell.overlaps(span) || cell.equals(span);
    }

    /// The first of all, what is wanted with what surrounds it, and a gap between them.
    private static List<Integer> shown(int first, int last, int from, int to, int usual, int most) {
        int wanted = Math.min(to - from + 1, most);
        int around = Math.max(0, usual - wanted);
        int start = Math.max(first, from - around / 2);
        int end = Math.min(last, start + Math.max(usual, wanted) - 1);
        start = Math.max(first, Math.min(start, end - usual + 1));
        List<Integer> shown = new ArrayList<>();
        if (start > first) {
            shown.add(first);
        }
        if (start > first + 1) {
            shown.add(GAP);
        }
        for (int each = start; each <= end; each++) {
            shown.add(each);
        }
        if (end < last) {
            shown.add(GAP);
        }
        return shown;
    }

    /// The rows and columns that cells begin in.
    private record Extent(int top, int bottom, int left, int right) {
        static Extent of(Stream<Block.Cell> cells) {
            int[] at = {Integer.MAX_VALUE, 0, Integer.MAX_VALUE, 0};
            cells.forEach(cell -> {
                at[0] = Math.min(at[0], cell.row());
                at[1] = Math.max(at[1], cell.row());
                at[2] = Math.min(at[2], cell.column());
                at[3] = Math.max(at[3], cell.column());
            });
            return new Extent(Math.min(at[0], at[1]), at[1], Math.min(at[2], at[3]), at[3]);
        }
    }
}
