package dev.assay.ledger;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/// The work still to do. An attempt is counted and committed before the work begins; whoever finishes must
/// still hold the lease.
public final class Jobs {
    /// A lease that ends later than this many leases from now was given before the clock was moved back. Processes may
    /// be told different leases, none so many times another's.
    private static final int LEASES = 4;

    /// By kind and state, as the index of jobs has them: those that are done, which only ever grow, are not looked at.
    private static final String NOT_DONE = Arrays.stream(JobKind.values())
            .filter(kind -> kind != JobKind.ASSEMBLE)
            .map(kind -> "'" + kind.name() + "'")
            .collect(Collectors.joining(", ", "j.kind IN (", ") AND j.state IN ('OPEN', 'CLAIMED')"));

    private static final long NANOS_IN_A_MILLI = 1_000_000;
    private static final long NOTICEABLE_MILLIS = 2000;
    private static final String OPEN = "OPEN";
    private static final String CLAIMED = "CLAIMED";
    private static final String DONE = "DONE";

    private final Transactions transactions;
    private final String now;
    private final String skipLocked;
    private final String staleLease;
    private long clockRead;
    private long clockReadAt;
    private boolean clockKnown;

    Jobs(Transactions transactions, Dialect dialect) {
        this.transactions = transactions;
        this.now = dialect.nowMillis();
        this.skipLocked = dialect.skipLocked();
        this.staleLease = dialect.isShared() ? " OR lease_until > " + now + " + " + LEASES + " * :lease" : "";
    }

    /// Takes the oldest job of a kind that is due, or whose lease ran out.
    ///
    /// @param lease how long the work may take before another may take it over
    public Optional<Job> claim(JobKind kind, Duration lease) {
        return transactions.writeJobs(facts -> facts
                .query(
                        "UPDATE job SET state = 'CLAIMED', attempts = attempts + 1, lease_epoch = lease_epoch + 1,"
                                + " lease_until = " + now
                                + " + :lease WHERE id = (SELECT id FROM job WHERE kind = :kind"
                                + " AND ((state = 'OPEN' AND not_before <= " + now
                                + ") OR (state = 'CLAIMED' AND (lease_until < " + now + staleLease
                                + "))) ORDER BY seq, id LIMIT 1" + skipLocked + ") RETURNING *",
                        Map.of("kind", kind.name(), "lease", lease.toMillis()))
                .stream()
                .findFirst()
                .map(row -> new Job(
                        row.text("id"), kind, row.text("subject"), row.count("attempts"), row.number("lease_epoch"))));
    }

    /// Keeps a claimed job for longer.
    ///
    /// @throws LeaseLost if another took it over
    public void renew(Job job, Duration lease) {
        transactions.writeJobs(facts -> change(facts, job, CLAIMED, "lease_until = " + now + " + " + lease.toMillis()));
    }

    /// Gives a job back, to be tried again later.
    ///
    /// @param counts whether the attempt counts; one that failed for want of disk or database does not
    /// @param error  what happened, without text of a document
    /// @throws LeaseLost if another took it over
    public void retry(Job job, Duration after, boolean counts, String error) {
        String attempts = counts ? "" : ", attempts = attempts - 1";
        transactions.writeJobs(
                facts -> change(facts, job, OPEN, "not_before = " + now + " + " + after.toMillis() + attempts, error));
    }

    /// Gives an interrupted job back at once, as if it had not been claimed.
    ///
    /// @return false if it is no longer this worker's, as one that came to its end
    public boolean giveBack(Job job) {
        return transactions.writeJobs(facts -> facts.handle()
                        .createUpdate(
                                "UPDATE job SET state = 'OPEN', not_before = 0, attempts = attempts - 1 WHERE id ="
                                        + " :id AND lease_epoch = :epoch AND state = 'CLAIMED'")
                        .bind("id", job.id())
                        .bind("epoch", job.epoch())
                        .execute())
                == 1;
    }

    /// Sees whether the database's clock was moved back since the last call on this object, and shortens what waits for
    /// it by as much.
    ///
    /// @return by how much
    public Duration heedClock() {
        return heedClock(System.nanoTime());
    }

    /// Several processes may each do this after one jump: what would wait for less than half the jump without
    /// it is shortened once.
    ///
    /// @param nanos that no clock's setting changes
    synchronized Duration heedClock(long nanos) {
        long read = transactions.read(facts ->
                facts.query("SELECT " + now + " AS millis", Map.of()).getFirst().number("millis"));
        long behind = clockKnown ? clockRead + (nanos - clockReadAt) / NANOS_IN_A_MILLI - read : 0;
        clockKnown = true;
        clockRead = read;
        clockReadAt = nanos;
        if (behind < NOTICEABLE_MILLIS) {
            return Duration.ZERO;
        }
        transactions.writeJobs(facts -> facts.handle()
                .createUpdate("UPDATE job SET not_before = not_before - :behind WHERE state = 'OPEN' AND not_before > "
                        + now + " + :behind / 2")
                .bind("behind", behind)
                .execute());
        return Duration.ofMillis(behind);
    }

    /// Gives back every claimed job: only where no other process works on this ledger.
    public void releaseAll() {
        transactions.writeJobs(facts -> facts.handle()
                .createUpdate("UPDATE job SET state = 'OPEN', not_before = 0 WHERE state = 'CLAIMED'")
                .execute());
    }

    /// How many jobs are not done, those aside that wait for a vendor's missing parts.
    public long open() {
        return transactions.read(facts -> facts.query("SELECT COUNT(*) AS n FROM job j WHERE " + NOT_DONE, Map.of())
                .getFirst()
                .number("n"));
    }

    /// How many jobs of one vendor's arrivals and submissions are not done; letters are not among them.
    public long open(String vendor) {
        return transactions.read(facts -> facts.query(
                        "SELECT COUNT(*) AS n FROM job j WHERE " + NOT_DONE + """
                             AND (EXISTS (SELECT 1 FROM arrival a WHERE a.id = j.subject AND a.vendor = :vendor)
                             OR EXISTS (SELECT 1 FROM submission s WHERE s.id = j.subject AND s.vendor = :vendor)
                             OR EXISTS (SELECT 1 FROM outbox o JOIN submission s ON s.id = o.submission
                               WHERE o.id = j.subject AND s.vendor = :vendor))
                            """, Map.of("vendor", vendor))
                .getFirst()
                .number("n"));
    }

    /// How long the oldest job that is not done has been open, those aside that wait for a vendor's missing parts; zero
    /// where none is.
    public Duration oldest() {
        return Duration.ofMillis(transactions.read(facts -> facts.query(
                        "SELECT COALESCE(MAX(" + now + " - j.opened_at), 0) AS age FROM job j WHERE " + NOT_DONE,
                        Map.of())
                .getFirst()
                .number("age")));
    }

    /// Opens a job for a subject, or opens it anew.
    static void open(Facts facts, JobKind kind, String subject) {
        List<Row> last = facts.query("SELECT COALESCE(MAX(seq), 0) + 1 AS seq FROM job", Map.of());
        facts.handle()
                .createUpdate("""
                    INSERT INTO job (id, seq, kind, subject, state, attempts, lease_epoch, lease_until, not_before, opened_at)
                    VALUES (:id, :seq, :kind, :subject, 'OPEN', 0, 0, 0, 0, NOW_MILLIS)
                    ON CONFLICT (kind, subject) DO UPDATE SET state = 'OPEN', attempts = 0,
                      lease_epoch = job.lease_epoch + 1, not_before = 0, opened_at = NOW_MILLIS
                    """.replace("NOW_MILLIS", facts.dialect().nowMillis()))
                .bind("id", Digests.id("job", kind.name(), subject))
                .bind("seq", last.getFirst().number("seq"))
                .bind("kind", kind.name())
                .bind("subject", subject)
                .execute();
    }

    /// Lets an open job wait.
    static void delay(Facts facts, JobKind kind, String subject, Duration wait) {
        facts.handle()
                .createUpdate("UPDATE job SET not_before = " + facts.dialect().nowMillis() + " + " + wait.toMillis()
                        + " WHERE kind = :kind AND subject = :subject AND state = 'OPEN'")
                .bind("kind", kind.name())
                .bind("subject", subject)
                .execute();
    }

    /// Lets an open job that was never begun wait no longer.
    static void hurry(Facts facts, String subject) {
        facts.handle()
                .createUpdate(
                        "UPDATE job SET not_before = 0 WHERE subject = :subject AND state = 'OPEN' AND attempts = 0")
                .bind("subject", subject)
                .execute();
    }

    /// Sees that a job is still its worker's, within a transaction that does not end it.
    ///
    /// @throws LeaseLost if another took it over
    static void hold(Facts facts, Job job) {
        change(facts, job, CLAIMED, "lease_epoch = lease_epoch");
    }

    /// Ends a job within the transaction that holds its result.
    ///
    /// @throws LeaseLost if another took it over
    static void finish(Facts facts, Job job) {
        change(facts, job, DONE, "error = NULL");
    }

    /// Ends a job that is given up on for now.
    ///
    /// @param error what happened
    /// @throws LeaseLost if another took it over
    static void giveUp(Facts facts, Job job, String error) {
        change(facts, job, DONE, "lease_until = 0", error);
    }

    /// What happened to a subject's job last; empty where nothing went wrong.
    static String error(Facts facts, String subject) {
        return facts.query("SELECT error FROM job WHERE subject = :subject", Map.of("subject", subject)).stream()
                .map(row -> row.textOrNull("error"))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
    }

    /// Ends whatever is to do for a subject.
    static void withdraw(Facts facts, String subject) {
        facts.handle()
                .createUpdate(
                        "UPDATE job SET state = 'DONE', lease_epoch = lease_epoch + 1 WHERE subject = :subject AND"
                                + " state <> 'DONE'")
                .bind("subject", subject)
                .execute();
    }

    private static int change(Facts facts, Job job, String state, String set) {
        return change(facts, job, state, set, "");
    }

    private static int change(Facts facts, Job job, String state, String set, String error) {
        int changed = facts.handle()
                .createUpdate("UPDATE job SET state = :state, " + set + (error.isEmpty() ? "" : ", error = :error")
                        + " WHERE id = :id AND lease_epoch = :epoch AND state = 'CLAIMED'")
                .bind("state", state)
                .bind("error", error)
                .bind("id", job.id())
                .bind("epoch", job.epoch())
                .execute();
        if (changed == 0) {
            throw new LeaseLost(job);
        }
        return changed;
    }
}
