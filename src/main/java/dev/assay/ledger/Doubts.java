package dev.assay.ledger;

import java.util.List;
import java.util.Map;

/// What nobody looked at when a submission came in, or what a person answered for.
final class Doubts {
    private static final String TABLE = "submission_doubt";

    private Doubts() {}

    static void insert(Facts facts, String client, String submission, List<String> doubts) {
        int ordinal = 0;
        for (String doubt : doubts) {
            String id = Digests.id("doubt", submission, Integer.toString(ordinal));
            facts.insert(
                    TABLE,
                    "submission.doubted",
                    Row.empty()
                            .with("id", id)
                            .with("submission", submission)
                            .with("ordinal", ordinal++)
                            .with("text_sealed", facts.seal(client, TABLE, id, "text_sealed", doubt)));
        }
    }

    static List<String> of(Facts facts, String client, String submission) {
        return facts
                .query(
                        "SELECT * FROM submission_doubt WHERE submission = :id ORDER BY ordinal",
                        Map.of("id", submission))
                .stream()
                .map(row -> facts.unseal(client, TABLE, row.text("id"), "text_sealed", row.text("text_sealed")))
                .toList();
    }
}
