package dev.assay.ledger;

import dev.assay.work.ClockKind;
import dev.assay.work.CountedTime;
import dev.assay.work.RoundClock;
import dev.assay.work.WorkOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// How a submission stands to its due time, by the order that its round is held to.
///
/// @param counts  which of the arrival's times counts
/// @param counted that time
/// @param due     in force: on a business day, and later by what the vendor's clock stood
/// @param paused  the working time for which it stood
public record Timing(CountedTime counts, Instant counted, Instant due, Duration paused) {

    static Timing of(WorkOrder order, int round, Instant due, Instant counted, List<RoundClock> clocks) {
        Duration paused = clocks.stream()
                .filter(clock -> clock.kind() == ClockKind.ofVendor(round))
                .map(clock -> clock.paused(counted, order.businessDays(), order.zone()))
                .reduce(Duration.ZERO, Duration::plus);
        Instant effective = order.businessDays().effective(due, order.zone());
        return new Timing(order.counts(), counted, order.businessDays().after(effective, paused, order.zone()), paused);
    }
}
