package dev.assay.ledger;

import dev.assay.priorwork.Standing;
import java.util.List;
import java.util.Map;

/// What the prior-work index is to hold, in order: an entry for each submission that was read and each work that
/// was imported, one for each change of its status, and one for each client that was purged. The index is
/// derived from these alone.
public final class IndexOps {
    /// The status of a submission that was read and has no verdict yet.
    public static final String IN_FLIGHT = "in-flight";

    /// The status of accepted work that was taken back.
    public static final String RECALLED = "recalled";

    private static final String TABLE = "index_op";
    private static final int MOST = 500;

    private final Transactions transactions;

    IndexOps(Transactions transactions) {
        this.transactions = transactions;
    }

    /// An operation.
    ///
    /// @param sequence without gaps from 1
    /// @param subject  id of the submission or imported work; of the client that was purged
    /// @param status   in-flight or imported when its text is to be taken in; else what became of it
    public record IndexOp(long sequence, String subject, String status) {}

    /// What had become of a work when the ledger had come to a sequence.
    ///
    /// @param work     id of a submission or an imported work
    /// @param sequence up to which operation
    public Standing standing(String work, long sequence) {
        return transactions.read(facts -> {
            Standing standing = facts.find("imported_work", work)
                    .map(row -> standing(row.text("status")))
                    .orElse(Standing.IN_FLIGHT);
            for (Row row : facts.query(
                    "SELECT status FROM index_op WHERE submission = :id AND seq <= :seq ORDER BY seq",
                    Map.of("id", work, "seq", sequence))) {
                boolean says = !row.text("status").equals(ImportedWorks.IMPORTED);
                standing = says && standing != Standing.RECALLED ? standing(row.text("status")) : standing;
            }
            return standing;
        });
    }

    private static Standing standing(String status) {
        return switch (status) {
            case "accept" -> Standing.ACCEPTED;
            case "rework", "reject" -> Standing.REJECTED;
            case RECALLED -> Standing.RECALLED;
            case "superseded" -> Standing.SUPERSEDED;
            default -> Standing.IN_FLIGHT;
        };
    }

    /// The operations after a sequence, oldest first, at most 500.
    public List<IndexOp> after(long sequence) {
        return transactions.read(facts -> facts
                .query(
                        "SELECT seq, submission, status FROM index_op WHERE seq > :seq ORDER BY seq LIMIT " + MOST,
                        Map.of("seq", sequence))
                .stream()
                .map(row -> new IndexOp(row.number("seq"), row.text("submission"), row.text("status")))
                .toList());
    }

    /// The newest operation's sequence, 0 where there is none.
    public long newest() {
        return transactions.read(IndexOps::newest);
    }

    static void append(Facts facts, String submission, String status) {
        long sequence = newest(facts) + 1;
        facts.insert(
                TABLE,
                "index." + status,
                Row.empty()
                        .with("id", Digests.id(TABLE, Long.toString(sequence)))
                        .with("seq", sequence)
                        .with("submission", submission)
                        .with("status", status)
                        .with("recorded_at", facts.now()));
    }

    /// Records a status of a submission that the index knows; there is nothing to say of another.
    static void appendIfKnown(Facts facts, String submission, String status) {
        if (!facts.query("SELECT id FROM index_op WHERE submission = :id", Map.of("id", submission))
                .isEmpty()) {
            append(facts, submission, status);
        }
    }

    private static long newest(Facts facts) {
        return facts.query("SELECT COALESCE(MAX(seq), 0) AS seq FROM index_op", Map.of())
                .getFirst()
                .number("seq");
    }
}
