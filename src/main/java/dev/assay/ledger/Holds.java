package dev.assay.ledger;

import dev.assay.vault.Vault;
import java.util.List;
import java.util.Map;

/// Legal holds: while one is in force for a client, nothing of that client is purged, and no clock of a vendor runs
/// for it.
public final class Holds {
    private static final String TABLE = "hold";
    static final String REASON = "hold";
    private static final String CLIENT = "client";

    private final Transactions transactions;

    Holds(Transactions transactions) {
        this.transactions = transactions;
    }

    /// Sets a hold for a client.
    ///
    /// @param actor who sets it
    /// @return whether none was in force before
    public boolean set(String client, String actor, String reason) {
        return transactions.write(facts -> {
            if (!inForce(facts, client).isEmpty()) {
                return false;
            }
            String id = Digests.id(TABLE, client, facts.now(), Long.toString(count(facts)));
            facts.insert(
                    TABLE,
                    "hold.set",
                    Row.empty()
                            .with("id", id)
                            .with("subject_kind", CLIENT)
                            .with("subject", client)
                            .with("actor", actor)
                            .with("reason_sealed", facts.seal(Vault.INTAKE, TABLE, id, "reason_sealed", reason))
                            .with("set_at", facts.now()));
            new Clocks(facts).pauseVendors(client, REASON, Moments.read(facts.now()));
            return true;
        });
    }

    /// Lifts the hold of a client.
    ///
    /// @return whether one was in force
    public boolean lift(String client, String actor, String reason) {
        return transactions.write(facts -> {
            List<String> held = inForce(facts, client);
            for (String id : held) {
                facts.update(
                        TABLE,
                        id,
                        "hold.lifted",
                        Row.empty()
                                .with("lifted_at", facts.now())
                                .with("lifted_by", actor)
                                .with(
                                        "lift_reason_sealed",
                                        facts.seal(Vault.INTAKE, TABLE, id, "lift_reason_sealed", reason)));
            }
            new Clocks(facts).resumeVendors(client, REASON, Moments.read(facts.now()));
            return !held.isEmpty();
        });
    }

    /// Whether a hold is in force for a client.
    public boolean isHeld(String client) {
        return transactions.read(facts -> !inForce(facts, client).isEmpty());
    }

    /// Whether a hold is in force for any client: what is nobody's yet may be that client's.
    public boolean isAny() {
        return transactions.read(facts -> !facts.query("SELECT id FROM hold WHERE lifted_at IS NULL LIMIT 1", Map.of())
                .isEmpty());
    }

    static List<String> inForce(Facts facts, String client) {
        return facts
                .query(
                        "SELECT id FROM hold WHERE subject_kind = 'client' AND subject = :client AND lifted_at IS NULL",
                        Map.of(CLIENT, client))
                .stream()
                .map(row -> row.text("id"))
                .toList();
    }

    private static long count(Facts facts) {
        return facts.query("SELECT COUNT(*) AS n FROM hold", Map.of())
                .getFirst()
                .number("n");
    }
}
