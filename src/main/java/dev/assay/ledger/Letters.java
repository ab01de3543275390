package dev.assay.ledger;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What vendors are told: entries of the outbox, opened in the transaction of the fact that they tell of.
public final class Letters {
    /// How long a receipt waits for what was delivered to be read, so that it can say what is not readable.
    static final Duration READING = Duration.ofSeconds(15);

    private static final String OUTBOX = "outbox";
    private static final String WITHDRAWN = "WITHDRAWN";

    private final Transactions transactions;

    Letters(Transactions transactions) {
        this.transactions = transactions;
    }

    /// A letter.
    ///
    /// @param id         of its outbox entry
    /// @param reference  32 hex digits, the same for the same letter by each way
    /// @param arrival    what it is about, empty where it is about a submission
    /// @param submission what it is about, empty where it is about an arrival
    /// @param vendor     to whom
    /// @param opened     when what it tells of happened
    /// @param staged     whether its folder was staged: when it is gone from there, the vendor finds it
    public record Entry(
            String id,
            String reference,
            LetterKind kind,
            LetterWay way,
            Optional<String> arrival,
            Optional<String> submission,
            String vendor,
            Instant opened,
            boolean staged) {
        private static final int SHORT = 8;

        /// What a person calls the letter by.
        public String number() {
            return reference.substring(0, SHORT);
        }

        /// The day it is dated.
        public String day() {
            return LocalDate.ofInstant(opened, ZoneOffset.UTC).toString();
        }
    }

    /// A letter of the outbox.
    public Entry get(String id) {
        return transactions.read(facts -> read(facts.get(OUTBOX, id)));
    }

    /// Ends the job of a letter that nobody needs any more, such as one about a state that has gone.
    ///
    /// @throws LeaseLost if another took the job over
    public void withdrawn(Job job) {
        transactions.write(facts -> {
            Jobs.finish(facts, job);
            facts.update(OUTBOX, job.subject(), "outbox.withdrawn", Row.empty().with("state", WITHDRAWN));
            ReceiptClock.settled(facts, facts.get(OUTBOX, job.subject()));
            return job;
        });
    }

    /// Gives a letter up for now: whoever mends what stands in its way sends it again.
    ///
    /// @param reason why, for the operator
    /// @throws LeaseLost if another took the job over
    public void park(Job job, String reason) {
        transactions.write(facts -> {
            Jobs.giveUp(facts, job, reason);
            facts.update(OUTBOX, job.subject(), "outbox.parked", Row.empty().with("state", "PARKED"));
            return job;
        });
    }

    /// The vendors of parked letters, one for each letter.
    public List<String> parked() {
        return transactions.read(facts ->
                facts.query("SELECT target FROM outbox WHERE state = 'PARKED' ORDER BY target", Map.of()).stream()
                        .map(row -> row.text("target"))
                        .toList());
    }

    /// Opens the letter of a submission whose rework a person was to release.
    ///
    /// @return whether there was one to release
    public boolean release(String submission, String actor, String reason) {
        return transactions.write(facts -> {
            Row row = facts.get(Submissions.TABLE, submission);
            String decision = Digests.id("decision", submission, "release");
            boolean waits = "rework".equals(row.textOrNull("verdict"))
                    && SubmissionState.valueOf(row.text("state")) != SubmissionState.SUPERSEDED
                    && facts.find("decision", decision).isEmpty()
                    && facts.query(
                                    "SELECT id FROM outbox WHERE submission = :id AND kind LIKE 'letter-%'",
                                    Map.of("id", submission))
                            .isEmpty();
            if (waits) {
                facts.insert(
                        "decision",
                        "decision.release",
                        Row.empty()
                                .with("id", decision)
                                .with("submission", submission)
                                .with("kind", "release")
                                .with("actor", actor)
                                .with("authority", "operator")
                                .with(
                                        "reason_sealed",
                                        facts.seal(row.text("client"), "decision", decision, "reason_sealed", reason))
                                .with("decided_at", facts.now()));
                open(facts, LetterKind.LETTER, row);
                new Clocks(facts).startRework(row, "released");
            }
            return waits;
        });
    }

    /// How many letters of a way have not gone yet.
    public long backlog(LetterWay way) {
        return transactions.read(facts -> facts.query(
                        "SELECT COUNT(*) AS n FROM outbox WHERE state IN ('NEW', 'STAGED') AND kind LIKE :kind",
                        Map.of("kind", "%-" + way.word()))
                .getFirst()
                .number("n"));
    }

    /// Opens a letter about a submission.
    static void open(Facts facts, LetterKind kind, Row submission) {
        open(
                facts,
                kind,
                submission.text("effect_key"),
                Optional.of(submission.text("id")),
                submission.text("vendor"),
                Duration.ZERO);
    }

    /// Opens a letter about an arrival.
    ///
    /// @param patience how long it waits for [#hurry]
    static void open(Facts facts, LetterKind kind, String arrival, String vendor, Duration patience) {
        open(facts, kind, arrival, Optional.empty(), vendor, patience);
    }

    private static void open(
            Facts facts, LetterKind kind, String key, Optional<String> submission, String vendor, Duration patience) {
        for (LetterWay way : EnumSet.allOf(LetterWay.class)) {
            if (facts.outlets().letters().apply(vendor).contains(way)) {
                open(facts, kind.by(way), way, key, submission, vendor, patience);
            }
        }
    }

    private static void open(
            Facts facts,
            String word,
            LetterWay way,
            String key,
            Optional<String> submission,
            String vendor,
            Duration patience) {
        long number = facts.query(
                        "SELECT COUNT(*) + 1 AS n FROM outbox WHERE effect_key = :key AND kind = :kind",
                        Map.of("key", key, "kind", word))
                .getFirst()
                .number("n");
        String id = Digests.id(OUTBOX, key, Long.toString(number), word);
        facts.insert(
                OUTBOX,
                "outbox.opened",
                Row.empty()
                        .with("id", id)
                        .with("effect_key", key)
                        .with("number", number)
                        .with("kind", word)
                        .with("submission", submission.orElse(null))
                        .with("target", vendor)
                        .with("state", "NEW")
                        .with("created_at", facts.now()));
        Jobs.open(facts, way.job(), id);
        if (!patience.isZero()) {
            Jobs.delay(facts, way.job(), id, patience);
        }
    }

    /// Lets the receipts of a submission's arrivals go now.
    static void hurry(Facts facts, String submission) {
        for (Row waiting : facts.query(
                "SELECT o.id AS id FROM outbox o JOIN arrival_submission a ON a.arrival = o.effect_key WHERE"
                        + " a.submission = :id AND o.state = 'NEW'",
                Map.of("id", submission))) {
            Jobs.hurry(facts, waiting.text("id"));
        }
    }

    static Entry read(Row row) {
        List<String> words = List.of(row.text("kind").split("-", -1));
        Optional<String> submission = Optional.ofNullable(row.textOrNull("submission"));
        return new Entry(
                row.text("id"),
                Digests.id("letter", row.text("effect_key"), row.text("number"), words.getFirst()),
                EnumSet.allOf(LetterKind.class).stream()
                        .filter(kind -> kind.word().equals(words.getFirst()))
                        .findFirst()
                        .orElseThrow(),
                EnumSet.allOf(LetterWay.class).stream()
                        .filter(way -> way.word().equals(words.getLast()))
                        .findFirst()
                        .orElseThrow(),
                submission.isPresent() ? Optional.empty() : Optional.of(row.text("effect_key")),
                submission,
                row.text("target"),
                Moments.read(row.text("created_at")),
                !row.text("state").equals("NEW"));
    }
}
