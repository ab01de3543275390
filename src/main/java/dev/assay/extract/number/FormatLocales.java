package dev.assay.extract.number;

import java.util.Locale;
import java.util.Map;

/// The languages that format codes name by number (`[$-407]`), which are those of Windows (MS-LCID).
final class FormatLocales {
    private static final int SYSTEM_DATE = 0xF800;
    private static final int SYSTEM_TIME = 0xF400;
    private static final int LANGUAGE = 0x3FF;
    private static final int TAIWAN = 0x0404;

    private static final Map<Integer, Locale> LANGUAGES = Map.ofEntries(
            Map.entry(0x01, Locale.of("ar")),
            Map.entry(0x02, Locale.of("bg")),
            Map.entry(0x03, Locale.of("ca")),
            Map.entry(0x04, Locale.of("zh")),
            Map.entry(0x05, Locale.of("cs")),
            Map.entry(0x06, Locale.of("da")),
            Map.entry(0x07, Locale.of("de")),
            Map.entry(0x08, Locale.of("el")),
            Map.entry(0x09, Locale.US),
            Map.entry(0x0A, Locale.of("es")),
            Map.entry(0x0B, Locale.of("fi")),
            Map.entry(0x0C, Locale.of("fr")),
            Map.entry(0x0D, Locale.of("he")),
            Map.entry(0x0E, Locale.of("hu")),
            Map.entry(0x10, Locale.of("it")),
            Map.entry(0x11, Locale.JAPAN),
            Map.entry(0x12, Locale.of("ko")),
            Map.entry(0x13, Locale.of("nl")),
            Map.entry(0x14, Locale.of("nb")),
            Map.entry(0x15, Locale.of("pl")),
            Map.entry(0x16, Locale.of("pt")),
            Map.entry(0x18, Locale.of("ro")),
            Map.entry(0x19, Locale.of("ru")),
            Map.entry(0x1A, Locale.of("hr")),
            Map.entry(0x1B, Locale.of("sk")),
            Map.entry(0x1D, Locale.of("sv")),
            Map.entry(0x1E, Locale.of("th")),
            Map.entry(0x1F, Locale.of("tr")),
            Map.entry(0x21, Locale.of("id")),
            Map.entry(0x22, Locale.of("uk")),
            Map.entry(0x24, Locale.of("sl")),
            Map.entry(0x25, Locale.of("et")),
            Map.entry(0x26, Locale.of("lv")),
            Map.entry(0x27, Locale.of("lt")),
            Map.entry(0x2A, Locale.of("vi")));

    private FormatLocales() {}

    /// The language of a number.
    ///
    /// @param hexadecimal up to eight digits, the last four of which name it
    /// @param otherwise   where the number names none
    static Locale of(String hexadecimal, Locale otherwise) {
        int number = (int) (Long.parseLong(hexadecimal, 16) & 0xFFFF);
        if (number == TAIWAN) {
            return Locale.TAIWAN;
        }
        boolean system = number == SYSTEM_DATE || number == SYSTEM_TIME;
        return system ? otherwise : LANGUAGES.getOrDefault(number & LANGUAGE, otherwise);
    }
}
