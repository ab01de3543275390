package dev.assay.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.vault.Vault;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The database's clock is moved back while jobs wait and leases run. It cannot be moved here: what was written before
/// the jump is written later instead, and the time that no setting changes goes on by as much.
final class JobsClockTest {
    private static final Duration JUMP = Duration.ofHours(1);

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void jobThatFailedBefore_waitsNoLongerForIt(Ledgers database) throws Exception {
        LedgerLocation location = database.location(folder);
        try (Ledger ledger = open(location)) {
            ledger.arrivals().record(Delivery.arrival("a1"));
            Jobs jobs = ledger.jobs();
            Job job = claim(ledger).orElseThrow();
            jobs.retry(job, Duration.ofMillis(1), true, "it failed");
            assertEquals(Duration.ZERO, jobs.heedClock(0));
            change(location, "UPDATE job SET not_before = not_before + " + JUMP.toMillis());
            assertTrue(claim(ledger).isEmpty(), "it waits for the clock");
            Duration seen = jobs.heedClock(JUMP.plusSeconds(5).toNanos());
            assertTrue(seen.compareTo(JUMP) > 0, seen.toString());
            assertTrue(claim(ledger).isPresent());
            assertEquals(Duration.ZERO, jobs.heedClock(JUMP.plusSeconds(5).toNanos()), "it is told once");
        }
    }

    @Test
    void leaseOfAProcessThatDiedBefore_runsOut() throws Exception {
        LedgerLocation location = Ledgers.POSTGRESQL.location(folder);
        try (Ledger ledger = open(location)) {
            ledger.arrivals().record(Delivery.arrival("a1"));
            Job lost = claim(ledger).orElseThrow();
            change(location, "UPDATE job SET lease_until = lease_until + " + JUMP.toMillis());
            Job taken = claim(ledger).orElseThrow();
            assertEquals(lost.id(), taken.id());
            assertEquals(2, taken.attempts());
        }
    }

    private static Optional<Job> claim(Ledger ledger) {
        return ledger.jobs().claim(JobKind.IDENTIFY, Delivery.LEASE);
    }

    private static void change(LedgerLocation location, String update) throws SQLException {
        try (Connection connection = DriverManager.getConnection(location.url(), location.user(), location.password());
                Statement statement = connection.createStatement()) {
            assertEquals(1, statement.executeUpdate(update));
        }
    }

    private Ledger open(LedgerLocation location) throws IOException {
        return Ledger.open(
                location, Vault.open(folder.resolve("data"), new char[0]), Clock.fixed(Delivery.NOON, ZoneOffset.UTC));
    }
}
