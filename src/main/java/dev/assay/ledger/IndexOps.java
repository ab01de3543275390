package dev.assay.ledger;

import java.util.List;
import java.util.Map;

/// What the prior-work index is to hold, in order: an entry for each submission that was read, and one for each
/// change of its status. The index is derived from these alone.
public final class IndexOps {
    /// The status of a submission that was read and has no verdict yet.
    public static final String IN_FLIGHT = "in-flight";

    private static final String TABLE = "index_op";
    private static final int MOST = 500;

    private final Transactions transactions;

    IndexOps(Transactions transactions) {
        this.transactions = transactions;
    }

    /// An operation.
    ///
    /// @param sequence   without gaps from 1
    /// @param submission id
    /// @param status     in-flight when its text is to be taken in; else what became of it
    public record IndexOp(long sequence, String submission, String status) {}

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
