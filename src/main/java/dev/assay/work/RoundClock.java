package dev.assay.work;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A clock of a deliverable's round, as its events tell it. It stands while a pause of any reason is open; starting
/// one that runs, or stopping one that does not, changes nothing.
///
/// @param events in the order in which they happened
public record RoundClock(ClockKind kind, int round, List<ClockEvent> events) {
    public RoundClock {
        events = events.stream()
                .sorted(Comparator.comparing(ClockEvent::at).thenComparing(ClockEvent::action))
                .toList();
    }

    /// From a moment to a later one.
    public record Span(Instant from, Instant until) {}

    private record Stretch(Span span, boolean paused) {}

    /// Whether it was started and not stopped, also while it stands.
    public boolean started() {
        boolean started = false;
        for (ClockEvent event : events) {
            started = switch (event.action()) {
                case START -> true;
                case STOP -> false;
                case PAUSE, RESUME -> started;
            };
        }
        return started;
    }

    /// Why it stands, in no order; empty while nothing pauses it.
    public Set<String> pausedFor() {
        Set<String> open = new HashSet<>();
        for (ClockEvent event : events) {
            switch (event.action()) {
                case PAUSE -> open.add(event.reason());
                case RESUME -> open.remove(event.reason());
                case START, STOP -> {}
            }
        }
        return open;
    }

    /// The working time it has counted up to a moment.
    public Duration elapsed(Instant until, BusinessCalendar calendar, ZoneId zone) {
        return sum(false, until, calendar, zone);
    }

    /// The working time for which it stood between its start and its stop, up to a moment.
    public Duration paused(Instant until, BusinessCalendar calendar, ZoneId zone) {
        return sum(true, until, calendar, zone);
    }

    private Duration sum(boolean paused, Instant until, BusinessCalendar calendar, ZoneId zone) {
        return stretches(until).stream()
                .filter(stretch -> stretch.paused() == paused)
                .map(stretch -> calendar.workingTime(
                        stretch.span().from(), stretch.span().until(), zone))
                .reduce(Duration.ZERO, Duration::plus);
    }

    private List<Stretch> stretches(Instant until) {
        List<Stretch> stretches = new ArrayList<>();
        Set<String> open = new HashSet<>();
        boolean started = false;
        Instant since = Instant.MIN;
        for (ClockEvent event : events) {
            if (!event.at().isBefore(until)) {
                break;
            }
            if (started) {
                stretches.add(new Stretch(new Span(since, event.at()), !open.isEmpty()));
            }
            since = event.at();
            switch (event.action()) {
                case START -> started = true;
                case STOP -> started = false;
                case PAUSE -> open.add(event.reason());
                case RESUME -> open.remove(event.reason());
            }
        }
        if (started) {
            stretches.add(new Stretch(new Span(since, until), !open.isEmpty()));
        }
        return stretches;
    }
}
