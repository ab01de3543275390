package dev.assay.ledger;

import java.util.Optional;

/// The versions of checklists that deliveries were held to.
public final class ChecklistVersions {
    private static final String TABLE = "checklist_version";

    private final Transactions transactions;

    ChecklistVersions(Transactions transactions) {
        this.transactions = transactions;
    }

    /// Records a version unless it is there.
    ///
    /// @param version its hash
    /// @param text    the effective checklist as JSON
    public void record(String client, String name, String version, String text) {
        String id = Digests.id("checklist-version", client, name, version);
        if (transactions.read(facts -> facts.find(TABLE, id)).isPresent()) {
            return;
        }
        transactions.write(facts -> {
            facts.insertIfAbsent(
                    TABLE,
                    "checklist.version",
                    Row.empty()
                            .with("id", id)
                            .with("client", client)
                            .with("name", name)
                            .with("version", version)
                            .with("text_sealed", facts.seal(client, TABLE, id, "text_sealed", text))
                            .with("recorded_at", facts.now()));
            return true;
        });
    }

    /// The effective checklist of that version, as JSON.
    public Optional<String> find(String client, String name, String version) {
        String id = Digests.id("checklist-version", client, name, version);
        return transactions.read(facts -> facts.find(TABLE, id)
                .map(row -> facts.unseal(client, TABLE, id, "text_sealed", row.text("text_sealed"))));
    }
}
