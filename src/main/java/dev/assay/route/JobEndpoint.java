package dev.assay.route;

import dev.assay.ledger.JobKind;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;

/// Jobs of one kind.
final class JobEndpoint extends DefaultEndpoint {
    private final JobComponent component;
    private final JobKind kind;
    private final int workers;

    JobEndpoint(String uri, JobComponent component, JobKind kind, int workers) {
        super(uri, component);
        this.component = component;
        this.kind = kind;
        this.workers = workers;
    }

    @Override
    public Producer createProducer() {
        throw new UnsupportedOperationException("Jobs are opened in the ledger's transactions, not sent");
    }

    @Override
    public Consumer createConsumer(Processor processor) {
        return new JobConsumer(this, processor, component, kind, workers);
    }
}
