package dev.assay.lab.soak;

import dev.assay.lab.soak.Delivery.Way;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Kills the program at random moments while all channels deliver and a consumer takes what is published, starts it
/// again each time, lets it come to rest, and judges.
public final class Soak {
    /// One kill in so many falls between start and service, where the program heals.
    private static final int OF_STARTS = 6;

    private static final long PAUSE_MILLIS = 20;
    private static final long START_SECONDS = 180;
    private static final long STANDSTILL_SECONDS = 180;
    private static final long LEAST_MILLIS = 600;
    private static final long MOST_MILLIS = 40_000;
    private static final int LONGEST_GAP_MILLIS = 250;
    private static final int REPORT_EVERY = 10;

    private final Options options;
    private final Consumer<String> progress;
    private final Random random;
    private final List<Delivery> plan;
    private final SoakHome home;
    private final SoakProgram program;
    private final QueueConsumer consumer;
    private final Feeds feeds;
    private final AtomicInteger allowed = new AtomicInteger();
    private final AtomicReference<@Nullable Throwable> failed = new AtomicReference<>();
    private long spreadMillis = LEAST_MILLIS * 10;
    private long upMillis = LEAST_MILLIS;
    private int kills;
    private int atStart;

    /// How it is run.
    ///
    /// @param home        new or empty; keeps everything
    /// @param front       a folder of classes that come before the program's own; the program alone where empty
    /// @param submissions how many different contents
    /// @param channels    words of [Way], at least one
    /// @param minutes     when they are over it is killed no more, and what was not delivered yet is not
    public record Options(
            Path home, Path front, int kills, int submissions, long seed, List<String> channels, long minutes) {
        public Options {
            channels = List.copyOf(channels);
        }
    }

    private Soak(Options options, Consumer<String> progress) throws IOException {
        this.options = options;
        this.progress = progress;
        this.random = new Random(options.seed());
        List<Way> ways = options.channels().stream()
                .map(each -> Way.valueOf(each.toUpperCase(java.util.Locale.ROOT)))
                .toList();
        this.plan = new DeliveryPlan(new Random(options.seed()), ways, options.submissions()).deliveries();
        this.home = SoakHome.create(options.home(), plan, "");
        this.program = new SoakProgram(home.folder, home.folder.resolve("output"), options.front());
        this.consumer = new QueueConsumer(home.folder);
        this.feeds = new Feeds(home);
    }

    /// The words of all channels.
    public static List<String> channels() {
        return java.util.Arrays.stream(Way.values()).map(Way::word).toList();
    }

    /// Runs one.
    ///
    /// @param progress takes a line now and then
    /// @throws IllegalStateException if the program ends by itself or does not start
    public static SoakFigures run(Options options, Consumer<String> progress)
            throws IOException, InterruptedException, SQLException {
        Soak soak = new Soak(options, progress);
        try (soak.home;
                soak.feeds;
                soak.program) {
            return soak.run();
        }
    }

    private SoakFigures run() throws IOException, InterruptedException, SQLException {
        long began = System.nanoTime();
        List<Thread> threads = new ArrayList<>();
        threads.add(thread(consumer::run));
        for (Way way : Way.values()) {
            long seed = random.nextLong();
            threads.add(thread(() -> feed(way, new Random(seed))));
        }
        try {
            program.prepare(this::awaitReady);
            long end = began + TimeUnit.MINUTES.toNanos(options.minutes());
            while (kills < options.kills() && System.nanoTime() < end) {
                allowed.set((int) ((kills + 1L) * plan.size() / options.kills()));
                live();
            }
            rest();
        } finally {
            for (Thread each : threads) {
                each.interrupt();
                each.join();
            }
        }
        consumer.takeAll();
        return judged(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began));
    }

    private Thread thread(Runnable work) {
        return Thread.ofPlatform().daemon().start(() -> {
            try {
                work.run();
            } catch (RuntimeException | Error e) {
                failed.compareAndSet(null, e);
            }
        });
    }

    /// Delivers a channel's part of the plan, as far as it is allowed.
    private void feed(Way way, Random gaps) {
        try {
            for (Delivery each : plan.stream().filter(one -> one.way() == way).toList()) {
                while (each.number() >= allowed.get()) {
                    Thread.sleep(PAUSE_MILLIS);
                }
                Thread.sleep(gaps.nextInt(LONGEST_GAP_MILLIS));
                feeds.send(each);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// From a start to a kill.
    private void live() throws IOException, InterruptedException {
        long started = System.nanoTime();
        program.start();
        boolean early = random.nextInt(OF_STARTS) == 0;
        if (early) {
            pass(random.nextLong(upMillis + 1));
        } else {
            awaitReady();
            upMillis = (System.nanoTime() - started) / 1_000_000;
            pass(random.nextLong(spreadMillis + 1));
        }
        // One that ended before it was killed ended by itself, which no kill explains.
        if (!program.kill()) {
            throw new IllegalStateException("The program ended by itself:\n" + program.tail());
        }
        kills++;
        atStart += early ? 1 : 0;
        adapt();
        if (kills % REPORT_EVERY == 0) {
            progress.accept(kills + " kills, " + feeds.sent().size() + " of " + plan.size() + " deliveries, "
                    + consumer.taken().size() + " folders taken");
        }
    }

    /// Longer lives where work piles up, shorter ones where there is none.
    private void adapt() {
        int behind = allowed.get() - consumer.taken().size();
        boolean piling = behind > 4 * Math.max(5, plan.size() / options.kills());
        spreadMillis = Math.clamp(piling ? spreadMillis * 3 / 2 : spreadMillis * 4 / 5, LEAST_MILLIS, MOST_MILLIS);
    }

    private void pass(long millis) throws InterruptedException {
        Thread.sleep(millis);
        Throwable cause = failed.get();
        if (cause != null) {
            throw new IllegalStateException("A vendor or the consumer failed: " + cause.getMessage(), cause);
        }
    }

    private void awaitReady() throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (!program.isReady()) {
            if (!program.isAlive() || System.nanoTime() > end) {
                throw new IllegalStateException("The program did not start:\n" + program.tail());
            }
            pass(PAUSE_MILLIS);
        }
    }

    /// Runs it until nothing is left to do or nothing has happened for long, and stops it as a service manager does.
    private void rest() throws IOException, InterruptedException {
        program.start();
        awaitReady();
        if (!new Rest(home, feeds, allowed.get()).comes(program, STANDSTILL_SECONDS, this::pass)) {
            throw new IllegalStateException("The program ended by itself:\n" + program.tail());
        }
        if (!program.stop()) {
            throw new IllegalStateException("The program did not stop:\n" + program.tail());
        }
    }

    private SoakFigures judged(long seconds) throws IOException, SQLException {
        try (SoakLedger ledger = SoakLedger.open(home.folder)) {
            SoakOracle oracle = new SoakOracle(home, feeds.sent(), ledger);
            oracle.judge(consumer.taken(), consumer.letters());
            List<SoakFigures.ChannelFigures> channels = new ArrayList<>();
            for (Way way : Way.values()) {
                channels.add(oracle.channel(way, feeds.kept(way)));
            }
            Files.writeString(home.folder.resolve("sent.tsv"), manifest());
            return new SoakFigures(
                    options.seed(),
                    kills,
                    atStart,
                    oracle.submissions(),
                    consumer.taken().size(),
                    oracle.lost(),
                    oracle.doubled(),
                    oracle.corrupt(),
                    channels,
                    seconds);
        }
    }

    private String manifest() {
        StringBuilder text = new StringBuilder();
        for (Delivery each : feeds.sent()) {
            text.append(each.number())
                    .append('\t')
                    .append(each.way().word())
                    .append('\t')
                    .append(each.submission())
                    .append('\n');
        }
        return text.toString();
    }
}
