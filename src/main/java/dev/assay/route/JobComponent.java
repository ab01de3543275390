package dev.assay.route;

import dev.assay.intake.Backpressure;
import dev.assay.ledger.JobKind;
import dev.assay.ledger.Jobs;
import dev.assay.meter.Meters;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;

/// The `job:` component: `job:extract?workers=2` consumes the ledger's extracting jobs with two workers.
final class JobComponent extends DefaultComponent {
    private final Jobs jobs;
    private final Duration lease;
    private final Duration idle;
    private final Meters meters;
    private final Health health;
    private final Supplier<Backpressure> reading;

    /// @param jobs    the ledger's
    /// @param lease   how long a job may take before another may take it over
    /// @param idle    how long a worker that found nothing rests
    /// @param reading whether what vendors sent may be opened now
    JobComponent(
            Jobs jobs, Duration lease, Duration idle, Meters meters, Health health, Supplier<Backpressure> reading) {
        this.meters = meters;
        this.health = health;
        this.jobs = jobs;
        this.lease = lease;
        this.idle = idle;
        this.reading = reading;
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
        JobKind kind = JobKind.valueOf(remaining.toUpperCase(Locale.ROOT));
        int workers = getAndRemoveParameter(parameters, "workers", Integer.class, 1);
        return new JobEndpoint(uri, this, kind, workers);
    }

    Jobs jobs() {
        return jobs;
    }

    Duration lease() {
        return lease;
    }

    Meters meters() {
        return meters;
    }

    Health health() {
        return health;
    }

    /// Whether jobs of that kind may be claimed now.
    boolean isOpen(JobKind kind) {
        return switch (kind) {
            case IDENTIFY, EXTRACT -> reading.get() instanceof Backpressure.Open;
            case INDEX, CHECK, DECIDE, PUBLISH -> true;
        };
    }

    Duration idle() {
        return idle;
    }
}
