package dev.assay.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.vault.Vault;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What transactions see of each other, on both databases.
@Timeout(120)
final class TransactionsTest {
    private static final int TAKEOVERS = 30;
    private static final String COUNT = "SELECT COUNT(*) AS n FROM event";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void readingTransaction_seesOneStateOfTheLedger(Ledgers kind) throws IOException {
        try (Database database = Database.open(kind.location(folder))) {
            Transactions transactions = transactions(database);
            List<Long> counts = transactions.read(facts -> {
                long before = events(facts);
                transactions.write(writing -> {
                    writing.note("happened", "arrival", "a1");
                    return true;
                });
                return List.of(before, events(facts));
            });
            assertEquals(counts.getFirst(), counts.getLast());
        }
    }

    /// The second may not rest its decision on what it read before the first one's commit.
    @ParameterizedTest
    @EnumSource
    void writingTransactions_followOneAnother(Ledgers kind) throws Exception {
        try (Database database = Database.open(kind.location(folder));
                ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Transactions transactions = transactions(database);
            CountDownLatch begun = new CountDownLatch(1);
            CountDownLatch goOn = new CountDownLatch(1);
            CountDownLatch secondBegins = new CountDownLatch(1);
            Future<Long> first = threads.submit(() -> transactions.write(facts -> {
                long seen = events(facts);
                begun.countDown();
                await(goOn);
                facts.note("first", "arrival", "a1");
                return seen;
            }));
            await(begun);
            Future<Long> second = threads.submit(() -> {
                secondBegins.countDown();
                return transactions.write(facts -> {
                    long seen = events(facts);
                    goOn.countDown();
                    facts.note("second", "arrival", "a1");
                    return seen;
                });
            });
            await(secondBegins);
            assertTrue(!goOn.await(500, TimeUnit.MILLISECONDS), "the second reads while the first writes");
            goOn.countDown();
            assertEquals(0, first.get());
            assertEquals(1, second.get());
        }
    }

    /// Another program that waits for the lock gets it the moment a commit is done, and keeps it until the committed
    /// transaction has come back.
    @Test
    void commit_isNotToldAsFailedWhereAnotherProgramTakesTheLockThen() throws Exception {
        LedgerLocation location = Ledgers.SQLITE.location(folder);
        try (Database database = Database.open(location);
                Connection other = DriverManager.getConnection(location.url() + "?busy_timeout=0");
                Statement lock = other.createStatement();
                ExecutorService threads = Executors.newSingleThreadExecutor()) {
            Transactions transactions = transactions(database);
            for (long written = 1; written <= TAKEOVERS; written++) {
                CountDownLatch atWork = new CountDownLatch(1);
                Future<Long> writing = threads.submit(() -> transactions.write(facts -> {
                    facts.note("happened", "arrival", "a1");
                    atWork.countDown();
                    return events(facts);
                }));
                await(atWork);
                while (!isTaken(lock)) {
                    Thread.onSpinWait();
                }
                assertEquals(written, writing.get());
                lock.execute("ROLLBACK");
            }
        }
    }

    @Test
    void failedWork_leavesNothingAndTheNextIsATransactionAgain() throws IOException {
        try (Database database = Database.open(Ledgers.SQLITE.location(folder))) {
            Transactions transactions = transactions(database);
            for (int time = 0; time < 2; time++) {
                assertThrows(
                        IllegalArgumentException.class,
                        () -> transactions.write(facts -> {
                            facts.note("happened", "arrival", "a1");
                            throw new IllegalArgumentException("as a bug");
                        }));
            }
            assertEquals(0, transactions.read(TransactionsTest::events));
        }
    }

    private static boolean isTaken(Statement lock) {
        try {
            lock.execute("BEGIN EXCLUSIVE");
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    private static long events(Facts facts) {
        return facts.query(COUNT, Map.of()).getFirst().number("n");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Transactions transactions(Database database) throws IOException {
        return new Transactions(
                database, Vault.open(folder.resolve("data"), new char[0]), Clock.systemUTC(), Outlets.NONE);
    }
}
