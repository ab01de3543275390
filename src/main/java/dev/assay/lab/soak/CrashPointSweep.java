package dev.assay.lab.soak;

import dev.assay.lab.soak.Delivery.Way;
import jakarta.jms.JMSException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Halts the program at each crash point in turn, in an installation for each channel and queue: something new is
/// delivered, the program is started to halt at the point, and the next start has to heal what that left.
public final class CrashPointSweep {
    private static final long PAUSE_MILLIS = 50;
    private static final long STANDSTILL_SECONDS = 180;
    private static final int LAST = 16;

    private final Options options;
    private final Consumer<String> progress;

    /// How it is run.
    ///
    /// @param home     new or empty; keeps everything
    /// @param front    a folder of classes that come before the program's own; the program alone where it is empty
    /// @param channels words of the channels
    /// @param broker   the URL of an Artemis broker whose `assay.` queues are empty; empty for folder queues alone
    public record Options(Path home, Path front, List<String> channels, String broker) {
        public Options {
            channels = List.copyOf(channels);
        }
    }

    private CrashPointSweep(Options options, Consumer<String> progress) {
        this.options = options;
        this.progress = progress;
    }

    /// Runs all.
    ///
    /// @param progress takes a line now and then
    public static CrashPointFigures run(Options options, Consumer<String> progress)
            throws IOException, InterruptedException, SQLException {
        return new CrashPointSweep(options, progress).run();
    }

    private CrashPointFigures run() throws IOException, InterruptedException, SQLException {
        long began = System.nanoTime();
        List<CrashPointFigures.Sweep> sweeps = new ArrayList<>();
        for (String broker : options.broker().isEmpty() ? List.of("") : List.of("", options.broker())) {
            for (String channel : options.channels()) {
                CrashPointFigures.Sweep sweep = sweep(Way.valueOf(channel.toUpperCase(Locale.ROOT)), broker);
                progress.accept(
                        sweep.channel() + ", " + sweep.queue() + ": halted at " + String.join(" ", sweep.halted()));
                sweeps.add(sweep);
            }
        }
        return new CrashPointFigures(sweeps, TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began));
    }

    /// The points that a delivery passes: only a folder claims, only SFTP renames, only a broker is sent to.
    private static List<String> points(Way way, String broker) {
        List<String> points = new ArrayList<>();
        for (int i = way == Way.FOLDER ? 1 : 2; i <= LAST; i++) {
            points.add("W" + i);
        }
        if (way == Way.SFTP) {
            points.add("W6r");
        }
        if (!broker.isEmpty()) {
            points.addAll(List.of("J1", "J2"));
        }
        return points;
    }

    private CrashPointFigures.Sweep sweep(Way way, String broker)
            throws IOException, InterruptedException, SQLException {
        List<String> points = points(way, broker);
        String queue = broker.isEmpty() ? "folder" : "jms";
        List<Delivery> plan = plan(way, points.size());
        Path folder = options.home().resolve(way.word() + "-" + queue);
        try (SoakHome home = SoakHome.create(folder, plan, broker);
                Feeds feeds = new Feeds(home);
                SoakProgram program = new SoakProgram(home.folder, folder.resolve("output"), options.front())) {
            One one = new One(home, feeds, program, new QueueConsumer(home.folder));
            List<String> halted = new ArrayList<>();
            List<String> missed = new ArrayList<>();
            for (int i = 0; i < points.size(); i++) {
                one.send(plan.get(i));
                (one.isHaltedAt(points.get(i), i + 1) ? halted : missed).add(points.get(i));
            }
            return new CrashPointFigures.Sweep(way.word(), queue, halted, missed, one.judged(plan.size(), broker));
        }
    }

    /// Each of its own, so that each passes every point.
    private static List<Delivery> plan(Way way, int size) {
        List<Delivery> plan = new ArrayList<>();
        Set<String> deliverables = new HashSet<>();
        for (Delivery each : new DeliveryPlan(new Random(size), List.of(way), 2 * size).deliveries()) {
            if (plan.size() < size && deliverables.add(each.deliverable())) {
                plan.add(each);
            }
        }
        return plan;
    }

    /// One installation.
    private record One(SoakHome home, Feeds feeds, SoakProgram program, QueueConsumer consumer) {
        /// An upload is not answered until the program is there.
        void send(Delivery delivery) {
            int before = feeds.sent().size();
            Thread.ofVirtual().start(() -> {
                try {
                    feeds.send(delivery);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            while (feeds.sent().size() == before) {
                Thread.onSpinWait();
            }
        }

        /// Runs it until it halts itself.
        ///
        /// @return false if it came to rest without
        boolean isHaltedAt(String point, int deliveries) throws IOException, InterruptedException {
            Path trace = Files.writeString(home.folder.resolve("trace"), "");
            program.start("-Dassay.crash=" + point, "-Dassay.crash.trace=" + trace);
            boolean rested = new Rest(home, feeds, deliveries).comes(program, STANDSTILL_SECONDS, this::take);
            consumer.takeAll();
            if (rested) {
                program.kill();
                return false;
            }
            if (program.exitValue() != SoakProgram.KILLED) {
                throw new IllegalStateException("The program ended by itself before " + point + ":\n" + program.tail());
            }
            return Files.readAllLines(trace).contains(point);
        }

        List<String> judged(int deliveries, String broker) throws IOException, InterruptedException, SQLException {
            program.start();
            if (!new Rest(home, feeds, deliveries).comes(program, STANDSTILL_SECONDS, this::take)) {
                throw new IllegalStateException("The program ended by itself:\n" + program.tail());
            }
            if (!program.stop()) {
                throw new IllegalStateException("The program did not stop:\n" + program.tail());
            }
            consumer.takeAll();
            try (SoakLedger ledger = SoakLedger.open(home.folder)) {
                SoakOracle oracle = new SoakOracle(home, feeds.sent(), ledger);
                oracle.judge(consumer.taken(), consumer.letters());
                if (!broker.isEmpty()) {
                    oracle.judgeMessages(BrokerInbox.drain(broker));
                }
                List<String> wrong = new ArrayList<>();
                oracle.lost().forEach(each -> wrong.add("lost: " + each));
                oracle.doubled().forEach(each -> wrong.add("doubled: " + each));
                oracle.corrupt().forEach(each -> wrong.add("corrupt: " + each));
                return wrong;
            } catch (JMSException e) {
                throw new IOException("The broker's queues cannot be read", e);
            }
        }

        private void take(long millis) throws InterruptedException, IOException {
            consumer.takeAll();
            Thread.sleep(Math.min(millis, PAUSE_MILLIS));
        }
    }
}
