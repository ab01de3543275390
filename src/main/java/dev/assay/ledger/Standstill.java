package dev.assay.ledger;

import java.time.Instant;

/// Something that stands still until somebody moves it on.
///
/// @param id      of the arrival, the submission or the letter, 32 hex digits
/// @param state   HELD, QUARANTINED or PARKED
/// @param since   when it came to that state
/// @param vendor  whose it is, or to whom the letter goes; [dev.assay.work.Vendor#UNKNOWN] where nobody knows
/// @param channel the word for the way it came, or the way a letter goes
/// @param reason  why, as it was recorded; empty where the client's text was destroyed
public record Standstill(
        Kind kind, String id, String state, Instant since, String vendor, String channel, String reason) {

    /// What stands still.
    public enum Kind {
        ARRIVAL,
        SUBMISSION,
        LETTER;

        String table() {
            return switch (this) {
                case ARRIVAL -> "arrival";
                case SUBMISSION -> "submission";
                case LETTER -> "outbox";
            };
        }
    }
}
