package dev.assay.extract.workbook;

import dev.assay.extract.number.DisplayedNumber;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import org.apache.poi.ss.usermodel.DateUtil;
import org.jspecify.annotations.Nullable;

/// Shows the values of a workbook's cells.
final class CellValues {
    private final DisplayedNumber numbers = new DisplayedNumber();
    private final WorkbookStyles styles;
    private final List<String> strings;
    private final boolean since1904;

    /// @param strings   the shared strings by index
    /// @param since1904 whether dates are counted from 1904
    CellValues(WorkbookStyles styles, List<String> strings, boolean since1904) {
        this.styles = styles;
        this.strings = strings;
        this.since1904 = since1904;
    }

    /// The format of a style index.
    WorkbookStyles.Format format(int style) {
        return styles.format(style);
    }

    /// What a cell shows.
    ///
    /// @param type   as its `t` says: `n`, `s`, `str`, `inlineStr`, `b`, `e` or `d`
    /// @param stored its value; null where it has none
    /// @param inline its text; null where it has none of its own
    /// @param code   its number format
    String show(String type, @Nullable String stored, @Nullable String inline, String code) {
        String value = stored == null ? "" : stored;
        return switch (type) {
            case "s" -> numbers.show(string(value), code);
            case "inlineStr" -> numbers.show(inline == null ? value : inline, code);
            case "str" -> numbers.show(SheetText.unescaped(value), code);
            case "b" -> truth(value.strip());
            case "e" -> value;
            case "d" -> date(value, code);
            default -> value.isBlank() ? "" : numbers.show(value, code, since1904);
        };
    }

    /// What a text cell holds, whatever its format shows of it.
    String text(String type, @Nullable String stored, @Nullable String inline) {
        return show(type, stored, inline, "");
    }

    private static String truth(String value) {
        return value.equals("1") ? "TRUE" : value.equals("0") ? "FALSE" : value.toUpperCase(Locale.ROOT);
    }

    /// The shared string of an index as written in a cell; the index itself where there is no such string.
    private String string(String index) {
        try {
            int at = Integer.parseInt(index.strip());
            return at >= 0 && at < strings.size() ? strings.get(at) : index;
        } catch (NumberFormatException e) {
            return index;
        }
    }

    private String date(String value, String code) {
        if (code.isEmpty()) {
            return value;
        }
        try {
            String moment = value.replace("Z", "");
            LocalDateTime time = moment.contains("T")
                    ? LocalDateTime.parse(moment)
                    : LocalDate.parse(moment).atStartOfDay();
            return numbers.show(Double.toString(DateUtil.getExcelDate(time, since1904)), code, since1904);
        } catch (DateTimeParseException e) {
            return value;
        }
    }
}
