package dev.assay.ledger;

import dev.assay.vault.Vault;
import java.util.Map;

/// Who looked behind the wall between two clients: that, when and why, never what was seen.
public final class Unlocks {
    private static final String TABLE = "unlock";

    private final Transactions transactions;

    Unlocks(Transactions transactions) {
        this.transactions = transactions;
    }

    /// Records that somebody is about to see the other side of a restricted match.
    ///
    /// @param match its number among the submission's matches, from 1
    /// @param actor who looks
    public void record(String submission, int match, String actor, String reason) {
        transactions.write(facts -> {
            long count = facts.query("SELECT COUNT(*) AS n FROM unlock", Map.of())
                    .getFirst()
                    .number("n");
            String id = Digests.id(TABLE, submission, Integer.toString(match), Long.toString(count));
            facts.insert(
                    TABLE,
                    "match.unlocked",
                    Row.empty()
                            .with("id", id)
                            .with("submission", submission)
                            .with("match_number", match)
                            .with("actor", actor)
                            .with("reason_sealed", facts.seal(Vault.INTAKE, TABLE, id, "reason_sealed", reason))
                            .with("unlocked_at", facts.now()));
            return id;
        });
    }

    /// How often anybody looked behind a wall for a submission.
    public long of(String submission) {
        return transactions.read(facts -> facts.query(
                        "SELECT COUNT(*) AS n FROM unlock WHERE submission = :id", Map.of("id", submission))
                .getFirst()
                .number("n"));
    }
}
