package dev.assay.route;

import dev.assay.ledger.JobKind;
import java.util.Locale;
import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;

/// The `job:` component: `job:extract?workers=2` consumes the ledger's extracting jobs with two workers.
final class JobComponent extends DefaultComponent {
    private final RouteEngine.Work work;
    private final Health health;

    JobComponent(RouteEngine.Work work, Health health) {
        this.work = work;
        this.health = health;
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
        JobKind kind = JobKind.valueOf(remaining.toUpperCase(Locale.ROOT));
        int workers = getAndRemoveParameter(parameters, "workers", Integer.class, 1);
        return new JobEndpoint(
                uri, this, (endpoint, processor) -> new JobConsumer(endpoint, processor, work, health, kind, workers));
    }
}
