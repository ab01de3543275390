package dev.assay.ledger;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Looks up what came before a submission. Of an earlier round only the submission counts that ended it in
/// rework: nobody was asked anything by one that was replaced before.
final class Past {
    private static final String ENDED_IN_REWORK =
            "s.deliverable = :deliverable AND s.verdict = 'rework' AND s.state <> 'SUPERSEDED'";

    private final Facts facts;
    private final SubmissionRecord submission;
    private final String deliverable;

    Past(Facts facts, SubmissionRecord submission) {
        this.facts = facts;
        this.submission = submission;
        this.deliverable = submission.workOrder() + "/" + submission.deliverable();
    }

    History history(String checklistVersion) {
        Optional<String> sentBack = sentBack();
        return new History(
                isSuperseded(),
                deliveries(),
                facts
                        .query(
                                "SELECT DISTINCT f.fingerprint AS asked FROM finding f JOIN submission s ON s.id ="
                                        + " f.submission WHERE " + ENDED_IN_REWORK + " AND s.round < :round AND"
                                        + " f.state = 'open' AND f.mode = 'enforce' AND f.effect = 'rework'",
                                Map.of("deliverable", deliverable, "round", submission.round()))
                        .stream()
                        .map(row -> row.text("asked"))
                        .collect(Collectors.toSet()),
                sentBack,
                sentBack.map(id -> passed(id, checklistVersion)).orElse(Map.of()));
    }

    private boolean isSuperseded() {
        return SubmissionState.valueOf(
                        facts.get(Submissions.TABLE, submission.id()).text("state"))
                == SubmissionState.SUPERSEDED;
    }

    private int deliveries() {
        return facts.query(
                        "SELECT COUNT(DISTINCT deliverable) AS n FROM submission WHERE vendor = :vendor AND client ="
                                + " :client AND deliverable <> :deliverable AND verdict IS NOT NULL",
                        Map.of(
                                "vendor",
                                submission.vendor(),
                                "client",
                                submission.client(),
                                "deliverable",
                                deliverable))
                .getFirst()
                .count("n");
    }

    /// The submission that ended the round before.
    Optional<String> sentBack() {
        return facts
                .query(
                        "SELECT s.id AS id FROM submission s WHERE " + ENDED_IN_REWORK
                                + " AND s.round = :round ORDER BY s.revision DESC LIMIT 1",
                        Map.of("deliverable", deliverable, "round", submission.round() - 1))
                .stream()
                .findFirst()
                .map(row -> row.text("id"));
    }

    private Map<String, Integer> passed(String earlier, String checklistVersion) {
        return facts
                .query(
                        "SELECT o.item AS item, o.kind_version AS kind_version FROM item_outcome o JOIN inspection i ON"
                                + " i.id = o.inspection WHERE o.submission = :earlier AND o.outcome = 'passed' AND"
                                + " o.answered_by = 'machine' AND i.checklist_version = :version",
                        Map.of("earlier", earlier, "version", checklistVersion))
                .stream()
                .collect(Collectors.toMap(
                        row -> row.text("item"), row -> row.count("kind_version"), (one, other) -> other));
    }
}
