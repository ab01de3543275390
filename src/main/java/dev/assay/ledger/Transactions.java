package dev.assay.ledger;

import dev.assay.vault.Vault;
import java.time.Clock;
import java.util.Map;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;
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
        return writing.inTransaction(handle -> work.apply(new Facts(handle, dialect, vault, clock, outlets)));
    }

    /// Sees one state of the ledger.
    <T> T read(Function<Facts, T> work) {
        return reading.inTransaction(
                TransactionIsolationLevel.REPEATABLE_READ,
                handle -> work.apply(new Facts(handle, dialect, vault, clock, outlets)));
    }
}
