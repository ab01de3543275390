package dev.assay.ledger;

import dev.assay.config.Json;
import dev.assay.work.ClockKind;
import dev.assay.work.Expectation;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Deliveries that lack parts: what they lack, how long they wait, and what ended the waiting.
public final class Assemblies {
    static final String TABLE = "assembly";

    /// Between a vendor's word that nothing more comes and the end of the waiting: what lay beside it may still be on
    /// its way.
    private static final Duration SETTLING = Duration.ofSeconds(10);

    private final Transactions transactions;

    Assemblies(Transactions transactions) {
        this.transactions = transactions;
    }

    /// What ended the waiting.
    public enum End {
        /// The vendor said that nothing more comes.
        SAID,
        /// The time for it passed.
        WINDOW
    }

    /// How a delivery stands to what was expected of it.
    ///
    /// @param expects    whether particular files were expected
    /// @param missing    files that have not come
    /// @param unexpected names of files that nobody expected
    /// @param until      when the waiting ends; null where it does not wait
    /// @param end        what ended the waiting; null where it never waited, or still does
    public record Assembly(
            boolean expects,
            List<Expectation.Missing> missing,
            List<String> unexpected,
            @Nullable Instant until,
            @Nullable End end) {
        public Assembly {
            missing = List.copyOf(missing);
            unexpected = List.copyOf(unexpected);
        }
    }

    private record Lacks(List<Expectation.Missing> missing, List<String> unexpected) {}

    /// How a submission stands; empty where nothing in particular was expected of it.
    public Optional<Assembly> of(String submission) {
        return transactions.read(facts -> find(facts, submission));
    }

    static Optional<Assembly> find(Facts facts, String submission) {
        return facts.find(TABLE, submission).map(row -> {
            String client = facts.get(Submissions.TABLE, submission).text("client");
            Lacks lacks = Json.read(
                    facts.unseal(client, TABLE, submission, "lacks_sealed", row.text("lacks_sealed"))
                            .getBytes(StandardCharsets.UTF_8),
                    Lacks.class);
            String until = row.textOrNull("waits_until");
            String end = row.textOrNull("ended_at") == null ? null : row.textOrNull("ended_by");
            return new Assembly(
                    !expected(facts, client, row).isEmpty(),
                    lacks.missing(),
                    lacks.unexpected(),
                    until == null ? null : Moments.read(until),
                    end == null ? null : End.valueOf(end.toUpperCase(Locale.ROOT)));
        });
    }

    /// What was expected of the submission that a row is of.
    static Expectation expected(Facts facts, String client, Row assembly) {
        return Json.read(
                facts.unseal(client, TABLE, assembly.text("id"), "expected_sealed", assembly.text("expected_sealed"))
                        .getBytes(StandardCharsets.UTF_8),
                Expectation.class);
    }

    /// Whether a delivery is to wait for parts that it lacks.
    static boolean waits(Attachment attachment, Gathering gathered) {
        return !gathered.missing().isEmpty()
                && !attachment.assembly().window().isZero()
                && !attachment.assembly().complete();
    }

    /// Records what a submission that was just made lacks.
    ///
    /// @return when it goes on without; empty where it does at once
    static Optional<Instant> record(Facts facts, Attachment attachment, Gathering gathered, String submission) {
        List<String> unexpected = gathered.unexpected();
        if (gathered.expected().isEmpty() && unexpected.isEmpty()) {
            return Optional.empty();
        }
        boolean lacks = !gathered.missing().isEmpty();
        boolean said = lacks && (attachment.assembly().complete() || isSaid(facts, attachment.arrival()));
        Optional<Instant> until = waits(attachment, gathered)
                ? Optional.of(Moments.read(facts.now())
                        .plus(said ? SETTLING : attachment.assembly().window()))
                : Optional.empty();
        String client = attachment.client().id();
        facts.insert(
                TABLE,
                "assembly.recorded",
                Row.empty()
                        .with("id", submission)
                        .with(
                                "expected_sealed",
                                facts.seal(
                                        client,
                                        TABLE,
                                        submission,
                                        "expected_sealed",
                                        Submissions.json(gathered.expected())))
                        .with(
                                "lacks_sealed",
                                facts.seal(
                                        client,
                                        TABLE,
                                        submission,
                                        "lacks_sealed",
                                        Submissions.json(new Lacks(gathered.missing(), unexpected))))
                        .with("missing", (long) gathered.missing().size())
                        .with("waits_until", until.map(Moments::text).orElse(null))
                        .with("ended_at", lacks && until.isEmpty() ? facts.now() : null)
                        .with("ended_by", said ? word(End.SAID) : lacks && until.isEmpty() ? word(End.WINDOW) : null));
        until.ifPresent(moment -> {
            Jobs.open(facts, JobKind.ASSEMBLE, submission);
            Jobs.delay(facts, JobKind.ASSEMBLE, submission, Duration.between(Moments.read(facts.now()), moment));
        });
        return until;
    }

    /// Whether the vendor said after this file was there that nothing more comes into its folder.
    private static boolean isSaid(Facts facts, String arrival) {
        Row row = facts.get("arrival", arrival);
        return !facts.query(
                        "SELECT id FROM completion WHERE vendor = :vendor AND folder_hash = :folder AND said_at >="
                                + " :seen",
                        Map.of(
                                "vendor", row.text("vendor"),
                                "folder", row.text("folder_hash"),
                                "seen", row.text("first_seen_at")))
                .isEmpty();
    }

    /// Takes a marker for a vendor's word that nothing more comes into its folder.
    ///
    /// @throws LeaseLost if another took the job over
    public void said(Job marker) {
        transactions.write(facts -> {
            Jobs.finish(facts, marker);
            facts.update(
                    "arrival",
                    marker.subject(),
                    "arrival.completes",
                    Row.empty().with("state", ArrivalState.ATTACHED.name()));
            said(facts, facts.get("arrival", marker.subject()));
            return marker;
        });
    }

    /// Records a vendor's word that nothing more comes into a folder: what came from there waits no longer.
    ///
    /// @param arrival that says so
    static void said(Facts facts, Row arrival) {
        Map<String, String> folder = Map.of("vendor", arrival.text("vendor"), "folder", arrival.text("folder_hash"));
        facts.insertIfAbsent(
                "completion",
                "completion.said",
                Row.empty()
                        .with("id", arrival.text("id"))
                        .with("vendor", folder.get("vendor"))
                        .with("folder_hash", folder.get("folder"))
                        .with("said_at", facts.now()));
        for (Row waiting : facts.query(
                "SELECT DISTINCT s.id AS id FROM submission s JOIN arrival_submission l ON l.submission = s.id JOIN"
                        + " arrival a ON a.id = l.arrival WHERE s.state = 'WAITING' AND a.vendor = :vendor AND"
                        + " a.folder_hash = :folder ORDER BY s.id",
                folder)) {
            facts.update(
                    TABLE,
                    waiting.text("id"),
                    "assembly.said",
                    Row.empty()
                            .with(
                                    "waits_until",
                                    Moments.text(Moments.read(facts.now()).plus(SETTLING)))
                            .with("ended_by", word(End.SAID)));
            Jobs.delay(facts, JobKind.ASSEMBLE, waiting.text("id"), SETTLING);
        }
    }

    /// Ends the waiting of the job's submission, which goes on without what is missing.
    ///
    /// @return whether it still waited
    /// @throws LeaseLost if another took the job over
    public boolean end(Job job) {
        return transactions.write(facts -> {
            Jobs.finish(facts, job);
            String id = job.subject();
            Row submission = facts.get(Submissions.TABLE, id);
            if (SubmissionState.valueOf(submission.text("state")) != SubmissionState.WAITING) {
                return false;
            }
            String by = facts.get(TABLE, id).textOrNull("ended_by");
            facts.update(
                    TABLE,
                    id,
                    "assembly.ended",
                    Row.empty().with("ended_at", facts.now()).with("ended_by", by == null ? word(End.WINDOW) : by));
            facts.update(
                    Submissions.TABLE,
                    id,
                    "submission.goes-on",
                    Row.empty().with("state", SubmissionState.IDENTIFIED.name()));
            int round = submission.count("round");
            new Clocks(facts)
                    .stop(
                            submission.text("deliverable"),
                            round,
                            ClockKind.ofVendor(round),
                            "delivered",
                            Moments.read(submission.text("received_at")));
            Jobs.open(facts, JobKind.EXTRACT, id);
            return true;
        });
    }

    private static String word(End end) {
        return end.name().toLowerCase(Locale.ROOT);
    }
}
