package dev.assay.verdict;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a person decided. Appended, never changed; a later one supersedes it.
///
/// @param actor      who decided
/// @param authority  by what right, such as `qa-lead`
/// @param reason     why, in the person's words; never blank
/// @param expires    when a concession ends; null where it does not
/// @param supersedes id of the decision it replaces; null where there is none
public record Decision(
        Kind kind,
        String actor,
        String authority,
        String reason,
        Instant at,
        @Nullable Instant expires,
        @Nullable String supersedes) {
    public Decision {
        if (actor.isBlank() || reason.isBlank()) {
            throw new IllegalArgumentException(
                    "A decision names who decided and why. Found: actor '" + actor + "', reason '" + reason + "'");
        }
    }

    /// What can be decided.
    public enum Kind {
        ACCEPT,
        ACCEPT_WITH_NOTES,
        CONCESSION,
        REWORK,
        REJECT,
        OVERRIDE,
        RECALL,
        REOPEN,
        WITHDRAW
    }
}
