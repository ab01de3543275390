package dev.assay.intake;

import java.time.Duration;
import java.time.Instant;

/// A wait before something is tried again. A clock that is moved back ends it: else the wait would be as much longer
/// as the clock has jumped.
///
/// @param since when it began
/// @param until when it ends, at the latest
public record Pause(Instant since, Instant until) {
    /// None: what was never tried.
    public static final Pause NONE = new Pause(Instant.MIN, Instant.MIN);

    /// One that begins now.
    public static Pause of(Instant now, Duration length) {
        return new Pause(now, now.plus(length));
    }

    /// Whether it may be tried now.
    public boolean isOver(Instant now) {
        return !now.isBefore(until) || now.isBefore(since);
    }
}
