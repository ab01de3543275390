package dev.assay.work;

import java.time.Instant;
import java.util.Optional;

/// A person's word that a finding does not count. It is shown as suppressed from then on, never dropped.
///
/// @param scope       what it covers
/// @param item        the checklist item's id
/// @param fingerprint the finding's; covers others only by scope
/// @param text        digest of the text concerned; empty where the finding is about something absent
/// @param reason      why
/// @param note        in the person's words; may be empty
/// @param actor       who
/// @param at          when
/// @param expires     from when on it covers nothing; never where it is empty
public record Dismissal(
        Scope scope,
        String item,
        String fingerprint,
        String text,
        Reason reason,
        String note,
        String actor,
        Instant at,
        Optional<Instant> expires) {
    /// What a dismissal covers, from the narrowest.
    public enum Scope {
        /// The same finding in this deliverable, in whatever round.
        FINDING,
        /// The item's findings on the same text in this work order.
        TEXT,
        /// The item's findings on the same text in all work of this client.
        CLIENT,
        /// All findings of the item in this work order.
        ITEM
    }

    /// Why a finding does not count.
    public enum Reason {
        /// The check is mistaken.
        WRONG,
        /// It is so, and meant to be so.
        INTENDED,
        /// The client has agreed to it.
        AGREED,
        /// It is so, and not worth mending.
        MINOR,
        /// It is dealt with elsewhere.
        ELSEWHERE
    }

    /// Whether it still holds at a moment.
    public boolean holds(Instant moment) {
        return expires.filter(end -> !moment.isBefore(end)).isEmpty();
    }
}
