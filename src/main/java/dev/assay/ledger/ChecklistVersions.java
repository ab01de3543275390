package dev.assay.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Map;
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

    /// The submissions of a client that were inspected with a checklist, newest first.
    ///
    /// @param name  of the checklist, in whatever version
    /// @param since of the inspection
    /// @param most  how many at most
    public List<String> inspected(String client, String name, Instant since, int most) {
        return transactions.read(facts -> facts
                .query(
                        "SELECT s.id AS id, MAX(i.inspected_at) AS at FROM inspection i JOIN submission s ON s.id ="
                                + " i.submission WHERE s.client = :client AND i.checklist = :name AND i.inspected_at"
                                + " >= :since GROUP BY s.id ORDER BY at DESC, s.id LIMIT :most",
                        Map.of("client", client, "name", name, "since", Moments.text(since), "most", most))
                .stream()
                .map(row -> row.text("id"))
                .toList());
    }

    /// What an item in trial found so far.
    ///
    /// @param inspections in which it was in trial
    /// @param open        findings nobody has judged
    /// @param upheld      findings that people found right
    /// @param dismissed   findings that people found wrong
    public record OnTrial(String item, int inspections, int open, int upheld, int dismissed) {}

    /// The items of a checklist that were in trial when they were looked at, in alphabetical order.
    public List<OnTrial> onTrial(String client, String name) {
        return transactions.read(facts -> facts
                .query(
                        "SELECT o.item AS item, COUNT(DISTINCT o.inspection) AS inspections, SUM(CASE WHEN f.state ="
                                + " 'open' THEN 1 ELSE 0 END) AS open_findings, SUM(CASE WHEN f.state = 'upheld' THEN 1"
                                + " ELSE 0 END) AS upheld, SUM(CASE WHEN f.state = 'dismissed' THEN 1 ELSE 0 END) AS"
                                + " dismissed FROM item_outcome o JOIN inspection i ON i.id = o.inspection JOIN"
                                + " submission s ON s.id = i.submission LEFT JOIN finding f ON f.inspection ="
                                + " o.inspection AND f.item = o.item WHERE s.client = :client AND i.checklist = :name"
                                + " AND o.mode = 'trial' GROUP BY o.item ORDER BY o.item",
                        Map.of("client", client, "name", name))
                .stream()
                .map(row -> new OnTrial(
                        row.text("item"),
                        row.count("inspections"),
                        row.count("open_findings"),
                        row.count("upheld"),
                        row.count("dismissed")))
                .toList());
    }
}
