package dev.assay.intake.sftp;

import dev.assay.intake.Pause;
import java.time.Duration;
import java.time.Instant;

/// When to try again what has failed: each time twice as long after the failure as before, at most five minutes, or
/// the shortest wait where that is longer.
///
/// @param failures in a row, at least 1
/// @param pause    until it may be tried again
record Retry(int failures, Pause pause) {
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final int MOST_DOUBLINGS = 20;

    static Retry first(Instant now, Duration shortest) {
        return new Retry(1, Pause.of(now, shortest));
    }

    Retry next(Instant now, Duration shortest) {
        Duration wait = shortest.multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
        Duration longest = shortest.compareTo(LONGEST) > 0 ? shortest : LONGEST;
        return new Retry(failures + 1, Pause.of(now, wait.compareTo(longest) > 0 ? longest : wait));
    }

    boolean isDue(Instant now) {
        return pause.isOver(now);
    }
}
