package dev.assay.extract.render;

import dev.assay.document.Block;
import dev.assay.document.Document;
import dev.assay.document.Fact;
import dev.assay.document.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The letters and numbers by which a sheet's cells are called, and which rows and columns its program hides.
final class SheetLetters {
    private static final Pattern CELL = Pattern.compile("([A-Z]{1,3})([1-9][0-9]{0,6})(?::.*)?");
    private static final Pattern ROWS = Pattern.compile("([1-9][0-9]{0,6}):([1-9][0-9]{0,6})");
    private static final Pattern COLUMNS = Pattern.compile("([A-Z]{1,3}):([A-Z]{1,3})");

    private final List<int[]> hiddenRows = new ArrayList<>();
    private final List<int[]> hiddenColumns = new ArrayList<>();

    /// @param sheet whose hidden rows and columns are meant
    SheetLetters(Document document, String sheet) {
        document.facts(Fact.Hidden.class).forEach(hidden -> {
            if (hidden.place() instanceof Place.Cell cell && cell.sheet().equals(sheet)) {
                hide(hidden.kind(), cell.cell());
            }
        });
    }

    private void hide(Fact.Hidden.Kind kind, String range) {
        Matcher rows = ROWS.matcher(range);
        Matcher columns = COLUMNS.matcher(range);
        if (kind == Fact.Hidden.Kind.ROW && rows.matches()) {
            hiddenRows.add(new int[] {Integer.parseInt(rows.group(1)) - 1, Integer.parseInt(rows.group(2)) - 1});
        } else if (kind == Fact.Hidden.Kind.COLUMN && columns.matches()) {
            hiddenColumns.add(new int[] {column(columns.group(1)), column(columns.group(2))});
        }
    }

    boolean hidesRow(int row) {
        return hiddenRows.stream().anyMatch(range -> range[0] <= row && row <= range[1]);
    }

    boolean hidesColumn(int column) {
        return hiddenColumns.stream().anyMatch(range -> range[0] <= column && column <= range[1]);
    }

    /// The sheet whose grid a table is: every cell is called by its row and column; empty for any other table.
    static Optional<String> sheet(Block.Table table) {
        Block.Cell first = table.rows().getFirst().cells().getFirst();
        return Wording.inner(first.place()) instanceof Place.Cell cell
                        && cell.cell().equals(reference(first.row(), first.column()))
                ? Optional.of(cell.sheet())
                : Optional.empty();
    }

    /// Row and column, counted from 0, of a reference or of a range's first cell.
    static Optional<int[]> position(String reference) {
        Matcher cell = CELL.matcher(reference);
        return cell.matches()
                ? Optional.of(new int[] {Integer.parseInt(cell.group(2)) - 1, column(cell.group(1))})
                : Optional.empty();
    }

    static String reference(int row, int column) {
        return letters(column) + (row + 1);
    }

    static String letters(int column) {
        StringBuilder letters = new StringBuilder();
        for (int rest = column; rest >= 0; rest = rest / 26 - 1) {
            letters.insert(0, (char) ('A' + rest % 26));
        }
        return letters.toString();
    }

    private static int column(String letters) {
        int column = 0;
        for (int i = 0; i < letters.length(); i++) {
            column = column * 26 + (letters.charAt(i) - 'A' + 1);
        }
        return column - 1;
    }
}
