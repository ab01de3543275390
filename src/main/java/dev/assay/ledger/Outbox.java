package dev.assay.ledger;

import dev.assay.work.ClockKind;
import java.util.List;
import java.util.Map;

/// What waits to be published. Each entry is published exactly once, mail at least once: its state says how far it
/// came.
public final class Outbox {
    static final String QUEUE = "queue";
    private static final String BROKER = "broker";
    private static final String TABLE = "outbox";

    private final Transactions transactions;

    Outbox(Transactions transactions) {
        this.transactions = transactions;
    }

    /// An entry.
    ///
    /// @param id         of the entry
    /// @param submission whose
    /// @param target     accept, rework or review
    /// @param staged     whether its folder was staged: when it is gone from the stage, it is in the queue
    /// @param published  whether nothing is left to do
    /// @param again      whether the submission stood in a queue before
    public record Entry(
            String id, String submission, String target, boolean staged, boolean published, boolean again) {}

    public Entry get(String id) {
        return transactions.read(facts -> {
            Row row = facts.get(TABLE, id);
            String state = row.text("state");
            return new Entry(
                    id,
                    row.text("submission"),
                    row.text("target"),
                    state.equals("STAGED"),
                    state.equals("PUBLISHED"),
                    row.number("number") > 1);
        });
    }

    /// Records that the job's entry lies complete and synced in the stage.
    ///
    /// @throws LeaseLost if another took the job over
    public void staged(Job job) {
        transactions.write(facts -> {
            Jobs.hold(facts, job);
            facts.update(
                    TABLE,
                    job.subject(),
                    "outbox.staged",
                    Row.empty().with("state", "STAGED").with("staged_at", facts.now()));
            return job;
        });
    }

    /// Records that an entry is where its reader finds it, and ends its job.
    ///
    /// @throws LeaseLost if another took the job over
    public void published(Job job) {
        transactions.write(facts -> {
            Jobs.finish(facts, job);
            String id = job.subject();
            facts.update(
                    TABLE,
                    id,
                    "outbox.published",
                    Row.empty().with("state", "PUBLISHED").with("published_at", facts.now()));
            Row entry = facts.get(TABLE, id);
            ReceiptClock.settled(facts, entry);
            if (entry.text("kind").equals(QUEUE)) {
                routed(facts, entry.text("submission"), entry.text("target"));
                if (facts.outlets().broker()) {
                    announceLater(facts, entry);
                }
            }
            return id;
        });
    }

    /// A reader that is told finds the folder.
    private static void announceLater(Facts facts, Row queued) {
        String number = Long.toString(queued.number("number"));
        String id = Digests.id(TABLE, queued.text("effect_key"), number, BROKER);
        facts.insert(
                TABLE,
                "outbox.opened",
                Row.empty()
                        .with("id", id)
                        .with("effect_key", queued.text("effect_key"))
                        .with("number", queued.number("number"))
                        .with("kind", BROKER)
                        .with("submission", queued.text("submission"))
                        .with("target", queued.text("target"))
                        .with("state", "NEW")
                        .with("created_at", facts.now()));
        Jobs.open(facts, JobKind.ANNOUNCE, id);
    }

    /// Records that a decided submission is in its queue.
    static void routed(Facts facts, String submission, String queue) {
        Row row = facts.get(Submissions.TABLE, submission);
        if (SubmissionState.valueOf(row.text("state")) == SubmissionState.DECIDED) {
            Submissions.change(facts, submission, SubmissionState.ROUTED, Row.empty());
            if (queue.equals("review")) {
                new Clocks(facts)
                        .start(
                                row.text("deliverable"),
                                row.count("round"),
                                ClockKind.OUR_REVIEW,
                                "routed",
                                Moments.read(facts.now()));
            }
        }
    }

    /// The submissions published to a queue, oldest first, without those that a newer revision has replaced since or a
    /// later verdict has put into another queue, and those of clients that were purged.
    public List<String> queue(String target) {
        return queued(target).stream().map(Queued::submission).toList();
    }

    /// A submission in a queue.
    ///
    /// @param verdicts how many it has had: with another one, something else is to be said of it
    public record Queued(String submission, int verdicts) {}

    /// As [#queue], with what tells whether anything changed.
    public List<Queued> queued(String target) {
        return transactions.read(facts -> facts
                .query(
                        "SELECT o.submission AS submission, (SELECT COUNT(*) FROM verdict v WHERE v.submission ="
                            + " o.submission) AS verdicts FROM outbox o JOIN submission s ON s.id = o.submission WHERE"
                            + " o.kind = 'queue' AND o.target = :target AND o.state = 'PUBLISHED' AND NOT EXISTS"
                            + " (SELECT 1 FROM outbox n WHERE n.effect_key = o.effect_key AND n.kind = 'queue' AND"
                            + " n.number > o.number AND n.state = 'PUBLISHED') AND s.state <> 'SUPERSEDED' AND"
                            + " s.client NOT IN (SELECT client FROM purge) ORDER BY o.published_at, o.id",
                        Map.of("target", target))
                .stream()
                .map(row -> new Queued(row.text("submission"), row.count("verdicts")))
                .toList());
    }

    /// How many entries for readers of queues are not published; see [Letters#backlog] for those for vendors.
    public long backlog() {
        return transactions.read(facts -> facts.query(
                        "SELECT COUNT(*) AS n FROM outbox WHERE state <> 'PUBLISHED' AND kind NOT LIKE"
                                + " '%-file' AND kind NOT LIKE '%-mail'",
                        Map.of())
                .getFirst()
                .number("n"));
    }
}
