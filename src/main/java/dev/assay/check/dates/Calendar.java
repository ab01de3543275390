package dev.assay.check.dates;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/// Counts days, all or only those on which business is done.
///
/// @param business whether only business days count
/// @param weekend  days of the week without business
/// @param holidays days without business
record Calendar(boolean business, Set<DayOfWeek> weekend, Set<LocalDate> holidays) {
    private static final long MOST = 40_000;

    Calendar {
        weekend = Set.copyOf(weekend);
        holidays = Set.copyOf(holidays);
    }

    /// Days from one to the other, the first not counted: 0 for the same, negative where it lies before.
    long between(LocalDate from, LocalDate to) {
        long all = ChronoUnit.DAYS.between(from, to);
        if (!business || Math.abs(all) > MOST) {
            return all;
        }
        return all < 0
                ? -to.datesUntil(from).filter(this::isBusiness).count()
                : from.plusDays(1)
                        .datesUntil(to.plusDays(1))
                        .filter(this::isBusiness)
                        .count();
    }

    private boolean isBusiness(LocalDate day) {
        return !weekend.contains(day.getDayOfWeek()) && !holidays.contains(day);
    }

    /// "3 business days".
    String words(long days) {
        return days + (business ? " business" : "") + (days == 1 ? " day" : " days");
    }
}
