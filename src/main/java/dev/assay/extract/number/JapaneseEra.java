package dev.assay.extract.number;

import java.time.LocalDate;
import java.time.chrono.JapaneseDate;
import java.time.format.TextStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;

/// A year as Japan counts it.
///
/// @param era  its full name
/// @param year counted from 1
record JapaneseEra(String era, String letter, int year) {
    private static final LocalDate FIRST = LocalDate.of(1873, 1, 1);

    static JapaneseEra of(SerialDate date) {
        LocalDate day = LocalDate.of(date.year(), date.month(), 1).plusDays(Math.max(0, date.day() - 1));
        JapaneseDate counted = JapaneseDate.from(day.isBefore(FIRST) ? FIRST : day);
        return new JapaneseEra(
                counted.getEra().getDisplayName(TextStyle.FULL, Locale.JAPAN),
                counted.getEra().getDisplayName(TextStyle.NARROW, Locale.JAPAN),
                counted.get(ChronoField.YEAR_OF_ERA));
    }

    /// The era's letter, first character or whole name.
    String name(int count) {
        return count == 1 ? letter : count == 2 ? era.substring(0, 1) : era;
    }
}
