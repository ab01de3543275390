package dev.assay.route;

import java.util.function.BiFunction;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;

/// Jobs of one kind.
final class JobEndpoint extends DefaultEndpoint {
    private final BiFunction<Endpoint, Processor, Consumer> consumers;

    JobEndpoint(String uri, JobComponent component, BiFunction<Endpoint, Processor, Consumer> consumers) {
        super(uri, component);
        this.consumers = consumers;
    }

    @Override
    public Producer createProducer() {
        throw new UnsupportedOperationException("Jobs are opened in the ledger's transactions, not sent");
    }

    @Override
    public Consumer createConsumer(Processor processor) {
        return consumers.apply(this, processor);
    }
}
