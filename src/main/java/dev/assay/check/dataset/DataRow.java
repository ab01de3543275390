package dev.assay.check.dataset;

import dev.assay.document.Block;
import dev.assay.document.Document;
import dev.assay.document.FurtherRows;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One row of a data set: the values by column, counted from 0, and where they stand.
final class DataRow {
    private final String sheet;
    private final int number;
    private final int width;
    private final boolean isSheet;
    private final String[] shown;
    private final @Nullable String[] raw;
    private final Block.@Nullable Cell[] cells;

    private DataRow(String sheet, boolean isSheet, int number, int width, int columns) {
        this.isSheet = isSheet;
        this.sheet = sheet;
        this.number = number;
        this.width = width;
        this.shown = new String[columns];
        this.raw = new String[columns];
        this.cells = new Block.Cell[columns];
        Arrays.fill(shown, "");
    }

    /// A row whose cells are blocks of the document.
    ///
    /// @param columns as many as are looked at, at least
    static DataRow of(Document document, Block.Row row, String sheet, boolean isSheet, int columns) {
        List<Block.Cell> all = row.cells();
        int width = all.isEmpty() ? 0 : all.getLast().column() + 1;
        DataRow read = new DataRow(sheet, isSheet, number(row), width, Math.max(width, columns));
        for (Block.Cell cell : all) {
            int column = cell.column();
            read.cells[column] = cell;
            read.shown[column] = document.text(cell.span()).strip();
            read.raw[column] = cell.raw();
        }
        return read;
    }

    /// A row that is kept without blocks.
    static DataRow of(FurtherRows.Row row, String sheet, boolean isSheet, int columns) {
        int width = row.shown().size();
        DataRow read = new DataRow(sheet, isSheet, row.number(), width, Math.max(width, columns));
        for (int column = 0; column < width; column++) {
            read.shown[column] = row.shown().get(column).strip();
            read.raw[column] = row.raw().get(column);
        }
        return read;
    }

    private static int number(Block.Row row) {
        return row.cells().isEmpty() ? 0 : row.cells().getFirst().row() + 1;
    }

    /// As the file counts it, from 1, the header included.
    int number() {
        return number;
    }

    /// How many fields the row has.
    int width() {
        return width;
    }

    /// What a column shows, stripped; empty where there is nothing.
    String text(int column) {
        return column < shown.length ? shown[column] : "";
    }

    /// The stored number of a workbook's cell; null where there is none.
    @Nullable
    String raw(int column) {
        return column < raw.length ? raw[column] : null;
    }

    /// Whether it is of a sheet, in which a field without text is no field.
    boolean isSheet() {
        return isSheet;
    }

    boolean isBlank() {
        for (String each : shown) {
            if (!each.isEmpty()) {
                return false;
            }
        }
        return true;
    }

    boolean hasFormula(int column) {
        Block.Cell cell = column < cells.length ? cells[column] : null;
        return cell != null && cell.formula() != null;
    }

    /// Where a column's value stands.
    Spot spot(int column) {
        return new Spot(sheet, number, column, column < cells.length ? cells[column] : null);
    }

    static String letters(int column) {
        String rest = column < 26 ? "" : letters(column / 26 - 1);
        return rest + (char) ('A' + column % 26);
    }
}
