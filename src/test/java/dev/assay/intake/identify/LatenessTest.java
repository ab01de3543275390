package dev.assay.intake.identify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.assay.work.BusinessCalendar;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class LatenessTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    /// Friday, 17:00 in Berlin.
    private static final Instant DUE = Instant.parse("2026-11-20T16:00:00Z");
    private static final BusinessCalendar WEEKDAYS = BusinessCalendar.weekdays();

    @Test
    void atTheDueTime_isOnTime_andOneMomentLaterIsLate() {
        assertEquals(new Lateness.OnTime(DUE, Duration.ZERO), arrivedAt(DUE));
        assertEquals(new Lateness.Late(DUE, Duration.ofNanos(1), 0), arrivedAt(DUE.plusNanos(1)));
    }

    @Test
    void theDayInTheOrdersZone_partsEarlyFromOnTime() {
        Instant midnight = Instant.parse("2026-11-19T23:00:00Z");
        assertEquals(new Lateness.OnTime(DUE, Duration.ofHours(17)), arrivedAt(midnight));
        assertEquals(new Lateness.Early(DUE, Duration.ofHours(17).plusMillis(1)), arrivedAt(midnight.minusMillis(1)));
    }

    @Test
    void latenessCountsBusinessDays() {
        assertEquals(new Lateness.Late(DUE, Duration.ofDays(1), 0), arrivedAt(DUE.plus(Duration.ofDays(1))));
        assertEquals(new Lateness.Late(DUE, Duration.ofDays(3), 1), arrivedAt(DUE.plus(Duration.ofDays(3))));
        assertEquals(new Lateness.Late(DUE, Duration.ofDays(10), 6), arrivedAt(DUE.plus(Duration.ofDays(10))));
    }

    @Test
    void dueOnARestDayOrHoliday_movesToTheSameTimeOfTheNextBusinessDay() {
        var calendar = BusinessCalendar.written(
                "berlin",
                "1",
                EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
                Map.of(LocalDate.of(2026, 11, 23), "Founder's day"));
        Instant saturday = DUE.plus(Duration.ofDays(1));
        Instant tuesday = DUE.plus(Duration.ofDays(4));
        assertEquals(
                new Lateness.OnTime(tuesday, Duration.ZERO),
                Lateness.of(saturday, Duration.ZERO, BERLIN, calendar, tuesday));
        assertEquals(
                new Lateness.OnTime(saturday, Duration.ZERO),
                Lateness.of(saturday, Duration.ZERO, BERLIN, BusinessCalendar.everyDay(), saturday));
    }

    @Test
    void movingOverTheChangeOfClocks_keepsTheLocalTime() {
        Instant saturday = Instant.parse("2026-10-24T15:00:00Z");
        Instant monday = Instant.parse("2026-10-26T16:00:00Z");
        assertEquals(monday, WEEKDAYS.effective(saturday, BERLIN));
    }

    @Test
    void whatTheClockStood_movesTheDueTimeByWorkingTime() {
        Instant monday = Instant.parse("2026-11-23T08:00:00Z");
        Duration weekend = Duration.ofHours(16);
        assertEquals(new Lateness.OnTime(monday, Duration.ZERO), Lateness.of(DUE, weekend, BERLIN, WEEKDAYS, monday));
        assertEquals(
                new Lateness.Late(monday, Duration.ofNanos(1), 0),
                Lateness.of(DUE, weekend, BERLIN, WEEKDAYS, monday.plusNanos(1)));
    }

    @Test
    void calendarWithoutABusinessDay_isRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> BusinessCalendar.written("none", "1", EnumSet.allOf(DayOfWeek.class), Map.of()));
    }

    private static Lateness arrivedAt(Instant moment) {
        return Lateness.of(DUE, Duration.ZERO, BERLIN, WEEKDAYS, moment);
    }
}
