package dev.assay.intake.identify;

import dev.assay.work.BusinessCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/// How an arrival stands to its due time.
public sealed interface Lateness {
    /// The due time it was measured by, after calendar and pauses.
    Instant due();

    /// On a day before that of the due time, in the work order's zone.
    ///
    /// @param before how long before the due time
    record Early(Instant due, Duration before) implements Lateness {}

    /// On the day of the due time, not after it.
    ///
    /// @param before how long before the due time, perhaps zero
    record OnTime(Instant due, Duration before) implements Lateness {}

    /// After the due time.
    ///
    /// @param after        how long after it
    /// @param businessDays how many business days began meanwhile, 0 on the same day
    record Late(Instant due, Duration after, int businessDays) implements Lateness {}

    /// Compares when something came with when it was due.
    ///
    /// @param paused  the working time for which the vendor's clock stood: so much later it was due
    /// @param arrived the time that counts
    static Lateness of(Instant due, Duration paused, ZoneId zone, BusinessCalendar calendar, Instant arrived) {
        Instant inForce = calendar.after(calendar.effective(due, zone), paused, zone);
        LocalDate dueDay = LocalDate.ofInstant(inForce, zone);
        LocalDate day = LocalDate.ofInstant(arrived, zone);
        if (arrived.isAfter(inForce)) {
            return new Late(inForce, Duration.between(inForce, arrived), calendar.businessDaysAfter(dueDay, day));
        }
        Duration before = Duration.between(arrived, inForce);
        return day.isBefore(dueDay) ? new Early(inForce, before) : new OnTime(inForce, before);
    }
}
