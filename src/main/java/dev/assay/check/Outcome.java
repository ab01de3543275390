package dev.assay.check;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// How an item ended: one of the five outcomes of W3C EARL 1.0, with a reason.
public sealed interface Outcome {
    /// What the outcome rests on, in one sentence for a person.
    String reason();

    /// Looked at all that the item covers and found nothing.
    record Passed(String reason) implements Outcome {}

    /// Found something.
    ///
    /// @param findings at least one, in order of place
    /// @param tally    how much was checked; null where the kind does not count
    record Failed(
            String reason, List<Finding> findings, @Nullable Tally tally) implements Outcome {
        /// By a kind that does not count.
        public Failed(String reason, List<Finding> findings) {
            this(reason, findings, null);
        }

        public Failed {
            findings = List.copyOf(findings);
            if (findings.isEmpty()) {
                throw new IllegalArgumentException("A failed item needs at least one finding.");
            }
        }
    }

    /// How much was checked.
    ///
    /// @param checked units
    /// @param wrong   of these
    record Tally(int checked, int wrong) {}

    /// Could not be told.
    record CannotTell(String reason, Cause cause) implements Outcome {}

    /// Does not concern what was delivered.
    record NotApplicable(String reason) implements Outcome {}

    /// Was not carried out.
    record NotRun(String reason) implements Outcome {}

    /// Why an item could not be told.
    enum Cause {
        /// The vendor's: a scan, a broken file.
        VENDOR,
        /// Ours: an error in the check.
        ERROR,
        /// Ours: the item took too long.
        DEADLINE,
        /// Ours: a limit was reached.
        LIMIT,
        /// Neither: the text itself is ambiguous.
        CONTENT
    }
}
