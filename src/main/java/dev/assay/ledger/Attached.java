package dev.assay.ledger;

import java.time.Instant;
import java.util.List;

/// What attaching an arrival came to.
public sealed interface Attached {
    /// A new submission was made.
    ///
    /// @param submission its id
    /// @param alerts     what a person should know, such as the same bytes from another vendor
    /// @param queues     whose lists changed, because it replaced what stood there
    record Submitted(String submission, List<String> alerts, List<String> queues) implements Attached {
        public Submitted {
            alerts = List.copyOf(alerts);
            queues = List.copyOf(queues);
        }
    }

    /// A new submission was made that waits for its missing parts.
    ///
    /// @param until when it goes on without them
    record Waiting(String submission, Instant until, List<String> queues) implements Attached {
        public Waiting {
            queues = List.copyOf(queues);
        }
    }

    /// The same bytes are a submission already.
    ///
    /// @param reason what a person should know of it, empty where nothing needs saying
    record Duplicate(String submission, String reason) implements Attached {}

    /// The same bytes are a submission that had been parked: the work on it starts anew.
    record Resumed(String submission, String reason) implements Attached {}
}
