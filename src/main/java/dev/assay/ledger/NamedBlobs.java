package dev.assay.ledger;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// The blobs under clients' keys that facts name, and the time in which there were facts to name any.
public final class NamedBlobs {
    private final Transactions transactions;

    NamedBlobs(Transactions transactions) {
        this.transactions = transactions;
    }

    /// The SHA-256 of every blob of a client that a fact names: parts, what was read and found, references.
    public Set<String> of(String client) {
        return transactions.read(facts -> facts.query("""
            SELECT p.sha256 AS blob FROM part p JOIN submission s ON s.id = p.submission WHERE s.client = :client
            UNION SELECT p.document FROM part p JOIN submission s ON s.id = p.submission
              WHERE s.client = :client AND p.document IS NOT NULL
            UNION SELECT outcomes FROM submission WHERE client = :client AND outcomes IS NOT NULL
            UNION SELECT sha256 FROM reference WHERE client = :client
            UNION SELECT d.document FROM reference_reading d JOIN reference r ON r.id = d.id WHERE r.client = :client
            UNION SELECT sha256 FROM imported_work WHERE client = :client
            UNION SELECT document FROM imported_work WHERE client = :client
            """, Map.of("client", client)).stream()
                .map(row -> row.text("blob"))
                .collect(Collectors.toSet()));
    }

    /// When the ledger was made: what was stored before belongs to another.
    public Instant since() {
        return transactions.read(facts -> Moments.read(facts.query("SELECT created_at FROM ledger_info", Map.of())
                .getFirst()
                .text("created_at")));
    }

    /// When the last thing happened: what was stored after may be about to be named.
    public Instant until() {
        return transactions.read(facts -> Moments.read(facts.query("SELECT MAX(at) AS at FROM event", Map.of())
                .getFirst()
                .text("at")));
    }
}
