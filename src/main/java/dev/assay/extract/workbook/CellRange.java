package dev.assay.extract.workbook;

import java.util.Optional;
import java.util.regex.Pattern;

/// A rectangle of cells, rows and columns counted from 0, as in `B2:D9`.
record CellRange(int firstRow, int firstColumn, int lastRow, int lastColumn) {
    private static final Pattern WHOLE =
            Pattern.compile("\\$?[A-Za-z]{1,3}:\\$?[A-Za-z]{1,3}|\\$?[0-9]{1,7}:\\$?[0-9]{1,7}");

    /// Reads a range such as `B2:D9` or `B2`; empty where the text is none.
    static Optional<CellRange> parse(String text) {
        int colon = text.indexOf(':');
        Optional<CellReference> first = CellReference.parse(colon < 0 ? text : text.substring(0, colon));
        Optional<CellReference> last = colon < 0 ? first : CellReference.parse(text.substring(colon + 1));
        if (first.isEmpty() || last.isEmpty()) {
            return Optional.empty();
        }
        CellReference from = first.get();
        CellReference to = last.get();
        return Optional.of(new CellRange(
                Math.min(from.row(), to.row()),
                Math.min(from.column(), to.column()),
                Math.max(from.row(), to.row()),
                Math.max(from.column(), to.column())));
    }

    /// Whether a text names cells: a cell, a range, whole columns or rows.
    static boolean isCells(String text) {
        return parse(text).isPresent() || WHOLE.matcher(text).matches();
    }

    boolean contains(int row, int column) {
        return holdsRow(row) && firstColumn <= column && column <= lastColumn;
    }

    boolean holdsRow(int row) {
        return firstRow <= row && row <= lastRow;
    }

    boolean isOneCell() {
        return firstRow == lastRow && firstColumn == lastColumn;
    }

    /// The smallest range around both.
    CellRange with(CellRange other) {
        return new CellRange(
                Math.min(firstRow, other.firstRow),
                Math.min(firstColumn, other.firstColumn),
                Math.max(lastRow, other.lastRow),
                Math.max(lastColumn, other.lastColumn));
    }

    /// As places are written, such as `B2:D9`, or `B2` for one cell.
    String text() {
        String first = new CellReference(firstRow, firstColumn).text();
        return isOneCell() ? first : first + ":" + new CellReference(lastRow, lastColumn).text();
    }

    /// As names refer to it, such as `'My sheet'!$B$2:$D$9`.
    String absolute(String sheet) {
        String first = absolute(firstRow, firstColumn);
        return SheetName.quoted(sheet) + "!" + (isOneCell() ? first : first + ":" + absolute(lastRow, lastColumn));
    }

    private static String absolute(int row, int column) {
        return "$" + CellReference.letters(column) + "$" + (row + 1);
    }
}
