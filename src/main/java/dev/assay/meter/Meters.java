package dev.assay.meter;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// Takes the values of every [Meter] and writes them in the Prometheus text format.
///
/// Safe for use by several threads. Each source of gauges is asked once per scrape.
public final class Meters {
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Map<Tag, Set<String>> seen = new EnumMap<>(Tag.class);
    private final List<Balance> balances = new CopyOnWriteArrayList<>();
    private final Map<String, AtomicLong> successes = new ConcurrentHashMap<>();
    private final boolean strict;

    private Meters(boolean strict) {
        this.strict = strict;
        for (Tag tag : Tag.values()) {
            seen.put(tag, ConcurrentHashMap.newKeySet());
        }
        registry.config().meterFilter(new LibraryFilter());
        startAtZero();
    }

    /// A counter that appears with its first event looks to Prometheus as if nothing had happened.
    private void startAtZero() {
        Tag.ENDING.words().forEach(ending -> count(Meter.CHILD_DEATHS, 0, ending));
        for (String channel : Tag.CHANNEL.words()) {
            count(Meter.INTAKE_BYTES, 0, channel);
            successes.put(channel, success(channel));
            Tag.INTAKE_OUTCOME.words().forEach(outcome -> count(Meter.INTAKE, 0, channel, outcome));
            Tag.REFUSAL.words().forEach(reason -> count(Meter.INTAKE_REFUSED, 0, channel, reason));
        }
    }

    /// Meters for running: a tag value that is not declared is counted as `other`.
    public static Meters create() {
        return new Meters(false);
    }

    /// Meters for tests: a tag value that is not declared is an [IllegalArgumentException].
    public static Meters strict() {
        return new Meters(true);
    }

    /// A stage ended, however it ended.
    public void stage(String stage, Duration took) {
        Timer.builder(Meter.STAGE.id())
                .description(Meter.STAGE.description())
                .tags(tags(Meter.STAGE, stage))
                .register(registry)
                .record(took);
    }

    /// A verdict was recorded.
    ///
    /// @param rule the rule that fired, in lower case with hyphens
    public void verdict(String verdict, String rule) {
        count(Meter.VERDICTS, 1, verdict, rule);
    }

    /// An item ended.
    ///
    /// @param kind the check kind's id, or `person` or `vendor`
    public void item(String kind, String outcome) {
        count(Meter.ITEMS, 1, kind, outcome);
    }

    /// A child ended without ending its task.
    public void childDeath(String ending) {
        count(Meter.CHILD_DEATHS, 1, ending);
    }

    /// A file was taken from a source, or not.
    ///
    /// @param outcome `recorded`, `again` for one already in the ledger, `refused` or `failed`
    /// @param bytes   that were copied
    public void intake(String channel, String outcome, long bytes) {
        count(Meter.INTAKE, 1, channel, outcome);
        count(Meter.INTAKE_BYTES, bytes, channel);
    }

    /// Something was not taken.
    ///
    /// @param reason such as `too-large`
    public void intakeRefused(String channel, String reason) {
        intake(channel, "refused", 0);
        count(Meter.INTAKE_REFUSED, 1, channel, reason);
    }

    /// An arrival was recorded so long after it had been complete at its source.
    public void intakeLag(String channel, Duration lag) {
        Timer.builder(Meter.INTAKE_LAG.id())
                .description(Meter.INTAKE_LAG.description())
                .tags(tags(Meter.INTAKE_LAG, channel))
                .register(registry)
                .record(lag.isNegative() ? Duration.ZERO : lag);
    }

    /// A channel was looked into without a failure.
    public void intakeWell(String channel, Instant when) {
        AtomicLong last = successes.get(channel);
        if (last != null) {
            last.set(when.getEpochSecond());
        }
    }

    private AtomicLong success(String channel) {
        AtomicLong last = new AtomicLong();
        gauge(Meter.INTAKE_LAST_SUCCESS, tags(Meter.INTAKE_LAST_SUCCESS, channel), last::get);
        return last;
    }

    /// Measures the balance of arrivals.
    ///
    /// @param rows `recorded` and the number in each state, read in one transaction
    public void arrivals(Supplier<Map<String, Long>> rows) {
        balance(Meter.ARRIVALS, Meter.ARRIVALS_RECORDED, "recorded", Meter.ARRIVALS_GAP, rows);
    }

    /// Measures the balance of submissions.
    ///
    /// @param rows `received` and the number in each state, read in one transaction
    public void submissions(Supplier<Map<String, Long>> rows) {
        balance(Meter.SUBMISSIONS, Meter.SUBMISSIONS_RECEIVED, "received", Meter.SUBMISSIONS_GAP, rows);
    }

    /// Measures how many effects wait to be published.
    public void outboxBacklog(LongSupplier backlog) {
        gauge(Meter.OUTBOX_BACKLOG, Tags.empty(), backlog::getAsLong);
    }

    /// Measures how many letters have not gone yet.
    ///
    /// @param backlog by the way they go
    public void letterBacklog(Map<String, LongSupplier> backlog) {
        backlog.forEach(
                (way, waiting) -> gauge(Meter.LETTER_BACKLOG, tags(Meter.LETTER_BACKLOG, way), waiting::getAsLong));
    }

    /// Measures how many mistakes keep what was written last from taking force.
    public void definitionMistakes(LongSupplier mistakes) {
        gauge(Meter.DEFINITION_MISTAKES, Tags.empty(), mistakes::getAsLong);
    }

    /// Measures how many letters are given up on for now.
    public void lettersParked(LongSupplier parked) {
        gauge(Meter.LETTERS_PARKED, Tags.empty(), parked::getAsLong);
    }

    /// Measures the age of the oldest open job, zero when none is open.
    public void oldestOpenJob(Supplier<Duration> age) {
        gauge(Meter.OLDEST_OPEN_JOB, Tags.empty(), () -> age.get().toMillis() / 1000.0);
    }

    /// Measures what `/health` tells.
    public void health(LongSupplier reasons, LongSupplier notices) {
        gauge(Meter.HEALTH_REASONS, Tags.empty(), reasons::getAsLong);
        gauge(Meter.HEALTH_NOTICES, Tags.empty(), notices::getAsLong);
    }

    /// Measures the disk the home lies on, in bytes.
    public void disk(LongSupplier free, LongSupplier size) {
        gauge(Meter.DISK_FREE, Tags.empty(), free::getAsLong);
        gauge(Meter.DISK_SIZE, Tags.empty(), size::getAsLong);
    }

    /// Measures this Java virtual machine until what is returned is closed.
    public AutoCloseable machine() {
        JvmGcMetrics collections = new JvmGcMetrics();
        for (MeterBinder binder : List.of(
                new JvmMemoryMetrics(),
                collections,
                new JvmThreadMetrics(),
                new ProcessorMetrics(),
                new FileDescriptorMetrics(),
                new UptimeMetrics())) {
            binder.bindTo(registry);
        }
        return collections;
    }

    /// Where a library that measures itself puts its meters; only what [LibraryMeter] declares is shown.
    public MeterRegistry registry() {
        return registry;
    }

    /// All meters in the Prometheus text format 0.0.4. A source that fails leaves its gauges at NaN.
    public String scrape() {
        balances.forEach(Balance::refresh);
        return registry.scrape();
    }

    private void balance(Meter states, Meter whole, String wholeRow, Meter gap, Supplier<Map<String, Long>> rows) {
        Balance balance = new Balance(states.tags().getFirst(), wholeRow, rows, strict);
        balances.add(balance);
        gauge(whole, Tags.empty(), balance::whole);
        gauge(gap, Tags.empty(), balance::gap);
        for (String state : balance.states()) {
            gauge(states, Tags.of(states.tags().getFirst().key(), state), () -> balance.state(state));
        }
    }

    private void gauge(Meter meter, Tags tags, Supplier<Number> value) {
        Gauge.builder(meter.id(), value)
                .description(meter.description())
                .baseUnit(meter.unit().isEmpty() ? null : meter.unit())
                .tags(tags)
                .strongReference(true)
                .register(registry);
    }

    private void count(Meter meter, long amount, String... values) {
        Counter.builder(meter.id())
                .description(meter.description())
                .baseUnit(meter.unit().isEmpty() ? null : meter.unit())
                .tags(tags(meter, values))
                .register(registry)
                .increment((double) amount);
    }

    private Tags tags(Meter meter, String... values) {
        Tags tags = Tags.empty();
        for (int i = 0; i < values.length; i++) {
            Tag tag = meter.tags().get(i);
            tags = tags.and(tag.key(), bounded(tag, values[i]));
        }
        return tags;
    }

    private String bounded(Tag tag, String value) {
        Set<String> known = seen.getOrDefault(tag, Set.of());
        if (known.contains(value)) {
            return value;
        }
        synchronized (known) {
            if (tag.allows(value, known.size())) {
                known.add(value);
                return value;
            }
        }
        if (strict) {
            throw new IllegalArgumentException(
                    "Tag '" + tag.key() + "' has no value '" + value + "'. Declare it in " + Tag.class.getName());
        }
        return Tag.OTHER;
    }
}
