package dev.assay.verdict;

import dev.assay.check.ItemOutcome;
import dev.assay.work.Policy;
import java.util.List;

/// All that a verdict may look at.
///
/// @param outcomes        how each item of the checklist ended, in any order
/// @param readings        what reading each part came to, in any order
/// @param retriesUsedUp   whether parts that could not be read by our cause have been tried often enough
/// @param size            what counts and score are measured against
/// @param history         what went before
/// @param policy          the client's numbers
/// @param draw            the sampling draw, made before the checks
/// @param conflictingHints hints that point to different deliverables, one clause each; empty where the
///                       submission is identified without doubt
/// @param doubts         what nobody looked at or a person answers for, one clause each: not accepted without a
///                       reviewer
public record Case(
        List<ItemOutcome> outcomes,
        List<Reading> readings,
        boolean retriesUsedUp,
        Size size,
        History history,
        Policy policy,
        Draw draw,
        List<String> conflictingHints,
        List<String> doubts) {
    public Case {
        outcomes = List.copyOf(outcomes);
        readings = List.copyOf(readings);
        conflictingHints = List.copyOf(conflictingHints);
        doubts = List.copyOf(doubts);
    }

    /// A case of a delivery that came in without doubts.
    public Case(
            List<ItemOutcome> outcomes,
            List<Reading> readings,
            boolean retriesUsedUp,
            Size size,
            History history,
            Policy policy,
            Draw draw,
            List<String> conflictingHints) {
        this(outcomes, readings, retriesUsedUp, size, history, policy, draw, conflictingHints, List.of());
    }
}
