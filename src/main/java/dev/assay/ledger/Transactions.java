package dev.assay.ledger;

import dev.assay.vault.Vault;
import java.time.Clock;
import java.util.Map;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/// Runs pieces of work in transactions.
final class Transactions {
    private final Jdbi writing;
    private final Jdbi reading;
    private final Dialect dialect;
    private final Vault vault;
    private final Clock clock;
    private final Outlets outlets;

    Transactions(Database database, Vault vault, Clock clock, Outlets outlets) {
        this.writing = database.writing();
        this.reading = database.reading();
        this.dialect = database.dialect();
        this.vault = vault;
        this.clock = clock;
        this.outlets = outlets;
    }

    /// All of the work is committed, or none. No other transaction writes facts meanwhile, so that what the work
    /// reads still holds when it writes.
    <T> T write(Function<Facts, T> work) {
        return writeJobs(facts -> {
            if (!dialect.onlyWriter().isEmpty()) {
                facts.query(dialect.onlyWriter(), Map.of());
            }
            return work.apply(facts);
        });
    }

    /// As [#write], for work that writes no facts: others need not wait for it.
    <T> T writeJobs(Function<Facts, T> work) {
        return dialect.isShared()
                ? writing.inTransaction(handle -> work.apply(facts(handle)))
                : writing.withHandle(handle -> alone(handle, work));
    }

    /// Sees one state of the ledger.
    <T> T read(Function<Facts, T> work) {
        return reading.inTransaction(TransactionIsolationLevel.REPEATABLE_READ, handle -> work.apply(facts(handle)));
    }

    /// In words of SQLite. Its driver's own commit begins the next transaction at once, so that what is committed is
    /// told as failed where another program takes the lock in between.
    private <T> T alone(Handle handle, Function<Facts, T> work) {
        handle.execute("BEGIN IMMEDIATE");
        try {
            T result = work.apply(facts(handle));
            handle.execute("COMMIT");
            return result;
        } catch (RuntimeException | Error failure) {
            rollBack(handle, failure);
            throw failure;
        }
    }

    /// Where SQLite has rolled back by itself, as on a full disk, this fails in turn.
    private static void rollBack(Handle handle, Throwable failure) {
        try {
            handle.execute("ROLLBACK");
        } catch (JdbiException e) {
            failure.addSuppressed(e);
        }
    }

    private Facts facts(Handle handle) {
        return new Facts(handle, dialect, vault, clock, outlets);
    }
}
