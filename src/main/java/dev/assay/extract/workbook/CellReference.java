package dev.assay.extract.workbook;

import java.util.Optional;

/// A cell of a sheet, row and column counted from 0, as in `B7`.
record CellReference(int row, int column) {
    private static final int MOST_LETTERS = 3;
    private static final int MOST_DIGITS = 7;

    /// Reads a reference such as `B7`; empty where the text is none. Dollar signs are passed over.
    static Optional<CellReference> parse(String text) {
        String plain = text.indexOf('$') < 0 ? text : text.replace("$", "");
        int letters = 0;
        while (letters < plain.length() && isLetter(plain.charAt(letters))) {
            letters++;
        }
        int digits = plain.length() - letters;
        if (letters < 1 || letters > MOST_LETTERS || digits < 1 || digits > MOST_DIGITS) {
            return Optional.empty();
        }
        int row = 0;
        for (int i = letters; i < plain.length(); i++) {
            int digit = plain.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return Optional.empty();
            }
            row = row * 10 + digit;
        }
        return row == 0
                ? Optional.empty()
                : Optional.of(new CellReference(row - 1, column(plain.substring(0, letters))));
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

    private static boolean isLetter(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }
}
