package dev.assay.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.assay.intake.Backpressure;
import dev.assay.ledger.ArrivalState;
import dev.assay.ledger.Job;
import dev.assay.ledger.JobKind;
import dev.assay.ledger.Ledger;
import dev.assay.ledger.LedgerLocation;
import dev.assay.meter.Meters;
import dev.assay.vault.Vault;
import dev.assay.work.Arrival;
import dev.assay.work.Channel;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/// The packaged routes with a real ledger, and steps that do what a test wants of them.
@Timeout(120)
final class JobConsumerIT {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final int MOST_BEGINNINGS = 12;
    private static final int MOST_ATTEMPTS = 3;
    private static final String ARRIVAL = "0123456789abcdef0123456789abcdef";

    @TempDir
    private Path home;

    private Ledger ledger;
    private Failures failures;
    private final Health health = new Health();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void start() throws IOException {
        Vault vault = Vault.open(home.resolve("data"), new char[0]);
        ledger = Ledger.open(
                LedgerLocation.file(home.resolve("data/ledger.db")), vault, Clock.fixed(NOON, ZoneOffset.UTC));
        failures = new Failures(ledger, health, Duration.ofMillis(10), MOST_ATTEMPTS, () -> {});
        ledger.arrivals()
                .record(new Arrival(
                        ARRIVAL,
                        Channel.FOLDER,
                        "kestrel",
                        "report.docx",
                        17,
                        ARRIVAL + ARRIVAL,
                        new Arrival.ArrivalTimes(NOON, NOON, NOON, NOON, NOON)));
        log.start();
        root().addAppender(log);
    }

    @AfterEach
    void stop() {
        root().detachAppender(log);
        ledger.close();
    }

    /// A step that waits is interrupted by the stop, in one of the ways in which Java tells a step of it.
    @ParameterizedTest
    @ValueSource(strings = {"waiting", "writing", "wrapped"})
    void stop_givesTheInterruptedJobBack_uncountedAndSilently(String how) throws Exception {
        Step step = new Step(job -> {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                switch (how) {
                    case "writing" -> throw new ClosedByInterruptException();
                    case "wrapped" -> throw new IllegalStateException("The step was interrupted", e);
                    default -> throw e;
                }
            }
        });
        try (RouteEngine engine = engine(step, LONG)) {
            assertEquals(1, step.begun.take().attempts());
        }
        assertEquals(List.of(), loudLines());
        assertEquals(List.of(), health.reasons().stream().skip(1).toList());
        Job again = ledger.jobs().claim(JobKind.IDENTIFY, LONG).orElseThrow();
        assertEquals(1, again.attempts());
    }

    /// The process died over it each time, so nobody could give up on it.
    @Test
    void jobThatWasClaimedTooOften_isParkedUntouched() throws Exception {
        for (int attempt = 1; attempt <= MOST_BEGINNINGS; attempt++) {
            assertEquals(
                    attempt,
                    ledger.jobs().claim(JobKind.IDENTIFY, LONG).orElseThrow().attempts());
            ledger.jobs().releaseAll();
        }
        Step step = new Step(job -> {});
        try (RouteEngine engine = engine(step, LONG)) {
            awaitDone();
        }
        assertEquals(List.of(), List.copyOf(step.begun));
        var arrival = ledger.arrivals().find(ARRIVAL).orElseThrow();
        assertEquals(ArrivalState.PARKED, arrival.state());
        assertEquals(
                "It was begun 12 times and never ended: the process died or overran its lease; nothing is known against"
                        + " the bytes.",
                arrival.reason());
    }

    @Test
    void lastAttempt_isMade() throws Exception {
        for (int attempt = 1; attempt < MOST_BEGINNINGS; attempt++) {
            ledger.jobs().claim(JobKind.IDENTIFY, LONG).orElseThrow();
            ledger.jobs().releaseAll();
        }
        Step step = new Step(job -> ledger.arrivals().settle(job, ArrivalState.QUARANTINED, "looked into"));
        try (RouteEngine engine = engine(step, LONG)) {
            awaitDone();
        }
        assertEquals(MOST_BEGINNINGS, step.begun.take().attempts());
    }

    /// Two workers wait for work; the lease would run out many times over while the first is at it.
    @Test
    void jobThatTakesLongerThanItsLease_isKept() throws Exception {
        CountDownLatch renewedOften = new CountDownLatch(1);
        Step step = new Step(job -> {
            renewedOften.await();
            ledger.arrivals().settle(job, ArrivalState.QUARANTINED, "looked into");
        });
        Duration lease = Duration.ofSeconds(2);
        try (RouteEngine engine = engine(step, lease)) {
            step.begun.take();
            Thread.sleep(lease.multipliedBy(3));
            renewedOften.countDown();
            awaitDone();
        }
        assertEquals(List.of(), List.copyOf(step.begun), "another worker took it over");
        assertEquals(
                ArrivalState.QUARANTINED,
                ledger.arrivals().find(ARRIVAL).orElseThrow().state());
    }

    /// What it says is INFO: the work goes on elsewhere or is not wanted any more.
    @Test
    void failureOfAJobThatIsNoLongerOurs_isDropped() throws Exception {
        Step step = new Step(job -> {
            ledger.arrivals().settle(job, ArrivalState.QUARANTINED, "looked into");
            throw new IllegalArgumentException("a fault after the job was done with");
        });
        try (RouteEngine engine = engine(step, LONG)) {
            step.begun.take();
            awaitDone();
        }
        assertTrue(
                log.list.stream().noneMatch(event -> event.getLevel().isGreaterOrEqual(Level.ERROR)),
                log.list.toString());
    }

    private RouteEngine engine(Step step, Duration lease) {
        Step idle = new Step(job -> {});
        return RouteEngine.start(
                home,
                new RouteEngine.Work(
                        beans(step, idle),
                        failures,
                        ledger.jobs(),
                        lease,
                        Duration.ofMillis(10),
                        2,
                        Meters.create(),
                        Backpressure.Open::new),
                List.of(),
                health);
    }

    /// The step under test identifies; all others do nothing.
    private static Map<String, Object> beans(Step identify, Step idle) {
        Map<String, Object> beans = new HashMap<>();
        for (String bean :
                List.of("assemble", "extract", "index", "check", "decide", "write", "send", "publish", "announce")) {
            beans.put(bean, idle);
        }
        beans.put("identify", identify);
        return beans;
    }

    private void awaitDone() throws InterruptedException {
        while (ledger.jobs().open() > 0) {
            Thread.sleep(10);
        }
    }

    private List<String> loudLines() {
        return log.list.stream()
                .filter(event -> event.getLevel().isGreaterOrEqual(Level.WARN))
                .map(ILoggingEvent::toString)
                .toList();
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    /// What a step does.
    private interface Doing {
        void with(Job job) throws Exception;
    }

    /// A step that notes what it begins.
    public static final class Step {
        private final BlockingQueue<Job> begun = new LinkedBlockingQueue<>();
        private final Doing doing;

        private Step(Doing doing) {
            this.doing = doing;
        }

        public void work(Job job) throws Exception {
            begun.add(job);
            doing.with(job);
        }
    }
}
