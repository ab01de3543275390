package dev.assay.ledger;

import dev.assay.config.Json;
import dev.assay.work.ClockKind;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What was delivered for a deliverable and round, from identification to publication. Every method that ends a
/// job writes all it has to say in the job's transaction.
public final class Submissions {
    static final String TABLE = "submission";
    private static final int LEAST_ID = 4;

    private final Transactions transactions;

    Submissions(Transactions transactions) {
        this.transactions = transactions;
    }

    /// Makes an identified arrival a submission, or links it as a duplicate.
    ///
    /// @throws LeaseLost if another took the job over
    public Attached attach(Job job, Attachment attachment) {
        return attach(job, List.of(attachment)).getFirst();
    }

    /// Makes an identified arrival a submission for each deliverable it brings something for, or links it as a
    /// duplicate.
    ///
    /// @throws LeaseLost if another took the job over
    public List<Attached> attach(Job job, List<Attachment> attachments) {
        return transactions.write(facts -> {
            Jobs.finish(facts, job);
            List<Attached> attached = attachments.stream()
                    .map(attachment -> new Attaching(facts, attachment).run())
                    .toList();
            Attachment first = attachments.getFirst();
            // Where some of it is new, it is no duplicate.
            if (attached.stream().anyMatch(Submissions::isNew)) {
                facts.update(
                        "arrival",
                        first.arrival(),
                        "arrival.attached",
                        Row.empty().with("state", ArrivalState.ATTACHED.name()));
            }
            boolean isRead = attached.stream().anyMatch(Attached.Submitted.class::isInstance);
            Letters.open(
                    facts,
                    LetterKind.RECEIPT,
                    first.arrival(),
                    first.vendor(),
                    isRead ? Letters.READING : Duration.ZERO);
            ReceiptClock.start(facts, first.arrival());
            return attached;
        });
    }

    private static boolean isNew(Attached attached) {
        return switch (attached) {
            case Attached.Submitted ignored -> true;
            case Attached.Waiting ignored -> true;
            case Attached.Duplicate ignored -> false;
            case Attached.Resumed ignored -> false;
        };
    }

    public Optional<SubmissionRecord> find(String id) {
        return transactions.read(facts -> facts.find(TABLE, id).map(row -> SubmissionReader.read(facts, row)));
    }

    /// What a reviewer of a submission must look at whatever the checks find: how it came in.
    public List<String> doubts(String id) {
        return transactions.read(facts -> Doubts.of(facts, facts.get(TABLE, id).text("client"), id));
    }

    /// The submissions whose id starts with a prefix of at least 4 digits, at most 10.
    public List<String> idsStartingWith(String prefix) {
        if (prefix.length() < LEAST_ID || !prefix.matches("[0-9a-f]+")) {
            return List.of();
        }
        return transactions.read(facts -> facts
                .query(
                        "SELECT id FROM submission WHERE id LIKE :prefix ORDER BY id LIMIT 10",
                        Map.of("prefix", prefix + "%"))
                .stream()
                .map(row -> row.text("id"))
                .toList());
    }

    /// Records what was read, that it is to be found by later look-ups, and opens the indexing job.
    ///
    /// @param readings for each part's id the hash of its stored extraction and the summary as JSON
    /// @throws LeaseLost if another took the job over
    public void extracted(Job job, String extractor, Map<String, PartReading> readings) {
        transactions.write(facts -> {
            Jobs.finish(facts, job);
            String id = job.subject();
            String client = facts.get(TABLE, id).text("client");
            readings.forEach((part, reading) -> facts.update(
                    "part",
                    part,
                    "part.read",
                    Row.empty()
                            .with("document", reading.document())
                            .with(
                                    "reading_sealed",
                                    facts.seal(client, "part", part, "reading_sealed", reading.summary()))));
            change(facts, id, SubmissionState.EXTRACTED, Row.empty().with("extractor", extractor));
            IndexOps.append(facts, id, IndexOps.IN_FLIGHT);
            Jobs.open(facts, JobKind.INDEX, id);
            Letters.hurry(facts, id);
            return id;
        });
    }

    /// Ends the indexing job of a submission that can be found, and opens the checking job.
    ///
    /// @throws LeaseLost if another took the job over
    public void indexed(Job job) {
        transactions.write(facts -> {
            Jobs.finish(facts, job);
            Jobs.open(facts, JobKind.CHECK, job.subject());
            return job;
        });
    }

    /// What reading a part came to.
    public record PartReading(String document, String summary) {}

    /// Ends work on a submission without a verdict.
    ///
    /// @param state  HELD, QUARANTINED or PARKED
    /// @param reason what a person should know
    /// @throws LeaseLost if another took the job over
    public void settle(Job job, SubmissionState state, String reason) {
        transactions.write(facts -> {
            Jobs.finish(facts, job);
            String id = job.subject();
            String client = facts.get(TABLE, id).text("client");
            change(
                    facts,
                    id,
                    state,
                    Row.empty().with("reason_sealed", facts.seal(client, TABLE, id, "reason_sealed", reason)));
            Letters.hurry(facts, id);
            if (state == SubmissionState.HELD || state == SubmissionState.QUARANTINED) {
                Letters.open(facts, LetterKind.NOTICE, facts.get(TABLE, id));
            }
            return id;
        });
    }

    /// Records that the checks ran and opens the deciding job.
    ///
    /// @param outcomes  hash of the stored outcomes
    /// @param priorWork what stands in other work too, as JSON
    /// @throws LeaseLost if another took the job over
    public void checked(Job job, String outcomes, String priorWork) {
        transactions.write(facts -> {
            Jobs.finish(facts, job);
            String id = job.subject();
            String client = facts.get(TABLE, id).text("client");
            change(
                    facts,
                    id,
                    SubmissionState.CHECKED,
                    Row.empty()
                            .with("outcomes", outcomes)
                            .with("prior_work_sealed", facts.seal(client, TABLE, id, "prior_work_sealed", priorWork)));
            Jobs.open(facts, JobKind.DECIDE, id);
            return job;
        });
    }

    /// Records outcomes, findings and verdict, and what is to be published.
    ///
    /// @throws LeaseLost if another took the job over
    public void decided(Job job, Decided decided) {
        transactions.write(facts -> {
            Jobs.finish(facts, job);
            new Deciding(facts, facts.get(TABLE, job.subject()), decided).run();
            return job;
        });
    }

    /// Ends a job whose submission was superseded or withdrawn meanwhile.
    ///
    /// @throws LeaseLost if another took the job over
    public void dropped(Job job) {
        transactions.write(facts -> {
            Jobs.finish(facts, job);
            return job;
        });
    }

    /// Takes an accepted submission back: its verdict stays what it was, and whoever reuses it is told.
    ///
    /// @param actor who recalls it
    /// @return whether it was recalled; false when it was before
    /// @throws IllegalStateException if it was not accepted
    public boolean recall(String id, String actor, String reason) {
        return transactions.write(facts -> {
            Row submission = facts.get(TABLE, id);
            if (!"accept".equals(submission.textOrNull("verdict"))) {
                throw new IllegalStateException(
                        "Only accepted work can be recalled. Submission " + id + " was not" + " accepted.");
            }
            String decision = Digests.id("decision", id, "recall");
            if (facts.find("decision", decision).isPresent()) {
                return false;
            }
            facts.insert(
                    "decision",
                    "decision.recall",
                    Row.empty()
                            .with("id", decision)
                            .with("submission", id)
                            .with("kind", "recall")
                            .with("actor", actor)
                            .with("authority", "operator")
                            .with(
                                    "reason_sealed",
                                    facts.seal(
                                            submission.text("client"), "decision", decision, "reason_sealed", reason))
                            .with("decided_at", facts.now()));
            facts.note("submission.recalled", TABLE, id);
            IndexOps.append(facts, id, IndexOps.RECALLED);
            return true;
        });
    }

    /// What came before a submission, for its verdict.
    public History history(SubmissionRecord submission, String checklistVersion) {
        return transactions.read(facts -> new Past(facts, submission).history(checklistVersion));
    }

    /// Has a submission that waits for a person inspected anew, after a person said something of it.
    ///
    /// @return whether it is in review and no newer revision has replaced it
    public boolean reinspect(String id) {
        return transactions.write(facts -> {
            Row row = facts.get(TABLE, id);
            boolean inReview = SubmissionState.valueOf(row.text("state")) == SubmissionState.ROUTED
                    && "review".equals(row.textOrNull("verdict"));
            if (inReview) {
                new Clocks(facts)
                        .stop(
                                row.text("deliverable"),
                                row.count("round"),
                                ClockKind.OUR_REVIEW,
                                "inspected anew",
                                Moments.read(facts.now()));
                change(facts, id, SubmissionState.EXTRACTED, Row.empty());
                Jobs.open(facts, JobKind.CHECK, id);
            }
            return inReview;
        });
    }

    /// The submission that ended the round before; empty in the first round.
    public Optional<String> sentBack(SubmissionRecord submission) {
        return transactions.read(facts -> new Past(facts, submission).sentBack());
    }

    static void change(Facts facts, String id, SubmissionState state, Row changes) {
        facts.update(
                TABLE, id, "submission." + state.name().toLowerCase(Locale.ROOT), changes.with("state", state.name()));
    }

    /// Begins the work on a parked submission anew, as a person decides.
    ///
    /// @return whether it was parked
    public boolean requeue(String id, String actor, String reason) {
        return transactions.write(facts -> {
            Row row = facts.get(TABLE, id);
            if (SubmissionState.valueOf(row.text("state")) != SubmissionState.PARKED) {
                return false;
            }
            decide(facts, row, "requeue", actor, reason);
            resume(facts, id);
            return true;
        });
    }

    /// Records what a person decides about a submission that stands still.
    static void decide(Facts facts, Row submission, String kind, String actor, String reason) {
        String id = submission.text("id");
        String decision = Digests.id("decision", id, kind, facts.now());
        facts.insert(
                "decision",
                "decision." + kind,
                Row.empty()
                        .with("id", decision)
                        .with("submission", id)
                        .with("kind", kind)
                        .with("actor", actor)
                        .with("authority", "operator")
                        .with(
                                "reason_sealed",
                                facts.seal(submission.text("client"), "decision", decision, "reason_sealed", reason))
                        .with("decided_at", facts.now()));
    }

    /// Begins the work on a parked submission anew, from reading on.
    static void resume(Facts facts, String id) {
        facts.update(
                TABLE,
                id,
                "submission.resumed",
                Row.empty().with("state", SubmissionState.IDENTIFIED.name()).with("reason_sealed", null));
        Jobs.open(facts, JobKind.EXTRACT, id);
    }

    static String json(Object value) {
        return new String(Json.bytes(value), java.nio.charset.StandardCharsets.UTF_8);
    }
}
