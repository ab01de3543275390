package dev.assay.work;

import java.time.Instant;

/// Something that happened to a clock.
///
/// @param reason   in a word; a resume ends the pause of the same reason
/// @param calendar version of the calendar in force
public record ClockEvent(Action action, Instant at, String reason, String calendar) {
    /// What happened, in the order in which events of one moment count.
    public enum Action {
        START,
        PAUSE,
        RESUME,
        STOP
    }
}
