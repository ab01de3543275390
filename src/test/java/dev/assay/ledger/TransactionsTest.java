package dev.assay.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.vault.Vault;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What transactions see of each other, on both databases.
@Timeout(120)
final class TransactionsTest {
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
