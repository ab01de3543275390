package dev.assay.ledger;

import dev.assay.vault.Vault;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Clients whose text was made unreadable for ever.
public final class Purges {
    /// The status of an operation that removes all work for a client.
    public static final String PURGED = "purged";

    private static final String TABLE = "purge";
    private static final String UNSENT = "o.state IN ('NEW', 'STAGED', 'PARKED')";

    private final Transactions transactions;

    Purges(Transactions transactions) {
        this.transactions = transactions;
    }

    /// Records that a client is purged and withdraws its letters that have not gone, unless something stands in the
    /// way.
    ///
    /// @param actor who does it
    /// @return what stands in the way: a hold, or work that is not at its end
    public Optional<String> record(String client, String actor, String reason) {
        return transactions.write(facts -> {
            Optional<String> obstacle = obstacle(facts, client);
            if (obstacle.isEmpty()) {
                String id = Digests.id(TABLE, client, Long.toString(count(facts)));
                facts.insert(
                        TABLE,
                        "client.purged",
                        Row.empty()
                                .with("id", id)
                                .with("client", client)
                                .with("actor", actor)
                                .with("reason_sealed", facts.seal(Vault.INTAKE, TABLE, id, "reason_sealed", reason))
                                .with("purged_at", facts.now()));
                IndexOps.append(facts, client, PURGED);
                for (Letters.Entry letter : letters(facts, client, UNSENT)) {
                    facts.update(
                            "outbox",
                            letter.id(),
                            "outbox.withdrawn",
                            Row.empty().with("state", "WITHDRAWN"));
                    Jobs.withdraw(facts, letter.id());
                }
            }
            return obstacle;
        });
    }

    /// How much work for a client the ledger names.
    ///
    /// @param submissions that were delivered for it
    /// @param imported    works taken in from files
    public record Extent(long submissions, long imported) {}

    /// How much work for a client there is or was.
    public Extent extent(String client) {
        return transactions.read(facts -> new Extent(
                number(facts, "SELECT COUNT(*) AS n FROM submission WHERE client = :client", client),
                number(facts, "SELECT COUNT(*) AS n FROM imported_work WHERE client = :client", client)));
    }

    /// The ids of all work for a client.
    public List<String> works(String client) {
        return transactions.read(facts -> facts
                .query(
                        "SELECT id FROM submission WHERE client = :client UNION SELECT id FROM imported_work WHERE"
                                + " client = :client",
                        Map.of("client", client))
                .stream()
                .map(row -> row.text("id"))
                .toList());
    }

    /// The letters about a client's work that have not gone yet, oldest first.
    public List<Letters.Entry> unsent(String client) {
        return transactions.read(facts -> letters(facts, client, UNSENT));
    }

    /// The letters about a client's work that went, or were to go, into outbox folders, oldest first.
    public List<Letters.Entry> filed(String client) {
        return transactions.read(facts -> letters(facts, client, "o.kind LIKE '%-file'"));
    }

    private static List<Letters.Entry> letters(Facts facts, String client, String which) {
        return facts
                .query(
                        "SELECT o.* FROM outbox o WHERE (o.kind LIKE '%-file' OR o.kind LIKE '%-mail') AND (" + which
                                + ") AND (o.submission IN (SELECT id FROM submission WHERE client = :client) OR"
                                + " o.effect_key IN (SELECT a.arrival FROM arrival_submission a JOIN submission s ON"
                                + " s.id = a.submission WHERE s.client = :client) OR o.effect_key IN (SELECT a.id FROM"
                                + " arrival a JOIN submission s ON s.id = a.duplicate_of WHERE s.client = :client))"
                                + " ORDER BY o.created_at, o.id",
                        Map.of("client", client))
                .stream()
                .map(Letters::read)
                .toList();
    }

    /// Submissions that were published for a client, oldest first.
    public List<String> published(String client) {
        return transactions.read(facts -> facts
                .query(
                        "SELECT DISTINCT s.received_at AS received, s.id AS id FROM outbox o JOIN submission s ON s.id"
                            + " = o.submission WHERE s.client = :client AND o.kind = 'queue' AND o.state = 'PUBLISHED'"
                            + " ORDER BY s.received_at, s.id",
                        Map.of("client", client))
                .stream()
                .map(row -> row.text("id"))
                .toList());
    }

    private static Optional<String> obstacle(Facts facts, String client) {
        if (!Holds.inForce(facts, client).isEmpty()) {
            return Optional.of("a legal hold is set for it. Lift it first: assay hold lift --client " + client);
        }
        long open = number(
                facts,
                "SELECT COUNT(*) AS n FROM submission WHERE client = :client AND (state IN ('WAITING', 'IDENTIFIED',"
                        + " 'EXTRACTED', 'CHECKED', 'DECIDED') OR id IN (SELECT submission FROM outbox WHERE state IN"
                        + " ('NEW', 'STAGED') AND kind NOT LIKE '%-file' AND kind NOT LIKE '%-mail'))",
                client);
        return open == 0
                ? Optional.empty()
                : Optional.of(open + " submission(s) for it are in work. Run the installation until they are decided"
                        + " and published");
    }

    private static long number(Facts facts, String sql, String client) {
        return facts.query(sql, Map.of("client", client)).getFirst().number("n");
    }

    private static long count(Facts facts) {
        return facts.query("SELECT COUNT(*) AS n FROM purge", Map.of())
                .getFirst()
                .number("n");
    }
}
