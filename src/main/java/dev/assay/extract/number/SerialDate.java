package dev.assay.extract.number;

import java.time.DayOfWeek;
import java.time.LocalDate;

/// A day as spreadsheets count them: day 1 is 1 January 1900, day 60 a 29 February 1900 that never was, or day 0
/// is 1 January 1904.
///
/// @param month 1 to 12
/// @param day   1 to 31; 0 for day 0, which is shown as 0 January 1900
record SerialDate(int year, int month, int day, DayOfWeek weekday) {
    /// The first day after 31 December 9999.
    static final long END = 2_958_466;

    private static final int DAYS_TO_1904 = 1462;
    private static final int LEAP_DAY = 60;
    private static final LocalDate BEFORE_LEAP_DAY = LocalDate.of(1899, 12, 31);
    private static final LocalDate AFTER_LEAP_DAY = LocalDate.of(1899, 12, 30);

    /// @param serial 0 up to before [#END]
    static SerialDate of(long serial, boolean since1904) {
        long days = since1904 ? serial + DAYS_TO_1904 : serial;
        DayOfWeek weekday = DayOfWeek.of((int) ((days + 5) % 7) + 1);
        if (days == 0) {
            return new SerialDate(1900, 1, 0, weekday);
        }
        if (days == LEAP_DAY) {
            return new SerialDate(1900, 2, 29, weekday);
        }
        LocalDate date = (days < LEAP_DAY ? BEFORE_LEAP_DAY : AFTER_LEAP_DAY).plusDays(days);
        return new SerialDate(date.getYear(), date.getMonthValue(), date.getDayOfMonth(), weekday);
    }
}
