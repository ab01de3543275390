package dev.assay.extract.workbook;

import java.util.regex.Pattern;

/// The name of a sheet as it stands in references.
final class SheetName {
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}_][\\p{L}0-9_.]*");

    private SheetName() {}

    /// In apostrophes where it needs them.
    static String quoted(String name) {
        boolean plain = PLAIN.matcher(name).matches() && !CellRange.isCells(name);
        return plain ? name : "'" + name.replace("'", "''") + "'";
    }

    /// Without apostrophes.
    static String plain(String quoted) {
        boolean inQuotes = quoted.length() >= 2 && quoted.startsWith("'") && quoted.endsWith("'");
        return inQuotes ? quoted.substring(1, quoted.length() - 1).replace("''", "'") : quoted;
    }
}
