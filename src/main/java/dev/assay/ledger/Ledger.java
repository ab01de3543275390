package dev.assay.ledger;

import dev.assay.vault.Vault;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// The durable record of an installation.
public final class Ledger implements AutoCloseable {
    private final Database database;
    private final Transactions transactions;

    private Ledger(Database database, Transactions transactions) {
        this.database = database;
        this.transactions = transactions;
    }

    /// Opens a ledger, creating or migrating it as needed.
    ///
    /// @param vault seals and opens texts
    /// @param clock the time of facts; leases run on the database's own
    /// @throws IllegalStateException if the schema is newer than this build
    public static Ledger open(LedgerLocation location, Vault vault, Clock clock) {
        return open(location, vault, clock, Outlets.NONE);
    }

    /// As [#open(LedgerLocation, Vault, Clock)], of an installation that writes to its vendors.
    public static Ledger open(LedgerLocation location, Vault vault, Clock clock, Outlets outlets) {
        Database database = Database.open(location);
        Ledger ledger = new Ledger(database, new Transactions(database, vault, clock, outlets));
        ledger.transactions.write(facts -> {
            if (facts.query("SELECT id FROM ledger_info", Map.of()).isEmpty()) {
                facts.insert(
                        "ledger_info",
                        "ledger.created",
                        Row.empty().with("id", UUID.randomUUID().toString()).with("created_at", facts.now()));
            }
            return true;
        });
        return ledger;
    }

    public Arrivals arrivals() {
        return new Arrivals(transactions);
    }

    public Submissions submissions() {
        return new Submissions(transactions);
    }

    public Assemblies assemblies() {
        return new Assemblies(transactions);
    }

    public Jobs jobs() {
        return new Jobs(transactions, database.dialect());
    }

    public Outbox outbox() {
        return new Outbox(transactions);
    }

    public Standstills standstills() {
        return new Standstills(transactions);
    }

    public Letters letters() {
        return new Letters(transactions);
    }

    public ChecklistVersions checklists() {
        return new ChecklistVersions(transactions);
    }

    public Answers answers() {
        return new Answers(transactions);
    }

    public IndexOps indexOps() {
        return new IndexOps(transactions);
    }

    public ImportedWorks importedWorks() {
        return new ImportedWorks(transactions);
    }

    public Orders orders() {
        return new Orders(transactions);
    }

    public Dismissals dismissals() {
        return new Dismissals(transactions);
    }

    public References references() {
        return new References(transactions);
    }

    public Outages outages() {
        return new Outages(transactions);
    }

    public Holds holds() {
        return new Holds(transactions);
    }

    public Purges purges() {
        return new Purges(transactions);
    }

    public Unlocks unlocks() {
        return new Unlocks(transactions);
    }

    public Balances balances() {
        return new Balances(transactions);
    }

    public Stories stories() {
        return new Stories(transactions);
    }

    public NamedBlobs blobs() {
        return new NamedBlobs(transactions);
    }

    /// What tells this ledger from every other.
    public String id() {
        return transactions.read(facts ->
                facts.query("SELECT id FROM ledger_info", Map.of()).getFirst().text("id"));
    }

    /// Compares every row with what the chain of events recorded.
    public Verification verify() {
        return transactions.read(facts -> EventChain.verify(facts.handle()));
    }

    /// Whether other processes may work on this ledger at the same time.
    public boolean shared() {
        return database.dialect() == Dialect.POSTGRESQL;
    }

    /// Whether a failure is the database's own, such as one that is out of reach or whose disk is full: nothing
    /// is known against the work that met it.
    public static boolean isTrouble(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException) {
                return true;
            }
        }
        return false;
    }

    /// All submissions, oldest first.
    public List<String> submissionIds() {
        return transactions.read(
                facts -> facts.query("SELECT id FROM submission ORDER BY received_at, id", Map.of()).stream()
                        .map(row -> row.text("id"))
                        .toList());
    }

    @Override
    public void close() {
        database.close();
    }
}
