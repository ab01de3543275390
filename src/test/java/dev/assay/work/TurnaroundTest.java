package dev.assay.work;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TurnaroundTest {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final Instant LONG_AGO = Instant.parse("2026-01-02T12:00:00Z");

    /// 27 November 2026 is a Friday; on 29 March 2026 the clocks go forward.
    @ParameterizedTest
    @CsvSource({
        "2 business days, weekdays,  2026-11-27T16:20:00Z,    2026-12-01T16:20:00Z",
        "2 business days, every-day, 2026-11-27T16:20:00Z,    2026-11-29T16:20:00Z",
        "1 business day,  weekdays,  2026-11-28T09:00:00Z,    2026-11-30T09:00:00Z",
        "1 day,           weekdays,  2026-11-27T16:20:00Z,    2026-11-30T16:20:00Z",
        "36 hours,        weekdays,  2026-11-26T09:00:00Z,    2026-11-27T21:00:00Z",
        "1 day,           every-day, 2026-03-28T12:00:00Z,    2026-03-29T11:00:00Z",
        "24 hours,        every-day, 2026-03-28T12:00:00Z,    2026-03-29T12:00:00Z",
        "1 hour,          every-day, 2026-11-27T16:20:00.5Z,  2026-11-27T17:21:00Z",
    })
    void due_isSoLongAfterItWasAskedFor(String written, String calendar, Instant asked, Instant due) {
        assertEquals(
                due,
                Turnaround.read(written).orElseThrow().due(asked, LONG_AGO, LONDON, BusinessCalendar.named(calendar)));
    }

    @Test
    void due_isNotBeforeTheDeliverableItselfWasDue() {
        Instant original = Instant.parse("2026-12-05T17:00:00Z");
        assertEquals(
                Instant.parse("2026-12-07T17:00:00Z"),
                Turnaround.STANDARD.due(
                        Instant.parse("2026-11-27T16:20:00Z"), original, LONDON, BusinessCalendar.weekdays()),
                "the Saturday moves to Monday");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2", "0 days", "two days", "2 weeks", "1000 days", "2  days", "-1 day"})
    void otherTexts_areNone(String text) {
        assertEquals(Optional.empty(), Turnaround.read(text));
    }
}
