package dev.assay.route;

import dev.assay.dispatch.AddressRefused;
import dev.assay.ledger.ArrivalState;
import dev.assay.ledger.Job;
import dev.assay.ledger.JobKind;
import dev.assay.ledger.LeaseLost;
import dev.assay.ledger.Ledger;
import dev.assay.ledger.SubmissionState;
import dev.assay.vault.DurabilityLost;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.time.Duration;
import java.util.Locale;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What becomes of a job that could not be done: tried again, parked after too many attempts, or, when bytes
/// may not be on the disk, the end of the process. None of it is ever an accept.
public final class Failures {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);
    private static final int LONGEST_WAIT_TIMES = 12;
    /// A process dies of many things, and takes the jobs with it that are just being worked on: of so many beginnings
    /// without an end one counts as an attempt.
    private static final int BEGINNINGS_FOR_ONE = 4;

    private final Ledger ledger;
    private final Health health;
    private final Duration wait;
    private final int mostAttempts;
    private final Runnable stop;

    /// @param wait         before the second attempt; later ones wait longer, at most twelve times as long
    /// @param mostAttempts that count before a job is parked
    /// @param stop         ends the process
    public Failures(Ledger ledger, Health health, Duration wait, int mostAttempts, Runnable stop) {
        this.ledger = ledger;
        this.health = health;
        this.wait = wait;
        this.mostAttempts = mostAttempts;
        this.stop = stop;
    }

    /// Called by the routes when a step failed.
    public void failed(Exchange exchange) {
        Throwable failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        if (failure instanceof DurabilityLost lost) {
            LOG.error("{} Assay stops.", lost.getMessage());
            stop.run();
        } else if (isInterruption(failure) || exchange.getContext().isStopping()) {
            Thread.currentThread().interrupt();
        } else {
            recorded(() -> failed(exchange.getIn().getBody(Job.class), failure));
        }
    }

    /// Gives up on a job that was begun four times as often as it may fail and never ended, as one that ends the
    /// process. What brings out what is decided is never given up on.
    ///
    /// @return whether it was given up on
    boolean gaveUp(Job job) {
        if (job.attempts() <= BEGINNINGS_FOR_ONE * mostAttempts || job.kind().bringsOut()) {
            return false;
        }
        String reason = "It was begun " + (job.attempts() - 1) + " times and never ended: the process died or overran"
                + " its lease; nothing is known against the bytes.";
        LOG.error("Cannot {} {}. {} It is parked.", word(job), job.subject(), reason);
        recorded(() -> park(job, reason));
        return true;
    }

    private static void recorded(Runnable recording) {
        try {
            recording.run();
        } catch (LeaseLost e) {
            LOG.info(e.getMessage());
        }
    }

    /// A thread that is interrupted is told so by whatever it is just doing.
    private static boolean isInterruption(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof InterruptedException || cause instanceof ClosedByInterruptException) {
                return true;
            }
        }
        return false;
    }

    private static String word(Job job) {
        return job.kind().name().toLowerCase(Locale.ROOT);
    }

    private void failed(Job job, Throwable failure) {
        if (failure instanceof LeaseLost lost) {
            throw lost;
        }
        boolean ours =
                failure instanceof IOException || failure instanceof UncheckedIOException || Ledger.isTrouble(failure);
        String kind = word(job);
        String message = failure.getClass().getSimpleName() + (ours ? " (" + failure.getMessage() + ")" : "");
        if (failure instanceof AddressRefused && job.attempts() >= mostAttempts) {
            String reason = failure.getMessage() + ", tried " + job.attempts() + " times";
            LOG.error("Letter {} is parked: {}. Correct the vendor's contact and requeue it.", job.subject(), reason);
            health.well(kind);
            ledger.letters().park(job, reason);
            return;
        }
        if (job.kind() == JobKind.SEND || job.kind() == JobKind.WRITE) {
            health.trouble(
                    kind, "cannot " + kind + " letter " + job.subject() + ": " + message + ". It is tried again.");
            LOG.warn(
                    "Attempt {} to {} letter {} failed: {}. It is tried again.",
                    job.attempts(),
                    kind,
                    job.subject(),
                    message);
            ledger.jobs().retry(job, wait.multipliedBy(Math.min(job.attempts(), LONGEST_WAIT_TIMES)), true, message);
            return;
        }
        if (ours || job.kind().bringsOut()) {
            health.trouble(kind, "cannot " + kind + " " + job.subject() + ": " + message + ". It is tried again.");
            LOG.warn("Cannot {} {}: {}. It is tried again.", kind, job.subject(), message);
            ledger.jobs().retry(job, wait, false, message);
            return;
        }
        if (job.attempts() < mostAttempts) {
            LOG.warn("Attempt {} to {} {} failed: {}", job.attempts(), kind, job.subject(), message, failure);
            ledger.jobs().retry(job, wait.multipliedBy(Math.min(job.attempts(), LONGEST_WAIT_TIMES)), true, message);
            return;
        }
        LOG.error(
                "Cannot {} {} in {} attempts: {}. It is parked.",
                kind,
                job.subject(),
                job.attempts(),
                message,
                failure);
        park(
                job,
                "It could not be done in " + job.attempts() + " attempts (" + message
                        + "); nothing is known against the bytes.");
    }

    private void park(Job job, String reason) {
        if (job.kind() == JobKind.IDENTIFY) {
            ledger.arrivals().settle(job, ArrivalState.PARKED, reason);
        } else {
            ledger.submissions().settle(job, SubmissionState.PARKED, reason);
        }
    }
}
