package dev.assay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.assay.ledger.ArrivalRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What an installation depends on fails while it runs and heals again: the reason is told, nothing is lost, and work
/// goes on in the same run. Disks are in [BadDiskIT], servers in [SftpFaultsIT], [MailIT] and [BrokerIT].
final class FaultsIT {
    @TempDir
    private Path folder;

    private SmallHome home;

    @BeforeEach
    void write() throws Exception {
        home = SmallHome.in(folder, List.of("report", "deck"));
    }

    @Test
    void lockedLedger_isToldAndGoesOnWhenItIsFree() throws Exception {
        try (Wiring.Running running = home.start();
                Connection other = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("data/ledger.db"));
                Statement lock = other.createStatement()) {
            home.deliver("wo-1/report/report.txt", note("report"));
            SmallHome.await(() -> running.ledger().jobs().open() > 0);
            lock.execute("PRAGMA busy_timeout = 60000");
            lock.execute("BEGIN EXCLUSIVE");
            home.deliver("wo-1/deck/deck.txt", note("deck"));
            SmallHome.await(() -> running.health().reasons().stream()
                    .anyMatch(reason -> reason.startsWith("ledger: it cannot be written (")));
            assertEquals(503, SmallHome.get(running, "/health").statusCode());
            lock.execute("ROLLBACK");
            Instant healed = Instant.now();
            SmallHome.settled(running.ledger(), 2);
            SmallHome.await(() -> running.health().reasons().isEmpty());
            recovered("locked ledger", healed);
            assertEquals(2, home.queue("accept").size());
            assertTrue(running.ledger().verify().intact());
        }
    }

    @Test
    void readerKilledMidway_isReplacedAndTheFileReadAgain() throws Exception {
        try (Wiring.Running running = home.start()) {
            home.deliver("wo-1/deck/deck.txt", note("deck"));
            SmallHome.settled(running.ledger(), 1);
            halt(ProcessHandle.current().descendants());
            home.deliver("wo-1/report/report.txt", note("report"));
            SmallHome.await(this::isAtWork);
            ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
            SmallHome.await(() -> deaths(running) > 0);
            Instant healed = Instant.now();
            ArrivalRecord arrival = SmallHome.settled(running.ledger(), 2).getFirst();
            recovered("killed reader", healed);
            assertEquals(
                    "ATTACHED -> ROUTED accept by ACCEPT: 1 item that counts passed and none failed.",
                    SmallHome.outcome(running.ledger(), arrival));
        }
    }

    @Test
    void clockMovedBackByAnHour_keepsNothingWaiting() throws Exception {
        AtomicReference<Duration> behind = new AtomicReference<>(Duration.ZERO);
        Clock clock = ((InstantSource) () -> Instant.now().minus(behind.get())).withZone(ZoneOffset.UTC);
        try (Wiring.Running running =
                Wiring.start(folder, Map.of(), clock, () -> fail("The process would have ended"))) {
            home.deliver("wo-1/report/report.txt", note("report"));
            Path waiting = home.deliver("wo-1/deck/deck.txt.part", note("deck"));
            SmallHome.settled(running.ledger(), 1);
            Files.move(waiting, waiting.resolveSibling("deck.txt"));
            behind.set(Duration.ofHours(1));
            Instant moved = Instant.now();
            SmallHome.settled(running.ledger(), 2);
            recovered("clock moved back", moved);
            assertEquals(2, home.queue("accept").size());
            assertTrue(running.ledger().verify().intact());
        }
    }

    /// Stops these processes where they are, so that what they are given stays unfinished.
    private static void halt(Stream<ProcessHandle> processes) throws Exception {
        String ids = processes.map(process -> String.valueOf(process.pid())).collect(Collectors.joining(" "));
        Process kill =
                new ProcessBuilder("sh", "-c", "kill -STOP " + ids).inheritIO().start();
        assertEquals(0, kill.waitFor(), "No reader to stop: " + ids);
    }

    /// A task has a folder while it is worked on.
    private boolean isAtWork() {
        try (Stream<Path> tasks = Files.list(folder.resolve("data/tasks"))) {
            return tasks.findAny().isPresent();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double deaths(Wiring.Running running) {
        return SmallHome.body(running, "/metrics")
                .lines()
                .filter(line -> line.startsWith("assay_child_deaths_total{") && line.contains("died"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    /// A time is reported, never asserted: the machine may be busy.
    private static void recovered(String fault, Instant healed) {
        System.out.println("Recovered from " + fault + " after "
                + Duration.between(healed, Instant.now()).toMillis() + " ms");
    }

    private static byte[] note(String text) {
        return (SmallHome.CLEAN + " " + text + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
