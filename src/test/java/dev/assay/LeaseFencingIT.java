package dev.assay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.ledger.Delivery;
import dev.assay.ledger.LeaseWorker;
import dev.assay.ledger.Ledger;
import dev.assay.ledger.LedgerLocation;
import dev.assay.vault.Vault;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two processes work on one PostgreSQL ledger. One is stopped until its lease has run out and the other has done its
/// work; when it goes on, it must not do it again.
final class LeaseFencingIT {
    private static final long SHORT = 1_500;
    private static final long LONG = 600_000;

    private static EmbeddedPostgres server;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() throws IOException {
        server = EmbeddedPostgres.builder().start();
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @Test
    void workerStoppedPastItsLease_losesItsJob() throws Exception {
        assertEquals(List.of("ended it", "lost it"), twoWorkers("fenced", Path.of("")));
        assertEquals(1, timesParked("fenced"));
    }

    /// The mutant *no lease fencing*: the count of what the ledger recorded sees it.
    @Test
    void withoutFencing_theJobEndsTwice() throws Exception {
        Path front = Files.createDirectory(folder.resolve("classes"));
        new Mutant(
                        "ledger/Jobs.java",
                        List.of(new Mutant.Change(
                                "+ \" WHERE id = :id AND lease_epoch = :epoch AND state = 'CLAIMED'\")",
                                "+ \" WHERE id = :id AND :epoch >= 0\")")))
                .compile(front);
        assertEquals(List.of("ended it", "ended it"), twoWorkers("unfenced", front));
        assertEquals(2, timesParked("unfenced"));
    }

    /// What each said of the job's end, in the order in which they came to it.
    private List<String> twoWorkers(String database, Path front) throws Exception {
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + database);
        }
        try (Ledger ledger = Ledger.open(
                new LedgerLocation(url(database), "postgres", ""),
                Vault.open(folder.resolve("data"), new char[0]),
                Clock.systemUTC())) {
            ledger.arrivals().record(Delivery.arrival("a1"));
        }
        Process stopped = worker(database, front, SHORT);
        Process other = null;
        try (BufferedReader first = stopped.inputReader()) {
            assertEquals("claimed, attempt 1", first.readLine());
            signal("-STOP", stopped);
            other = worker(database, front, LONG);
            try (BufferedReader second = other.inputReader()) {
                assertEquals("claimed, attempt 2", second.readLine());
                goOn(other);
                String said = second.readLine();
                signal("-CONT", stopped);
                goOn(stopped);
                return List.of(said, first.readLine());
            }
        } finally {
            stopped.destroyForcibly().waitFor();
            if (other != null) {
                other.destroyForcibly().waitFor();
            }
        }
    }

    private Process worker(String database, Path front, long lease) throws IOException {
        return Program.builder(LeaseWorker.class, front, List.of(), url(database), folder.resolve("data"), lease)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static void goOn(Process worker) throws IOException {
        worker.getOutputStream().write('\n');
        worker.getOutputStream().flush();
    }

    private static void signal(String signal, Process process) throws IOException, InterruptedException {
        assertEquals(
                0,
                new ProcessBuilder("kill", signal, String.valueOf(process.pid()))
                        .inheritIO()
                        .start()
                        .waitFor());
    }

    private static String url(String database) {
        return server.getJdbcUrl("postgres", database);
    }

    private static int timesParked(String database) throws SQLException {
        try (var connection = DriverManager.getConnection(url(database), "postgres", "");
                var rows = connection
                        .createStatement()
                        .executeQuery("SELECT COUNT(*) FROM event WHERE kind = 'arrival.parked'")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
