package dev.assay.extract.draft;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;

/// Numbers as a spreadsheet shows them, in the formats of the United States wherever this runs.
///
/// The two built-in formats whose order of day and month follows each reader's own settings (14 and 22) are
/// shown as ISO 8601 instead.
public final class DisplayedNumber {
    private static final int DAY = 14;
    private static final int DAY_AND_TIME = 22;
    private static final int MOST_DIGITS = 400;
    private static final int GENERAL_DIGITS = 10;

    /// A format of empty sections, by which workbooks hide values.
    private static final Pattern SHOWS_NOTHING = Pattern.compile(";;+[^;]*");

    private static final DateTimeFormatter TO_THE_MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final DataFormatter formatter = new DataFormatter(Locale.US);

    /// A number as shown.
    ///
    /// @param stored    the number as written in the file
    /// @param index     the format's number
    /// @param format    the format's code; empty to take the built-in one of that number
    /// @param since1904 whether dates are counted from 1904
    public String show(String stored, int index, String format, boolean since1904) {
        boolean general = index == 0 && (format.isEmpty() || format.equals("General"));
        if (general && isPlain(stored, GENERAL_DIGITS)) {
            return stored;
        }
        double value;
        try {
            value = Double.parseDouble(stored.strip());
        } catch (NumberFormatException e) {
            return stored;
        }
        if ((index == DAY || index == DAY_AND_TIME) && DateUtil.isValidExcelDate(value)) {
            LocalDateTime moment = DateUtil.getLocalDateTime(value, since1904, true);
            return index == DAY ? moment.toLocalDate().toString() : TO_THE_MINUTE.format(moment);
        }
        return formatted(value, stored, index, format, since1904);
    }

    /// The number as written, in plain decimal notation; unchanged where it is none that can be.
    public static String plain(String stored) {
        if (isPlain(stored, MOST_DIGITS)) {
            return stored;
        }
        try {
            BigDecimal exact = new BigDecimal(stored.strip());
            boolean writable = Math.abs((long) exact.scale()) + exact.precision() <= MOST_DIGITS;
            return writable ? exact.toPlainString() : stored.strip();
        } catch (NumberFormatException e) {
            return stored.strip();
        }
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

    private String formatted(double value, String stored, int index, String format, boolean since1904) {
        String code = format.isEmpty() ? BuiltinFormats.getBuiltinFormat(index) : format;
        if (code == null) {
            return plain(stored);
        }
        if (SHOWS_NOTHING.matcher(code).matches()) {
            return "";
        }
        try {
            return formatter.formatRawCellContents(value, index, code, since1904);
        } catch (RuntimeException e) {
            // A format the formatter cannot take leaves the number itself.
            return plain(stored);
        }
    }
}
