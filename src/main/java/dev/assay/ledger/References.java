package dev.assay.ledger;

import dev.assay.work.Reference;
import dev.assay.work.WorkOrder;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What clients gave for their work orders, each content once, with what was read from it; and what else of an order
/// may serve as such.
public final class References {
    private static final String TABLE = "reference";
    private static final String READING = "reference_reading";
    private static final int OF_HASH = 16;

    private final Transactions transactions;

    References(Transactions transactions) {
        this.transactions = transactions;
    }

    /// What was read from a reference.
    ///
    /// @param document hash of the stored extraction
    public record Reading(String document) {}

    /// A part of a deliverable of the same order.
    ///
    /// @param deliverable id within the order
    /// @param submission  its newest that counts
    /// @param vendor      who delivered it
    public record Sibling(String deliverable, String submission, String vendor, SubmissionRecord.PartRecord part) {}

    /// What was read from a reference of an order; empty where nobody has read it yet.
    public Optional<Reading> reading(WorkOrder order, Reference reference) {
        return transactions.read(
                facts -> facts.find(READING, id(order, reference)).map(row -> new Reading(row.text("document"))));
    }

    /// Records a reference, its bytes being stored, and what was read from it.
    ///
    /// @param reader   name and version of what read it
    /// @param document hash of the stored extraction
    /// @param summary  as JSON
    public void read(WorkOrder order, Reference reference, String reader, String document, String summary) {
        String id = id(order, reference);
        transactions.write(facts -> {
            facts.insertIfAbsent(
                    TABLE,
                    "reference.recorded",
                    Row.empty()
                            .with("id", id)
                            .with("work_order", order.id())
                            .with("client", order.client())
                            .with("kind", reference.kind().name().toLowerCase(Locale.ROOT))
                            .with("version", version(facts, order, reference))
                            .with("name_sealed", facts.seal(order.client(), TABLE, id, "name_sealed", reference.file()))
                            .with("sha256", reference.sha256())
                            .with(
                                    "valid_from",
                                    reference.from().map(Object::toString).orElse(""))
                            .with(
                                    "valid_until",
                                    reference.until().map(Object::toString).orElse(null))
                            .with("recorded_at", facts.now()));
            facts.insertIfAbsent(
                    READING,
                    "reference.read",
                    Row.empty()
                            .with("id", id)
                            .with("reader", reader)
                            .with("document", document)
                            .with("reading_sealed", facts.seal(order.client(), READING, id, "reading_sealed", summary))
                            .with("read_at", facts.now()));
            return true;
        });
    }

    /// The files of the other deliverables of a submission's order that were read, of each deliverable those of the
    /// newest submission that counts, in the order of the deliverables' ids.
    public List<Sibling> siblings(SubmissionRecord submission) {
        return transactions.read(facts -> facts
                .query(
                        """
                        SELECT s.* FROM submission s WHERE s.work_order = :order AND s.deliverable <> :own
                          AND s.state IN ('EXTRACTED', 'CHECKED', 'DECIDED', 'ROUTED')
                          AND NOT EXISTS (SELECT 1 FROM submission n WHERE n.deliverable = s.deliverable
                            AND n.state IN ('EXTRACTED', 'CHECKED', 'DECIDED', 'ROUTED')
                            AND (n.round > s.round OR (n.round = s.round AND n.revision > s.revision)))
                        ORDER BY s.deliverable, s.id
                        """,
                        Map.of(
                                "order",
                                submission.workOrder(),
                                "own",
                                submission.workOrder() + "/" + submission.deliverable()))
                .stream()
                .map(row -> SubmissionReader.read(facts, row))
                .flatMap(other -> other.parts().stream()
                        .map(part -> new Sibling(other.deliverable(), other.id(), other.vendor(), part)))
                .toList());
    }

    private static long version(Facts facts, WorkOrder order, Reference reference) {
        String prefix = order.id() + "/" + reference.id() + "/";
        return 1
                + facts
                        .query("SELECT id FROM reference WHERE work_order = :order", Map.of("order", order.id()))
                        .stream()
                        .filter(row -> row.text("id").startsWith(prefix))
                        .count();
    }

    private static String id(WorkOrder order, Reference reference) {
        return order.id() + "/" + reference.id() + "/" + reference.sha256().substring(0, OF_HASH);
    }
}
