package dev.assay.extract;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A cell of a sheet, row and column counted from 0, as in `B7`.
record CellReference(int row, int column) {
    private static final Pattern CELL = Pattern.compile("\\$?([A-Za-z]{1,3})\\$?([0-9]{1,7})");

    /// Reads a reference such as `B7`; empty where the text is none.
    static Optional<CellReference> parse(String text) {
        Matcher cell = CELL.matcher(text);
        if (!cell.matches()) {
            return Optional.empty();
        }
        int row = Integer.parseInt(cell.group(2)) - 1;
        return row < 0 ? Optional.empty() : Optional.of(new CellReference(row, column(cell.group(1))));
    }

    /// The index of a column from its letters, from 0.
    static int column(String letters) {
        int column = 0;
        for (int i = 0; i < letters.length(); i++) {
            column = column * 26 + (Character.toUpperCase(letters.charAt(i)) - 'A' + 1);
        }
        return column - 1;
    }

    /// The letters of a column counted from 0.
    static String letters(int column) {
        StringBuilder letters = new StringBuilder();
        for (int rest = column; rest >= 0; rest = rest / 26 - 1) {
            letters.insert(0, (char) ('A' + rest % 26));
        }
        return letters.toString();
    }

    /// The reference as written, such as `B7`.
    String text() {
        return letters(column) + (row + 1);
    }
}
