package dev.assay.ledger;

import dev.assay.work.VendorAnswer;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What vendors answer to findings, recorded with the submission whose manifest brought the answers; where its files
/// are those of an earlier one, with that.
public final class Answers {
    private static final String TABLE = "vendor_answer";

    private final Transactions transactions;

    Answers(Transactions transactions) {
        this.transactions = transactions;
    }

    /// The answers that came with a submission, in the order of its manifest.
    public List<VendorAnswer> of(String submission) {
        return transactions.read(
                facts -> of(facts, facts.get(Submissions.TABLE, submission).text("client"), submission));
    }

    static List<VendorAnswer> of(Facts facts, String client, String submission) {
        return facts
                .query("SELECT * FROM vendor_answer WHERE submission = :id ORDER BY ordinal", Map.of("id", submission))
                .stream()
                .map(row -> new VendorAnswer(
                        row.text("finding"),
                        VendorAnswer.Kind.valueOf(row.text("answer").toUpperCase(Locale.ROOT)),
                        facts.unseal(client, TABLE, row.text("id"), "text_sealed", row.text("text_sealed"))))
                .toList();
    }

    /// Records answers; those that are recorded already are left as they are.
    static void insert(Facts facts, String client, String submission, List<VendorAnswer> answers) {
        long ordinal = facts.query(
                        "SELECT COUNT(*) AS n FROM vendor_answer WHERE submission = :id", Map.of("id", submission))
                .getFirst()
                .number("n");
        for (VendorAnswer answer : answers) {
            String id = Digests.id(
                    TABLE, submission, answer.finding(), answer.kind().name(), answer.text());
            facts.insertIfAbsent(
                    TABLE,
                    "finding.answered",
                    Row.empty()
                            .with("id", id)
                            .with("submission", submission)
                            .with("ordinal", ordinal++)
                            .with("finding", answer.finding())
                            .with("answer", answer.kind().name().toLowerCase(Locale.ROOT))
                            .with("text_sealed", facts.seal(client, TABLE, id, "text_sealed", answer.text()))
                            .with("answered_at", facts.now()));
        }
    }
}
