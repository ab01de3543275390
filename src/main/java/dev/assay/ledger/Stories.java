package dev.assay.ledger;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Tells all that is known of a submission.
public final class Stories {
    private final Transactions transactions;

    Stories(Transactions transactions) {
        this.transactions = transactions;
    }

    /// The story of a submission.
    public Optional<Story> tell(String submission) {
        return transactions.read(facts ->
                facts.find(Submissions.TABLE, submission).map(row -> story(facts, SubmissionReader.read(facts, row))));
    }

    private static Story story(Facts facts, SubmissionRecord submission) {
        Row client = facts.get("client", submission.client());
        return new Story(
                submission,
                facts.unseal(
                        submission.client(), "client", submission.client(), "name_sealed", client.text("name_sealed")),
                arrivals(facts, submission.id()),
                inspection(facts, submission),
                Assemblies.find(facts, submission.id()),
                happenings(facts, submission.id()),
                new Clocks(facts).of(submission.workOrder() + "/" + submission.deliverable(), submission.round()));
    }

    private static List<ArrivalRecord> arrivals(Facts facts, String submission) {
        return facts
                .query(
                        "SELECT a.* FROM arrival a WHERE a.duplicate_of = :id OR a.id IN (SELECT arrival FROM"
                                + " arrival_submission WHERE submission = :id) ORDER BY a.recorded_at, a.id",
                        Map.of("id", submission))
                .stream()
                .map(row -> Arrivals.read(facts, row))
                .toList();
    }

    private static Optional<Story.InspectionRecord> inspection(Facts facts, SubmissionRecord submission) {
        return facts
                .query(
                        "SELECT * FROM inspection WHERE submission = :id ORDER BY inspected_at DESC, id LIMIT 1",
                        Map.of("id", submission.id()))
                .stream()
                .findFirst()
                .map(row -> inspection(facts, submission.client(), row));
    }

    private static Story.InspectionRecord inspection(Facts facts, String client, Row row) {
        Row verdict = facts.query("SELECT * FROM verdict WHERE inspection = :id", Map.of("id", row.text("id")))
                .getFirst();
        List<String> outcomes = facts
                .query(
                        "SELECT id, detail_sealed FROM item_outcome WHERE inspection = :id ORDER BY ordinal",
                        Map.of("id", row.text("id")))
                .stream()
                .map(each -> facts.unseal(
                        client, "item_outcome", each.text("id"), "detail_sealed", each.text("detail_sealed")))
                .toList();
        return new Story.InspectionRecord(
                row.text("checklist"),
                row.text("checklist_version"),
                row.text("work_order_version"),
                row.text("policy_version"),
                row.text("kind_versions"),
                row.text("extractor"),
                row.number("index_sequence"),
                Moments.read(row.text("inspected_at")),
                facts.unseal(client, "verdict", verdict.text("id"), "inputs_sealed", verdict.text("inputs_sealed")),
                outcomes);
    }

    private static List<Story.Happening> happenings(Facts facts, String submission) {
        return facts
                .query(
                        "SELECT seq, at, kind FROM event WHERE (subject_table = 'submission' AND subject = :id) OR"
                                + " (subject_table = 'arrival' AND subject IN (SELECT arrival FROM arrival_submission"
                                + " WHERE submission = :id UNION SELECT id FROM arrival WHERE duplicate_of = :id)) OR"
                                + " (subject_table = 'outbox' AND subject IN (SELECT id FROM outbox WHERE submission ="
                                + " :id)) ORDER BY seq",
                        Map.of("id", submission))
                .stream()
                .map(row -> new Story.Happening(row.number("seq"), Moments.read(row.text("at")), row.text("kind")))
                .toList();
    }
}
