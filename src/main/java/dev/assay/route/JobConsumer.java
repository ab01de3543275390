package dev.assay.route;

import dev.assay.ledger.Job;
import dev.assay.ledger.JobKind;
import dev.assay.meter.CrashPoint;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.DefaultConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Claims jobs of one kind and sends each through the route; rests a little when there is none.
final class JobConsumer extends DefaultConsumer {
    private static final Logger LOG = LoggerFactory.getLogger(JobConsumer.class);

    private final JobComponent component;
    private final JobKind kind;
    private final int workers;
    private volatile boolean running;
    private ExecutorService threads;

    JobConsumer(Endpoint endpoint, Processor processor, JobComponent component, JobKind kind, int workers) {
        super(endpoint, processor);
        this.component = component;
        this.kind = kind;
        this.workers = workers;
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        running = true;
        threads = getEndpoint()
                .getCamelContext()
                .getExecutorServiceManager()
                .newFixedThreadPool(this, "job-" + name(), workers);
        for (int i = 0; i < workers; i++) {
            threads.execute(this::work);
        }
    }

    @Override
    protected void doStop() throws Exception {
        running = false;
        getEndpoint().getCamelContext().getExecutorServiceManager().shutdownNow(threads);
        super.doStop();
    }

    private void work() {
        while (running) {
            try {
                Optional<Job> job =
                        component.isOpen(kind) ? component.jobs().claim(kind, component.lease()) : Optional.empty();
                if (job.isPresent()) {
                    process(job.get());
                } else {
                    rest();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                if (!running) {
                    return;
                }
                LOG.warn("Cannot claim {} jobs: {}. Trying again.", kind, e.toString());
                restQuietly();
            }
        }
    }

    private void process(Job job) throws InterruptedException {
        CrashPoint.here("W8");
        Exchange exchange = createExchange(false);
        try {
            exchange.getIn().setBody(job);
            long start = System.nanoTime();
            getProcessor().process(exchange);
            component.meters().stage(name(), Duration.ofNanos(System.nanoTime() - start));
            if (exchange.getProperty(Exchange.EXCEPTION_CAUGHT) == null) {
                component.health().well(name());
            }
        } catch (Exception e) {
            exchange.setException(e);
        } finally {
            if (exchange.getException() != null && !running) {
                LOG.info("A {} job was interrupted by the stop. It is done again after the next start.", kind);
            } else if (exchange.getException() != null) {
                LOG.error("A {} job failed and its failure could not be recorded", kind, exchange.getException());
                restQuietly();
            }
            releaseExchange(exchange, false);
        }
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }

    private String name() {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private void rest() throws InterruptedException {
        Thread.sleep(component.idle());
    }

    private void restQuietly() {
        try {
            rest();
        } catch (InterruptedException e) {
            running = false;
            Thread.currentThread().interrupt();
        }
    }
}
