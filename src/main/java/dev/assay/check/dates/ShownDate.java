package dev.assay.check.dates;

import dev.assay.document.Span;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// A date or a period as a text shows it.
///
/// @param span     in the text that was read
/// @param shown    as written, on one line
/// @param meanings what it may be, the likelier one first: two where day and month can be exchanged (03/04/2026);
///                 none where there is no such day
/// @param weekday  the day of the week written before it
public record ShownDate(Span span, String shown, List<Period> meanings, Optional<DayOfWeek> weekday) {
    public ShownDate {
        meanings = List.copyOf(meanings);
    }

    /// Days from the first to the last, both included; one day twice, a whole month where no day is given.
    public record Period(LocalDate first, LocalDate last) {
        static Period of(LocalDate day) {
            return new Period(day, day);
        }

        /// Whether they may stand for the same: equal, a day in the other, or in months that hold the other.
        boolean agrees(Period other) {
            return equals(other)
                    || (holds(other) && (isMonths() || other.isOneDay()))
                    || (other.holds(this) && (other.isMonths() || isOneDay()));
        }

        private boolean holds(Period other) {
            return !other.first().isBefore(first) && !other.last().isAfter(last);
        }

        boolean isOneDay() {
            return first.equals(last);
        }

        /// Whether it is of whole months, as one that is written without days.
        boolean isMonths() {
            return first.getDayOfMonth() == 1 && last.getDayOfMonth() == last.lengthOfMonth();
        }
    }

    /// Whether there is no such day.
    public boolean isImpossible() {
        return meanings.isEmpty();
    }

    /// Whether it may be another day as well.
    boolean isAmbiguous() {
        return meanings.size() > 1;
    }

    /// Whether both may stand for the same.
    boolean agrees(ShownDate other) {
        return meanings.stream().anyMatch(one -> other.meanings().stream().anyMatch(one::agrees));
    }

    /// Whether the day of the week can be right.
    boolean weekdayFits() {
        return weekday.isEmpty()
                || meanings.stream().anyMatch(period -> period.first().getDayOfWeek() == weekday.get());
    }
}
