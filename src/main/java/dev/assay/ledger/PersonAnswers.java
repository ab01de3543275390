package dev.assay.ledger;

import dev.assay.work.PersonAnswer;
import java.util.LinkedHashMap;
import java.util.Map;

/// What people answered to items of submissions. Nothing is overwritten; the last answer to an item counts.
public final class PersonAnswers {
    private static final String TABLE = "person_answer";

    private final Transactions transactions;

    PersonAnswers(Transactions transactions) {
        this.transactions = transactions;
    }

    /// Records one.
    public void add(String submission, PersonAnswer answer) {
        transactions.write(facts -> {
            long number = 1
                    + facts.query(
                                    "SELECT COUNT(*) AS n FROM person_answer WHERE submission = :id",
                                    Map.of("id", submission))
                            .getFirst()
                            .number("n");
            String id = Digests.id(TABLE, submission, Long.toString(number));
            String client = facts.get(Submissions.TABLE, submission).text("client");
            facts.insert(
                    TABLE,
                    "item.answered-by-person",
                    Row.empty()
                            .with("id", id)
                            .with("submission", submission)
                            .with("number", number)
                            .with("item", answer.item())
                            .with("outcome", answer.word())
                            .with("note_sealed", facts.seal(client, TABLE, id, "note_sealed", answer.note()))
                            .with("actor", answer.actor())
                            .with("answered_at", Moments.text(answer.at())));
            return id;
        });
    }

    /// The answers that count, by item.
    public Map<String, PersonAnswer> of(String submission) {
        return transactions.read(facts -> {
            String client = facts.get(Submissions.TABLE, submission).text("client");
            Map<String, PersonAnswer> answers = new LinkedHashMap<>();
            facts.query("SELECT * FROM person_answer WHERE submission = :id ORDER BY number", Map.of("id", submission))
                    .forEach(row -> answers.put(
                            row.text("item"),
                            new PersonAnswer(
                                    row.text("item"),
                                    row.text("outcome"),
                                    facts.unseal(client, TABLE, row.text("id"), "note_sealed", row.text("note_sealed")),
                                    row.text("actor"),
                                    Moments.read(row.text("answered_at")))));
            return answers;
        });
    }
}
