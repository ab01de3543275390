package dev.assay.work;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// Which days are business days. Due times of a work order run on one, and so do clocks: working time is what
/// passes on business days, from midnight to midnight in the order's zone.
///
/// @param name     as work orders refer to it
/// @param version  what tells its text from every other of that name, recorded with what was worked out by it
/// @param restDays days of the week that are none
/// @param holidays dates that are none, with their names
public record BusinessCalendar(
        String name, String version, Set<DayOfWeek> restDays, SortedMap<LocalDate, String> holidays) {
    public BusinessCalendar {
        Set<DayOfWeek> rest = EnumSet.noneOf(DayOfWeek.class);
        rest.addAll(restDays);
        restDays = Collections.unmodifiableSet(rest);
        holidays = Collections.unmodifiableSortedMap(new TreeMap<>(holidays));
        if (restDays.size() == DayOfWeek.values().length) {
            throw new IllegalArgumentException("Calendar '" + name + "' has no business day. Leave at least one.");
        }
    }

    /// Every day is a business day.
    public static BusinessCalendar everyDay() {
        return new BusinessCalendar("every-day", "every-day", Set.of(), Collections.emptySortedMap());
    }

    /// Monday to Friday, without holidays.
    public static BusinessCalendar weekdays() {
        return new BusinessCalendar(
                "weekdays", "weekdays", EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), Collections.emptySortedMap());
    }

    /// A calendar that a person wrote.
    ///
    /// @param hash of its text, 64 hex digits
    public static BusinessCalendar written(
            String name, String hash, Set<DayOfWeek> restDays, Map<LocalDate, String> holidays) {
        return new BusinessCalendar(name, name + "@" + hash, restDays, new TreeMap<>(holidays));
    }

    /// The names of the calendars that need no file, in alphabetical order.
    public static List<String> names() {
        return List.of(everyDay().name(), weekdays().name());
    }

    /// The calendar of a name that needs no file.
    ///
    /// @throws IllegalArgumentException if it is none of [#names]
    public static BusinessCalendar named(String name) {
        return switch (name) {
            case "weekdays" -> weekdays();
            case "every-day" -> everyDay();
            default ->
                throw new IllegalArgumentException("No calendar '" + name + "'. Known: " + String.join(", ", names()));
        };
    }

    public boolean isBusinessDay(LocalDate day) {
        return !restDays.contains(day.getDayOfWeek()) && !holidays.containsKey(day);
    }

    /// The due time in force: one that falls on no business day moves to the same time of the next one.
    public Instant effective(Instant due, ZoneId zone) {
        ZonedDateTime local = due.atZone(zone);
        while (!isBusinessDay(local.toLocalDate())) {
            local = local.plusDays(1);
        }
        return local.toInstant();
    }

    /// How many business days lie after the first day up to and including the last.
    public int businessDaysAfter(LocalDate first, LocalDate last) {
        return (int) first.datesUntil(last)
                .map(day -> day.plusDays(1))
                .filter(this::isBusinessDay)
                .count();
    }

    /// How much working time passes from one moment to another; zero when they are the other way round. The
    /// day on which clocks change has 23 or 25 hours.
    public Duration workingTime(Instant from, Instant until, ZoneId zone) {
        Duration sum = Duration.ZERO;
        Instant at = from;
        while (at.isBefore(until)) {
            Instant midnight = midnightAfter(at, zone);
            Instant end = midnight.isBefore(until) ? midnight : until;
            if (isBusinessDay(LocalDate.ofInstant(at, zone))) {
                sum = sum.plus(Duration.between(at, end));
            }
            at = end;
        }
        return sum;
    }

    /// The moment at which so much working time has passed.
    ///
    /// @param working not negative
    public Instant after(Instant start, Duration working, ZoneId zone) {
        Duration left = working;
        Instant at = start;
        while (!left.isZero()) {
            Instant midnight = midnightAfter(at, zone);
            Duration today = Duration.between(at, midnight);
            if (!isBusinessDay(LocalDate.ofInstant(at, zone))) {
                at = midnight;
            } else if (today.compareTo(left) > 0) {
                return at.plus(left);
            } else {
                left = left.minus(today);
                at = midnight;
            }
        }
        return at.equals(start) ? at : effective(at, zone);
    }

    private static Instant midnightAfter(Instant at, ZoneId zone) {
        return LocalDate.ofInstant(at, zone).plusDays(1).atStartOfDay(zone).toInstant();
    }
}
