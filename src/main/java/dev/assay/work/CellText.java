package dev.assay.work;

/// Text of others that goes into a cell of a table which a spreadsheet may open.
public final class CellText {
    private CellText() {}

    /// The text, with an apostrophe before it where a spreadsheet could take it for a formula.
    public static String guarded(String text) {
        return isFormula(text) ? "'" + text : text;
    }

    /// Whether its first visible character is one of `= + - @`, or it starts with a tab or line end. Also the
    /// full-width forms, which spreadsheets of some languages take for the same.
    public static boolean isFormula(String text) {
        if (text.isEmpty()) {
            return false;
        }
        String visible = text.strip();
        boolean starts = !visible.isEmpty() && "=+-@\uFF1D\uFF0B\uFF0D\uFF20".indexOf(visible.charAt(0)) >= 0;
        return starts || "\t\r\n".indexOf(text.charAt(0)) >= 0;
    }
}
