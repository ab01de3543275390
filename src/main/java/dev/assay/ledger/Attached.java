package dev.assay.ledger;

import java.util.List;

/// What attaching an arrival came to.
public sealed interface Attached {
    /// A new submission was made.
    ///
    /// @param submission its id
    /// @param alerts     what a person should know, such as the same bytes from another vendor
    record Submitted(String submission, List<String> alerts) implements Attached {
        public Submitted {
            alerts = List.copyOf(alerts);
        }
    }

    /// The same bytes are a submission already.
    record Duplicate(String submission) implements Attached {}
}
