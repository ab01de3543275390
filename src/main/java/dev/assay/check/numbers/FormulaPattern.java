package dev.assay.check.numbers;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A formula with its references relative to its own cell (R1C1), so that formulas copied along a row or column
/// are equal; and the cells it refers to.
///
/// @param text       the formula in relative notation
/// @param references what it refers to, in order
record FormulaPattern(String text, List<Reference> references) {
    private static final Pattern REFERENCE = Pattern.compile(
            "(?<![\\p{L}\\p{N}_.$])(?:('(?:[^']|'')+'|[\\p{L}_][\\p{L}\\p{N}_.]*)!)?"
                + "(\\$?)([A-Z]{1,3})(\\$?)(\\d{1,7})(?::(\\$?)([A-Z]{1,3})(\\$?)(\\d{1,7}))?(?![\\p{L}\\p{N}_(!])");
    private static final Pattern STRING = Pattern.compile("\"(?:[^\"]|\"\")*\"");

    /// Cells that a formula refers to, all counted from 0.
    ///
    /// @param sheet empty for the formula's own
    record Reference(String sheet, int firstRow, int firstColumn, int lastRow, int lastColumn) {}

    /// The pattern of a formula.
    ///
    /// @param row    of its cell, counted from 0
    /// @param column of its cell, counted from 0
    static FormulaPattern of(String formula, int row, int column) {
        List<Reference> references = new ArrayList<>();
        // Texts keep their length, so that no reference is seen in them.
        String bare = STRING.matcher(formula)
                .replaceAll(text -> "\"" + "~".repeat(text.group().length() - 2) + "\"");
        Matcher matcher = REFERENCE.matcher(bare);
        StringBuilder relative = new StringBuilder();
        int at = 0;
        while (matcher.find()) {
            int firstRow = Integer.parseInt(matcher.group(5)) - 1;
            int firstColumn = column(matcher.group(3));
            boolean range = matcher.group(9) != null;
            int lastRow = range ? Integer.parseInt(matcher.group(9)) - 1 : firstRow;
            int lastColumn = range ? column(matcher.group(7)) : firstColumn;
            references.add(new Reference(
                    sheet(matcher.group(1)),
                    Math.min(firstRow, lastRow),
                    Math.min(firstColumn, lastColumn),
                    Math.max(firstRow, lastRow),
                    Math.max(firstColumn, lastColumn)));
            relative.append(formula, at, matcher.start());
            relative.append(matcher.group(1) == null ? "" : matcher.group(1) + "!");
            relative.append(relative("R", matcher.group(4), firstRow, row));
            relative.append(relative("C", matcher.group(2), firstColumn, column));
            if (range) {
                relative.append(':').append(relative("R", matcher.group(8), lastRow, row));
                relative.append(relative("C", matcher.group(6), lastColumn, column));
            }
            at = matcher.end();
        }
        relative.append(formula.substring(at));
        return new FormulaPattern(relative.toString(), List.copyOf(references));
    }

    private static String relative(String axis, String fixed, int target, int own) {
        return fixed.isEmpty() ? axis + '[' + (target - own) + ']' : axis + (target + 1);
    }

    private static String sheet(@Nullable String name) {
        if (name == null) {
            return "";
        }
        return name.startsWith("'") ? name.substring(1, name.length() - 1).replace("''", "'") : name;
    }

    private static int column(String letters) {
        int column = 0;
        for (int i = 0; i < letters.length(); i++) {
            column = column * 26 + letters.charAt(i) - 'A' + 1;
        }
        return column - 1;
    }
}
