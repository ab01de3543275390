package dev.assay.intake.identify;

import dev.assay.work.Arrival.ArrivalTimes;
import dev.assay.work.BusinessCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/// How an arrival stands to its due time.
public sealed interface Lateness {
    /// The due time it was measured by, after the calendar.
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

    /// Which of an arrival's times counts, as the contract says.
    enum Counted {
        CLAIMED_BY_SOURCE,
        FIRST_SEEN,
        /// Unless agreed otherwise: first seen as it finally was.
        LAST_GROWTH,
        STABLE,
        RECORDED;

        Instant of(ArrivalTimes times) {
            return switch (this) {
                case CLAIMED_BY_SOURCE -> times.claimedBySource();
                case FIRST_SEEN -> times.firstSeen();
                case LAST_GROWTH -> times.lastGrowth();
                case STABLE -> times.stable();
                case RECORDED -> times.recorded();
            };
        }
    }

    /// Compares an arrival with when it was due.
    static Lateness of(Instant due, ZoneId zone, BusinessCalendar calendar, ArrivalTimes times, Counted counted) {
        Instant inForce = calendar.effective(due, zone);
        Instant arrived = counted.of(times);
        LocalDate dueDay = LocalDate.ofInstant(inForce, zone);
        LocalDate day = LocalDate.ofInstant(arrived, zone);
        if (arrived.isAfter(inForce)) {
            return new Late(inForce, Duration.between(inForce, arrived), calendar.businessDaysAfter(dueDay, day));
        }
        Duration before = Duration.between(arrived, inForce);
        return day.isBefore(dueDay) ? new Early(inForce, before) : new OnTime(inForce, before);
    }
}
