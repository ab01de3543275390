package dev.assay.extract.workbook;

/// Formulas of OpenDocument (OpenFormula, 5.8) in the words of other workbooks: `of:=SUM([.C3:.C4];[$Base.A1])`
/// becomes `SUM(C3:C4,Base!A1)`.
final class OpenFormula {
    private OpenFormula() {}

    /// The formula without the name of its language and the equals sign.
    static String plain(String formula) {
        int equals = formula.indexOf('=');
        String rest = formula.substring(equals + 1);
        StringBuilder plain = new StringBuilder(rest.length());
        boolean quoted = false;
        for (int i = 0; i < rest.length(); i++) {
            char c = rest.charAt(i);
            int end = c == '[' && !quoted ? rest.indexOf(']', i) : -1;
            quoted ^= c == '"';
            if (end > 0) {
                plain.append(range(rest.substring(i + 1, end)));
                i = end;
            } else {
                plain.append(c == ';' && !quoted ? ',' : c);
            }
        }
        return plain.toString();
    }

    /// A cell or range: `$Base.$A$1:.$B$2` becomes `Base!$A$1:$B$2`.
    static String range(String range) {
        int colon = colon(range);
        String first = cell(colon < 0 ? range : range.substring(0, colon));
        if (colon < 0) {
            return first;
        }
        String last = cell(range.substring(colon + 1));
        String sheet = first.substring(0, first.lastIndexOf('!') + 1);
        return first + ":" + (last.startsWith(sheet) ? last.substring(sheet.length()) : last);
    }

    /// Where the second half begins, past the names of sheets; below 0 where there is none.
    private static int colon(String range) {
        boolean quoted = false;
        for (int i = 0; i < range.length(); i++) {
            quoted ^= range.charAt(i) == '\'';
            if (range.charAt(i) == ':' && !quoted) {
                return i;
            }
        }
        return -1;
    }

    private static String cell(String cell) {
        int dot = cell.lastIndexOf('.');
        if (dot <= 0) {
            return cell.substring(dot + 1);
        }
        String sheet = cell.substring(0, dot);
        return (sheet.startsWith("$") ? sheet.substring(1) : sheet) + "!" + cell.substring(dot + 1);
    }
}
