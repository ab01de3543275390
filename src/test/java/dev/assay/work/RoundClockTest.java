package dev.assay.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.work.Arrival.ArrivalTimes;
import dev.assay.work.ClockEvent.Action;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Elapsed working time, to the minute, on a calendar with a holiday and over a change of clocks.
final class RoundClockTest {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    /// Clocks go back on Sunday 25 October 2026; Monday is a holiday.
    private static final BusinessCalendar CALENDAR = BusinessCalendar.written(
            "uk", "1", Set.of(DayOfWeek.SATURDAY), Map.of(LocalDate.of(2026, 10, 26), "A holiday"));

    private static final Instant FRIDAY = Instant.parse("2026-10-23T16:00:00Z");

    @Test
    void workingTime_leavesRestDaysAndHolidaysOut_andTheSundayOfTheChangeHas25Hours() {
        Instant tuesday = Instant.parse("2026-10-27T09:00:00Z");
        assertEquals(Duration.ofHours(7 + 25 + 9), CALENDAR.workingTime(FRIDAY, tuesday, LONDON));
        assertEquals(tuesday, CALENDAR.after(FRIDAY, Duration.ofHours(7 + 25 + 9), LONDON));
        assertEquals(Duration.ZERO, CALENDAR.workingTime(tuesday, FRIDAY, LONDON));
    }

    @Test
    void anEndAtMidnightBeforeARestDay_isTheBeginningOfTheNextWorkingDay() {
        Instant sunday = Instant.parse("2026-10-24T23:00:00Z");
        assertEquals(sunday, CALENDAR.after(FRIDAY, Duration.ofHours(7), LONDON));
        assertEquals(FRIDAY, CALENDAR.after(FRIDAY, Duration.ZERO, LONDON));
    }

    @Test
    void pausesOfTwoReasons_overlap_andEndWithTheLast() {
        RoundClock clock = clock(
                event(Action.START, 0, "expected"),
                event(Action.PAUSE, 10, "outage"),
                event(Action.PAUSE, 15, "hold"),
                event(Action.RESUME, 20, "outage"),
                event(Action.RESUME, 30, "hold"),
                event(Action.STOP, 60, "delivered"),
                event(Action.PAUSE, 70, "hold"));
        assertEquals(Duration.ofMinutes(40), elapsed(clock, 90));
        assertEquals(Duration.ofMinutes(20), paused(clock, 90));
        assertEquals(Duration.ofMinutes(8), paused(clock, 18), "only up to the moment asked for");
        assertFalse(clock.started());
        assertEquals(Set.of("hold"), clock.pausedFor());
    }

    @Test
    void aClockThatRuns_countsUpToNow_andStartingItTwiceChangesNothing() {
        RoundClock clock = clock(event(Action.START, 0, "routed"), event(Action.START, 30, "routed"));
        assertEquals(Duration.ofMinutes(45), elapsed(clock, 45));
        assertTrue(clock.started());
    }

    @Test
    void aPauseBeforeTheStart_holdsItFromTheStart() {
        RoundClock clock = clock(
                event(Action.PAUSE, 0, "hold"), event(Action.START, 10, "rework"), event(Action.RESUME, 25, "hold"));
        assertEquals(Duration.ofMinutes(15), paused(clock, 40));
        assertEquals(Duration.ofMinutes(15), elapsed(clock, 40));
    }

    @Test
    void theContractSaysWhichTimeCounts() {
        var times = new ArrivalTimes(at(1), at(2), at(3), at(4), at(5));
        assertEquals(
                List.of(at(3), at(1), at(2), at(4), at(5)),
                List.of(CountedTime.values()).stream()
                        .map(counts -> counts.of(times))
                        .toList());
    }

    @Test
    void aClaimThatCannotBeTrue_saysNothing() {
        var future = new ArrivalTimes(at(9), at(2), at(3), at(4), at(5));
        assertEquals(at(3), CountedTime.CLAIMED_BY_SOURCE.of(future));
        var ancient = new ArrivalTimes(Instant.MIN, at(2), at(3), at(4), at(5));
        assertEquals(Instant.EPOCH, CountedTime.CLAIMED_BY_SOURCE.of(ancient));
        assertEquals(at(3), CountedTime.FIRST_SIGHTING_AT_FINAL_SIZE.of(ancient), "not believed unless agreed");
    }

    private static RoundClock clock(ClockEvent... events) {
        return new RoundClock(ClockKind.VENDOR_DELIVERY, 1, List.of(events));
    }

    private static ClockEvent event(Action action, int minute, String reason) {
        return new ClockEvent(action, at(minute), reason, "uk@1");
    }

    private static Instant at(int minute) {
        return FRIDAY.plus(Duration.ofMinutes(minute));
    }

    private static Duration elapsed(RoundClock clock, int minute) {
        return clock.elapsed(at(minute), CALENDAR, LONDON);
    }

    private static Duration paused(RoundClock clock, int minute) {
        return clock.paused(at(minute), CALENDAR, LONDON);
    }
}
