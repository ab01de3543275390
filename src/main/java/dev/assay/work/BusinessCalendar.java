package dev.assay.work;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Which days are business days. Due times of a work order run on one.
///
/// @param name     as work orders refer to it
/// @param restDays days of the week that are none
/// @param holidays dates that are none
public record BusinessCalendar(String name, Set<DayOfWeek> restDays, Set<LocalDate> holidays) {
    public BusinessCalendar {
        restDays = Set.copyOf(restDays);
        holidays = Set.copyOf(holidays);
        if (restDays.size() == DayOfWeek.values().length) {
            throw new IllegalArgumentException("Calendar '" + name + "' has no business day. Leave at least one.");
        }
    }

    /// Every day is a business day.
    public static BusinessCalendar everyDay() {
        return new BusinessCalendar("every-day", Set.of(), Set.of());
    }

    /// Monday to Friday, without holidays.
    public static BusinessCalendar weekdays() {
        return new BusinessCalendar("weekdays", EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), Set.of());
    }

    /// The names work orders may refer to, in alphabetical order.
    public static List<String> names() {
        return List.of(everyDay().name(), weekdays().name());
    }

    /// The calendar of a name.
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
        return !restDays.contains(day.getDayOfWeek()) && !holidays.contains(day);
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
}
