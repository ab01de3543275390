package dev.assay.extract.workbook;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A formula that many cells share, stored once with the cell it is written for.
///
/// @param formula as the first cell has it
/// @param row     of the first cell, counted from 0
/// @param column  of the first cell, counted from 0
record SharedFormula(String formula, int row, int column) {
    /// The longest formula a spreadsheet takes; a longer one is not moved.
    private static final int LONGEST = 8192;

    private static final int ROWS = 1 << 20;
    private static final int COLUMNS = 1 << 14;

    /// What must stay as it is (texts, quoted sheet names, names in brackets, words) or is a reference.
    private static final Pattern TOKEN = Pattern.compile("\"[^\"]*\"|'[^']*'|\\[[^\\]]*\\]"
            + "|(?<![A-Za-z0-9_.\\\\$])(?:(\\$?)([A-Z]{1,3})(\\$?)([0-9]{1,7})(?![A-Za-z0-9_.(!])"
            + "|(\\$?)([A-Z]{1,3}):(\\$?)([A-Z]{1,3})(?![A-Za-z0-9_.(!])"
            + "|(\\$?)([0-9]{1,7}):(\\$?)([0-9]{1,7})(?![A-Za-z0-9_.(!]))");

    /// The formula as another cell has it: relative references moved by the distance between the cells.
    String at(int otherRow, int otherColumn) {
        if (formula.length() > LONGEST) {
            return formula;
        }
        int down = otherRow - row;
        int right = otherColumn - column;
        Matcher token = TOKEN.matcher(formula);
        return token.replaceAll(found -> Matcher.quoteReplacement(moved((Matcher) found, down, right)));
    }

    private static String moved(Matcher token, int down, int right) {
        if (token.group(2) != null) {
            return column(token.group(1), token.group(2), right) + row(token.group(3), token.group(4), down);
        }
        if (token.group(6) != null) {
            return column(token.group(5), token.group(6), right) + ":" + column(token.group(7), token.group(8), right);
        }
        if (token.group(10) != null) {
            return row(token.group(9), token.group(10), down) + ":" + row(token.group(11), token.group(12), down);
        }
        return token.group();
    }

    /// References that leave the sheet come in again at the other side, as spreadsheets do.
    private static String column(String fixed, String letters, int right) {
        return fixed.isEmpty()
                ? CellReference.letters(Math.floorMod(CellReference.column(letters) + right, COLUMNS))
                : fixed + letters;
    }

    private static String row(String fixed, String digits, int down) {
        return fixed.isEmpty()
                ? String.valueOf(Math.floorMod(Integer.parseInt(digits) - 1 + down, ROWS) + 1)
                : fixed + digits;
    }
}
