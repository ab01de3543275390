package dev.assay.ledger;

import java.util.Map;

/// One transaction that records an inspection with outcomes, findings and verdict, and what is to be published.
final class Deciding {
    private final Facts facts;
    private final Row submission;
    private final Decided decided;
    private final String id;
    private final String client;
    private final String inspection;

    Deciding(Facts facts, Row submission, Decided decided) {
        this.facts = facts;
        this.submission = submission;
        this.decided = decided;
        this.id = submission.text("id");
        this.client = submission.text("client");
        this.inspection = Digests.id("inspection", id, Long.toString(number()));
    }

    void run() {
        insertInspection();
        insertOutcomes();
        insertFindings();
        insertVerdict();
        Submissions.change(
                facts,
                id,
                SubmissionState.DECIDED,
                Row.empty().with("verdict", decided.verdict()).with("restricted", decided.restricted()));
        facts.update(
                "deliverable",
                submission.text("deliverable"),
                "deliverable." + decided.verdict(),
                Row.empty().with("status", decided.verdict()));
        IndexOps.append(facts, id, decided.verdict());
        publishLater();
    }

    private long number() {
        return facts.query("SELECT COUNT(*) + 1 AS n FROM verdict WHERE submission = :id", Map.of("id", id))
                .getFirst()
                .number("n");
    }

    private void insertInspection() {
        Row round = facts.get("round", submission.text("deliverable") + "/" + submission.number("round"));
        Row version = facts.get("work_order_version", round.text("work_order_version"));
        facts.insert(
                "inspection",
                "inspection.recorded",
                Row.empty()
                        .with("id", inspection)
                        .with("submission", id)
                        .with("work_order_version", version.text("version"))
                        .with("checklist", decided.checklist())
                        .with("checklist_version", decided.checklistVersion())
                        .with("policy_version", version.text("policy_version"))
                        .with("kind_versions", decided.kindVersions())
                        .with("calendar_version", version.text("calendar"))
                        .with("extractor", submission.text("extractor"))
                        .with("index_sequence", decided.indexSequence())
                        .with("inspected_at", facts.now()));
    }

    private void insertOutcomes() {
        int ordinal = 0;
        for (Decided.OutcomeRecord outcome : decided.outcomes()) {
            String row = Digests.id("outcome", inspection, outcome.item());
            facts.insert(
                    "item_outcome",
                    "item.answered",
                    Row.empty()
                            .with("id", row)
                            .with("inspection", inspection)
                            .with("submission", id)
                            .with("ordinal", ordinal++)
                            .with("item", outcome.item())
                            .with("answered_by", outcome.answeredBy())
                            .with("kind", outcome.kind())
                            .with("kind_version", outcome.kindVersion())
                            .with("mode", outcome.mode())
                            .with("outcome", outcome.outcome())
                            .with("cause", outcome.cause().isEmpty() ? null : outcome.cause())
                            .with(
                                    "detail_sealed",
                                    facts.seal(client, "item_outcome", row, "detail_sealed", outcome.detail())));
        }
    }

    private void insertFindings() {
        int ordinal = 0;
        for (Decided.FindingRecord finding : decided.findings()) {
            String row = Digests.id("finding", inspection, Integer.toString(ordinal));
            facts.insert(
                    "finding",
                    "finding.recorded",
                    Row.empty()
                            .with("id", row)
                            .with("inspection", inspection)
                            .with("submission", id)
                            .with("ordinal", ordinal++)
                            .with("item", finding.item())
                            .with("kind", finding.kind())
                            .with("kind_version", finding.kindVersion())
                            .with("fingerprint", finding.fingerprint())
                            .with("severity", finding.severity())
                            .with("effect", finding.effect())
                            .with("mode", finding.mode())
                            .with("state", finding.dismissed().isEmpty() ? "open" : "dismissed")
                            .with("cause_code", finding.dismissed().isEmpty() ? null : finding.dismissed())
                            .with("attribution", finding.attribution())
                            .with(
                                    "detail_sealed",
                                    facts.seal(client, "finding", row, "detail_sealed", finding.detail())));
        }
    }

    private void insertVerdict() {
        String row = Digests.id("verdict", inspection);
        facts.insert(
                "verdict",
                "verdict." + decided.verdict(),
                Row.empty()
                        .with("id", row)
                        .with("submission", id)
                        .with("inspection", inspection)
                        .with("number", number())
                        .with("verdict", decided.verdict())
                        .with("restricted", decided.restricted())
                        .with("rule", decided.rule())
                        .with("score", decided.score().isEmpty() ? null : decided.score())
                        .with("formula", decided.formula())
                        .with("inputs_sealed", facts.seal(client, "verdict", row, "inputs_sealed", decided.ruling()))
                        .with("decided_at", facts.now()));
    }

    /// Whoever reads a queue has it from there once: a verdict that says the same again publishes nothing.
    private void publishLater() {
        if (isPublished()) {
            Outbox.routed(facts, id, decided.verdict());
        } else {
            openEntry();
        }
        if (decided.letter()) {
            Letters.open(facts, LetterKind.LETTER, submission);
            new Clocks(facts).startRework(submission, "rework");
        }
    }

    private boolean isPublished() {
        return facts
                .query(
                        "SELECT target FROM outbox WHERE submission = :id AND kind = 'queue' AND state = 'PUBLISHED'"
                                + " ORDER BY number DESC LIMIT 1",
                        Map.of("id", id))
                .stream()
                .anyMatch(row -> row.text("target").equals(decided.verdict()));
    }

    private void openEntry() {
        String effectKey = submission.text("effect_key");
        String number = Long.toString(number());
        String entry = Digests.id("outbox", effectKey, number, Outbox.QUEUE);
        facts.insert(
                "outbox",
                "outbox.opened",
                Row.empty()
                        .with("id", entry)
                        .with("effect_key", effectKey)
                        .with("number", Long.parseLong(number))
                        .with("kind", Outbox.QUEUE)
                        .with("submission", id)
                        .with("target", decided.verdict())
                        .with("state", "NEW")
                        .with("created_at", facts.now()));
        Jobs.open(facts, JobKind.PUBLISH, entry);
    }
}
