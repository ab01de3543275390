package dev.assay.intake.identify;

import dev.assay.ledger.Attachment;
import dev.assay.vault.Vault;
import dev.assay.verdict.SamplingDraw;
import dev.assay.work.Arrival;
import dev.assay.work.WorkOrder;
import java.time.Duration;
import java.time.Instant;

/// What a work order says of an arrival for one of its deliverables.
///
/// @param times       of the arrival
/// @param deliverable id in the work order
record DeliveryTerms(Vault vault, Arrival.ArrivalTimes times, String deliverable) implements Attachment.Terms {
    @Override
    public Instant counted(WorkOrder order) {
        return order.counts().of(times);
    }

    @Override
    public long lateSeconds(WorkOrder order, Instant due, Duration paused) {
        Lateness lateness = Lateness.of(due, paused, order.zone(), order.businessDays(), counted(order));
        return switch (lateness) {
            case Lateness.Early early -> -early.before().toSeconds();
            case Lateness.OnTime onTime -> -onTime.before().toSeconds();
            case Lateness.Late late -> Math.max(1, late.after().toSeconds());
        };
    }

    /// The draw is made before anything is known of the deliverable's quality.
    @Override
    public boolean drawn(WorkOrder order, int round) {
        return SamplingDraw.draw(
                        vault.secret("sampling"),
                        order.id(),
                        deliverable,
                        round,
                        order.policy().version(),
                        order.policy().sampling())
                .drawn();
    }
}
