package dev.assay.ledger;

import dev.assay.work.ClockKind;
import java.util.Map;
import java.util.stream.Stream;

/// Our clock of a round that runs while a receipt is owed for anything that came for it: from when that was recorded
/// until every receipt has gone each way it is to go. A vendor who is sent none is owed none.
final class ReceiptClock {
    private static final String OWED = "SELECT o.id FROM outbox o JOIN arrival a ON a.id = o.effect_key LEFT JOIN"
            + " arrival_submission l ON l.arrival = a.id JOIN submission s ON s.id = COALESCE(l.submission,"
            + " a.duplicate_of) WHERE o.state IN ('NEW', 'STAGED') AND o.kind LIKE 'receipt-%' AND s.deliverable ="
            + " :deliverable AND s.round = :round LIMIT 1";

    private ReceiptClock() {}

    /// @param submission that the arrival belongs to, or repeats
    static void start(Facts facts, String arrival, String submission) {
        Row row = facts.get(Submissions.TABLE, submission);
        if (isOwed(facts, row)) {
            new Clocks(facts)
                    .start(
                            row.text("deliverable"),
                            row.count("round"),
                            ClockKind.OUR_RECEIPT,
                            "recorded",
                            Moments.read(facts.get("arrival", arrival).text("recorded_at")));
        }
    }

    /// Stops it when an entry of the outbox was the last that was owed.
    static void settled(Facts facts, Row entry) {
        if (!entry.text("kind").startsWith(LetterKind.RECEIPT.word() + "-")) {
            return;
        }
        String arrival = entry.text("effect_key");
        Stream<String> linked = facts
                .query("SELECT submission FROM arrival_submission WHERE arrival = :arrival", Map.of("arrival", arrival))
                .stream()
                .map(row -> row.text("submission"));
        Stream<String> repeated =
                Stream.ofNullable(facts.get("arrival", arrival).textOrNull("duplicate_of"));
        Stream.concat(linked, repeated)
                .map(submission -> facts.get(Submissions.TABLE, submission))
                .filter(row -> !isOwed(facts, row))
                .forEach(row -> new Clocks(facts)
                        .stop(
                                row.text("deliverable"),
                                row.count("round"),
                                ClockKind.OUR_RECEIPT,
                                "sent",
                                Moments.read(facts.now())));
    }

    private static boolean isOwed(Facts facts, Row submission) {
        return !facts.query(
                        OWED, Map.of("deliverable", submission.text("deliverable"), "round", submission.count("round")))
                .isEmpty();
    }
}
