package dev.assay.intake;

import dev.assay.ledger.Outages;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes each minute in which intake is open that it is, so that what a vendor could not deliver for our sake is
/// known afterwards.
public final class Heartbeat implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);

    private final Outages outages;
    private final BooleanSupplier open;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("heartbeat").factory());

    private Heartbeat(Outages outages, BooleanSupplier open) {
        this.outages = outages;
        this.open = open;
    }

    /// Begins with a beat, before anything is received.
    ///
    /// @param open whether intake is
    public static Heartbeat start(Outages outages, BooleanSupplier open) {
        Heartbeat heartbeat = new Heartbeat(outages, open);
        heartbeat.beat();
        long seconds = Outages.INTERVAL.toSeconds();
        var _ = heartbeat.timer.scheduleWithFixedDelay(heartbeat::beat, seconds, seconds, TimeUnit.SECONDS);
        return heartbeat;
    }

    /// One that cannot be written is an outage if it lasts.
    private void beat() {
        try {
            if (open.getAsBoolean()) {
                outages.alive();
            }
        } catch (RuntimeException e) {
            LOG.warn("The heartbeat could not be recorded: {}. See that the ledger can be reached.", e.toString());
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
