package dev.assay.intake.identify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.assay.work.Arrival.ArrivalTimes;
import dev.assay.work.BusinessCalendar;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
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
        var calendar = new BusinessCalendar(
                "berlin", EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), Set.of(LocalDate.of(2026, 11, 23)));
        Instant saturday = DUE.plus(Duration.ofDays(1));
        Instant tuesday = DUE.plus(Duration.ofDays(4));
        assertEquals(
                new Lateness.OnTime(tuesday, Duration.ZERO),
                Lateness.of(saturday, BERLIN, calendar, times(tuesday), Lateness.Counted.LAST_GROWTH));
        assertEquals(
                new Lateness.OnTime(saturday, Duration.ZERO),
                Lateness.of(
                        saturday, BERLIN, BusinessCalendar.everyDay(), times(saturday), Lateness.Counted.LAST_GROWTH));
    }

    @Test
    void movingOverTheChangeOfClocks_keepsTheLocalTime() {
        Instant saturday = Instant.parse("2026-10-24T15:00:00Z");
        Instant monday = Instant.parse("2026-10-26T16:00:00Z");
        assertEquals(monday, WEEKDAYS.effective(saturday, BERLIN));
    }

    @Test
    void theContractSaysWhichTimeCounts() {
        var times =
                new ArrivalTimes(DUE.minusSeconds(2), DUE.minusSeconds(1), DUE, DUE.plusSeconds(1), DUE.plusSeconds(2));
        assertEquals(
                new Lateness.Late(DUE, Duration.ofSeconds(2), 0),
                Lateness.of(DUE, BERLIN, WEEKDAYS, times, Lateness.Counted.RECORDED));
        assertEquals(
                new Lateness.Late(DUE, Duration.ofSeconds(1), 0),
                Lateness.of(DUE, BERLIN, WEEKDAYS, times, Lateness.Counted.STABLE));
        assertEquals(
                new Lateness.OnTime(DUE, Duration.ofSeconds(1)),
                Lateness.of(DUE, BERLIN, WEEKDAYS, times, Lateness.Counted.FIRST_SEEN));
        assertEquals(
                new Lateness.OnTime(DUE, Duration.ofSeconds(2)),
                Lateness.of(DUE, BERLIN, WEEKDAYS, times, Lateness.Counted.CLAIMED_BY_SOURCE));
    }

    @Test
    void calendarWithoutABusinessDay_isRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new BusinessCalendar("none", EnumSet.allOf(DayOfWeek.class), Set.of()));
    }

    private static Lateness arrivedAt(Instant moment) {
        return Lateness.of(DUE, BERLIN, WEEKDAYS, times(moment), Lateness.Counted.LAST_GROWTH);
    }

    private static ArrivalTimes times(Instant moment) {
        return new ArrivalTimes(Instant.EPOCH, Instant.EPOCH, moment, Instant.MAX, Instant.MAX);
    }
}
