package dev.assay.route;

import dev.assay.ledger.Job;
import dev.assay.ledger.JobKind;
import dev.assay.meter.CrashPoint;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.spi.ExecutorServiceManager;
import org.apache.camel.support.DefaultConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Claims jobs of one kind and sends each through the route; rests a little when there is none. A job that the
/// stop interrupts is given back as if it had not been claimed.
final class JobConsumer extends DefaultConsumer {
    private static final Logger LOG = LoggerFactory.getLogger(JobConsumer.class);
    private static final long PATIENCE_MILLIS = 10_000;
    private static final String LEDGER = "ledger";
    private static final long HEED_CLOCK_EVERY_MILLIS = 5000;

    private final RouteEngine.Work work;
    private final Health health;
    private final JobKind kind;
    private final int workers;
    private final LeaseKeeper keeper;
    private final Queue<Job> unrecorded = new ConcurrentLinkedQueue<>();
    private volatile boolean running;
    private ExecutorService threads;
    private ScheduledExecutorService renewing;

    JobConsumer(
            Endpoint endpoint, Processor processor, RouteEngine.Work work, Health health, JobKind kind, int workers) {
        super(endpoint, processor);
        this.work = work;
        this.health = health;
        this.kind = kind;
        this.workers = workers;
        this.keeper = new LeaseKeeper(work.jobs(), work.lease());
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        running = true;
        renewing = executors().newSingleThreadScheduledExecutor(this, "lease-" + name());
        long every = keeper.every().toMillis();
        var _ = renewing.scheduleWithFixedDelay(keeper::renew, every, every, TimeUnit.MILLISECONDS);
        var _ = renewing.scheduleWithFixedDelay(keeper::heedClock, 0, HEED_CLOCK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
        threads = executors().newFixedThreadPool(this, "job-" + name(), workers);
        for (int i = 0; i < workers; i++) {
            threads.execute(this::run);
        }
    }

    @Override
    protected void doStop() throws Exception {
        running = false;
        executors().shutdownNow(threads);
        executors().awaitTermination(threads, PATIENCE_MILLIS);
        executors().shutdownNow(renewing);
        super.doStop();
    }

    private void run() {
        while (running) {
            try {
                giveBackUnrecorded();
                Optional<Job> job = work.isOpen(kind) ? work.jobs().claim(kind, work.lease()) : Optional.empty();
                health.well(LEDGER);
                if (job.isPresent()) {
                    process(job.get());
                } else {
                    rest();
                }
            } catch (RuntimeException e) {
                if (running) {
                    LOG.warn("Cannot claim {} jobs: {}. Trying again.", kind, e.toString());
                    health.trouble(LEDGER, "it cannot be written (" + root(e) + "). It is tried again.");
                    rest();
                }
            }
        }
    }

    /// What could not be recorded would else be nobody's until its lease runs out.
    private void giveBackUnrecorded() {
        for (Job job = unrecorded.peek(); job != null; job = unrecorded.peek()) {
            work.jobs().giveBack(job);
            unrecorded.remove(job);
        }
    }

    private static Throwable root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    private void process(Job job) {
        CrashPoint.here("W8");
        if (work.failures().gaveUp(job)) {
            return;
        }
        Exchange exchange = createExchange(false);
        keeper.keep(job);
        try {
            send(job, exchange);
        } finally {
            keeper.letGo(job);
            if (Thread.interrupted() || !running) {
                giveBack(job);
            } else if (exchange.getException() != null) {
                LOG.error("A {} job failed and its failure could not be recorded", kind, exchange.getException());
                unrecorded.add(job);
                rest();
            }
            releaseExchange(exchange, false);
        }
    }

    private void send(Job job, Exchange exchange) {
        try {
            exchange.getIn().setBody(job);
            long start = System.nanoTime();
            getProcessor().process(exchange);
            work.meters().stage(name(), Duration.ofNanos(System.nanoTime() - start));
            if (exchange.getProperty(Exchange.EXCEPTION_CAUGHT) == null) {
                health.well(name());
            }
        } catch (Exception e) {
            exchange.setException(e);
        }
    }

    /// What had come to its end is not given back.
    private void giveBack(Job job) {
        try {
            if (work.jobs().giveBack(job)) {
                LOG.info("The stop interrupted the {} job of {}; it is done after the next start", kind, job.subject());
            }
        } catch (RuntimeException e) {
            LOG.warn(
                    "Cannot give the {} job of {} back: {}. It is done after the next start, and this attempt counts.",
                    kind,
                    job.subject(),
                    e.toString());
        }
    }

    private String name() {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private ExecutorServiceManager executors() {
        return getEndpoint().getCamelContext().getExecutorServiceManager();
    }

    /// An interrupted rest is over: what interrupts is the stop, which the next look at it finds.
    private void rest() {
        try {
            Thread.sleep(work.idle());
        } catch (InterruptedException e) {
            LOG.debug("A worker for {} jobs was interrupted at rest", kind);
        }
    }
}
