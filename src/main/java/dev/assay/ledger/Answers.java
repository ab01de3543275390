package dev.assay.ledger;

import dev.assay.work.VendorAnswer;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What vendors answer to findings, recorded with the submission whose manifest brought the answers.
public final class Answers {
    private static final String TABLE = "vendor_answer";

    private final Transactions transactions;

    Answers(Transactions transactions) {
        this.transactions = transactions;
    }

    /// The answers that came with a submission, in the order of its manifest.
    public List<VendorAnswer> of(String submission) {
        return transactions.read(facts -> {
            String client = facts.get(Submissions.TABLE, submission).text("client");
            return facts
                    .query(
                            "SELECT * FROM vendor_answer WHERE submission = :id ORDER BY ordinal",
                            Map.of("id", submission))
                    .stream()
                    .map(row -> new VendorAnswer(
                            row.text("finding"),
                            VendorAnswer.Kind.valueOf(row.text("answer").toUpperCase(Locale.ROOT)),
                            facts.unseal(client, TABLE, row.text("id"), "text_sealed", row.text("text_sealed"))))
                    .toList();
        });
    }

    static void insert(Facts facts, String client, String submission, List<VendorAnswer> answers) {
        int ordinal = 0;
        for (VendorAnswer answer : answers) {
            String id = Digests.id(TABLE, submission, Integer.toString(ordinal));
            facts.insert(
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
