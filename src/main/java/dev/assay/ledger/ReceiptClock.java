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

    /// Starts it for what an arrival was attached to, or repeats.
    static void start(Facts facts, String arrival) {
        submissions(facts, arrival)
                .filter(row -> isOwed(facts, row))
                .forEach(row -> new Clocks(facts)
                        .start(
                                row.text("deliverable"),
                                row.count("round"),
                                ClockKind.OUR_RECEIPT,
                                "recorded",
                                Moments.read(facts.get("arrival", arrival).text("recorded_at"))));
    }

    /// Stops it when an entry of the outbox was the last that was owed.
    static void settled(Facts facts, Row entry) {
        if (!entry.text("kind").startsWith(LetterKind.RECEIPT.word() + "-")) {
            return;
        }
        submissions(facts, entry.text("effect_key"))
                .filter(row -> !isOwed(facts, row))
                .forEach(row -> new Clocks(facts)
                        .stop(
                                row.text("deliverable"),
                                row.count("round"),
                                ClockKind.OUR_RECEIPT,
                                "sent",
                                Moments.read(facts.now())));
    }

    private static Stream<Row> submissions(Facts facts, String arrival) {
        return facts
                .query(
                        "SELECT s.* FROM submission s WHERE s.id IN (SELECT submission FROM arrival_submission WHERE"
                                + " arrival = :arrival UNION SELECT duplicate_of FROM arrival WHERE id = :arrival)"
                                + " ORDER BY s.id",
                        Map.of("arrival", arrival))
                .stream();
    }

    private static boolean isOwed(Facts facts, Row submission) {
        return !facts.query(
                        OWED, Map.of("deliverable", submission.text("deliverable"), "round", submission.count("round")))
                .isEmpty();
    }
}
