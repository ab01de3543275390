package dev.assay.extract.number;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Numbers as a spreadsheet shows them, in the formats of the United States wherever this runs.
///
/// The two built-in formats whose order of day and month follows each reader's own settings (14 and 22) are
/// shown as ISO 8601 instead. How wide a column is does not matter: no number is cut for it.
public final class DisplayedNumber {
    private static final int MOST_DIGITS = 400;
    private static final int GENERAL_DIGITS = 10;
    private static final MathContext KEPT = new MathContext(15, RoundingMode.HALF_UP);
    private static final String GENERAL = "General";

    /// Spreadsheets take no longer code; a number is shown without one that is.
    private static final int LONGEST_CODE = 255;

    /// The built-in codes from 0 on (ISO/IEC 29500-1, 18.8.30); those that differ from language to language are
    /// dates, or empty.
    private static final List<String> BUILT_IN = List.of(
            GENERAL,
            "0",
            "0.00",
            "#,##0",
            "#,##0.00",
            "$#,##0_);($#,##0)",
            "$#,##0_);[Red]($#,##0)",
            "$#,##0.00_);($#,##0.00)",
            "$#,##0.00_);[Red]($#,##0.00)",
            "0%",
            "0.00%",
            "0.00E+00",
            "# ?/?",
            "# ??/??",
            "yyyy-mm-dd",
            "d-mmm-yy",
            "d-mmm",
            "mmm-yy",
            "h:mm AM/PM",
            "h:mm:ss AM/PM",
            "h:mm",
            "h:mm:ss",
            "yyyy-mm-dd hh:mm",
            "",
            "",
            "",
            "",
            "yyyy-mm-dd",
            "yyyy-mm-dd",
            "yyyy-mm-dd",
            "yyyy-mm-dd",
            "yyyy-mm-dd",
            "h:mm:ss",
            "h:mm:ss",
            "h:mm:ss",
            "h:mm:ss",
            "yyyy-mm-dd",
            "#,##0_);(#,##0)",
            "#,##0_);[Red](#,##0)",
            "#,##0.00_);(#,##0.00)",
            "#,##0.00_);[Red](#,##0.00)",
            "_(* #,##0_);_(* (#,##0);_(* \"-\"_);_(@_)",
            "_($* #,##0_);_($* (#,##0);_($* \"-\"_);_(@_)",
            "_(* #,##0.00_);_(* (#,##0.00);_(* \"-\"??_);_(@_)",
            "_($* #,##0.00_);_($* (#,##0.00);_($* \"-\"??_);_(@_)",
            "mm:ss",
            "[h]:mm:ss",
            "mm:ss.0",
            "##0.0E+0",
            "@");

    private final Map<String, NumberFormat> formats = new HashMap<>();

    /// The code of a number format.
    ///
    /// @param index    the format's number
    /// @param explicit its code as the file says; empty to take the built-in one of that number
    /// @return empty for the general format
    public static String code(int index, String explicit) {
        String code = !explicit.isEmpty() ? explicit : index >= 0 && index < BUILT_IN.size() ? BUILT_IN.get(index) : "";
        return code.equalsIgnoreCase(GENERAL) ? "" : code;
    }

    /// A number as shown.
    ///
    /// @param stored    the number as written in the file
    /// @param code      the format's code; empty for the general format
    /// @param since1904 whether dates are counted from 1904
    public String show(String stored, String code, boolean since1904) {
        boolean general = code.isEmpty() || code.equals(GENERAL);
        if (general && isPlain(stored, GENERAL_DIGITS)) {
            return stored;
        }
        BigDecimal exact;
        try {
            exact = new BigDecimal(stored.strip());
        } catch (NumberFormatException e) {
            return stored;
        }
        if (!isWritable(exact)) {
            return stored.strip();
        }
        BigDecimal value = exact.precision() > KEPT.getPrecision() ? exact.round(KEPT) : exact;
        return format(general ? GENERAL : code).show(value, since1904);
    }

    /// A text as shown.
    public String show(String text, String code) {
        return code.isEmpty() || code.equals("@") ? text : format(code).show(text);
    }

    /// The number as written, in plain decimal notation; unchanged where it is none that can be.
    public static String plain(String stored) {
        if (isPlain(stored, MOST_DIGITS)) {
            return stored;
        }
        try {
            BigDecimal exact = new BigDecimal(stored.strip());
            return isWritable(exact) ? exact.toPlainString() : stored.strip();
        } catch (NumberFormatException e) {
            return stored.strip();
        }
    }

    private NumberFormat format(String code) {
        if (code.length() > LONGEST_CODE) {
            return format(GENERAL);
        }
        return formats.computeIfAbsent(code, NumberFormat::of);
    }

    private static boolean isWritable(BigDecimal exact) {
        return Math.abs((long) exact.scale()) + exact.precision() <= MOST_DIGITS;
    }

    /// Whether a number is written without exponent, needless zeros or plus, in few enough digits. Most are:
    /// what is known to be shown as stored need not be formatted.
    private static boolean isPlain(String stored, int mostDigits) {
        int start = stored.startsWith("-") ? 1 : 0;
        int length = stored.length();
        int point = stored.indexOf('.');
        int whole = point < 0 ? length : point;
        boolean needless = (stored.startsWith("0", start) && whole > start + 1)
                || (point >= 0 && stored.endsWith("0"))
                || point == length - 1
                || stored.equals("-0");
        if (whole == start || needless || length - start > mostDigits) {
            return false;
        }
        for (int i = start; i < length; i++) {
            if (i != point && (stored.charAt(i) < '0' || stored.charAt(i) > '9')) {
                return false;
            }
        }
        return true;
    }
}
