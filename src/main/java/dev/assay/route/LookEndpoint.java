package dev.assay.route;

import org.apache.camel.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.ScheduledPollConsumer;
import org.apache.camel.support.ScheduledPollEndpoint;

/// Says that it is time, again and again; one look ends before the next begins.
final class LookEndpoint extends ScheduledPollEndpoint {
    LookEndpoint(String uri, LookComponent component) {
        super(uri, component);
    }

    @Override
    public Producer createProducer() {
        throw new UnsupportedOperationException("Time is told, not sent");
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        Consumer consumer = new Look(this, processor);
        configureConsumer(consumer);
        return consumer;
    }

    private static final class Look extends ScheduledPollConsumer {
        Look(LookEndpoint endpoint, Processor processor) {
            super(endpoint, processor);
        }

        @Override
        protected int poll() throws Exception {
            Exchange exchange = createExchange(false);
            try {
                getProcessor().process(exchange);
            } finally {
                releaseExchange(exchange, false);
            }
            return 1;
        }
    }
}
