package dev.assay.intake;

import dev.assay.ledger.ArrivalRecord;
import dev.assay.ledger.ArrivalState;
import dev.assay.ledger.Arrivals;
import dev.assay.meter.Meters;
import dev.assay.work.Arrival;
import dev.assay.work.Channel;
import dev.assay.work.ShownName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Records arrivals in the ledger.
public final class LedgerArrivals implements ArrivalLog, Acknowledgements {
    private static final Logger LOG = LoggerFactory.getLogger(LedgerArrivals.class);

    private final Arrivals arrivals;
    private final Meters meters;

    public LedgerArrivals(Arrivals arrivals, Meters meters) {
        this.arrivals = arrivals;
        this.meters = meters;
    }

    @Override
    public boolean record(Arrival arrival) {
        boolean recorded = arrivals.record(arrival);
        String channel = arrival.channel().word();
        meters.intake(channel, recorded ? "recorded" : "again", recorded ? arrival.size() : 0);
        if (recorded) {
            Arrival.ArrivalTimes times = arrival.times();
            meters.intakeLag(channel, Duration.between(times.lastGrowth(), times.recorded()));
        }
        LOG.info(
                "Arrival {}: {} from vendor {}",
                arrival.id(),
                recorded ? "recorded" : "known already",
                arrival.vendor());
        return recorded;
    }

    @Override
    public boolean refuse(Arrival arrival, Refusal refusal, String reason) {
        boolean recorded = arrivals.refused(arrival, reason);
        meters.intakeRefused(arrival.channel().word(), refusal.word());
        LOG.warn("Arrival {} from vendor {} refused: {}", arrival.id(), arrival.vendor(), reason);
        return recorded;
    }

    @Override
    public void acknowledged(String arrivalId) {
        arrivals.acknowledged(arrivalId);
    }

    @Override
    public boolean isAcknowledged(String arrivalId) {
        return arrivals.isAcknowledged(arrivalId);
    }

    @Override
    public List<Arrival> open(Channel channel, String vendor) {
        return arrivals.unacknowledged(channel, vendor);
    }

    @Override
    public List<Arrival> open(Channel channel) {
        return arrivals.unacknowledged(channel);
    }

    @Override
    public Optional<State> state(String arrivalId) {
        return arrivals.find(arrivalId)
                .map(ArrivalRecord::state)
                .map(state -> state == ArrivalState.REFUSED ? State.REFUSED : State.RECORDED);
    }

    @Override
    public void failed(Channel channel) {
        meters.intake(channel.word(), "failed", 0);
    }

    @Override
    public void passedOver(String vendor, String name, String reason) {
        LOG.warn("Passed over '{}' of vendor '{}': {}", ShownName.of(name), vendor, reason);
    }
}
