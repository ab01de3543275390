package dev.assay.verdict;

import dev.assay.checklist.Effect;
import dev.assay.checklist.Mode;
import dev.assay.checklist.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What an accepted deliverable keeps: how many findings, and why each of them does not stand in the way.
///
/// @param failures all failed items that are looked at
record OpenFindings(List<Failure> failures, AcceptanceNumbers allowed) {
    static OpenFindings of(Evidence evidence, AcceptanceNumbers allowed) {
        return new OpenFindings(evidence.failures(), allowed);
    }

    /// Such as: Accepted with 3 findings left open: 2 minor (any number is acceptable), 1 of advice (does not
    /// count).
    String sentence() {
        List<String> kinds = new ArrayList<>();
        counted(Severity.CRITICAL, "critical", allowed.critical(), kinds);
        counted(Severity.MAJOR, "major", allowed.major(), kinds);
        counted(Severity.MINOR, "minor", allowed.minor(), kinds);
        uncounted("for information", failure -> counts(failure) && severity(failure) == Severity.NEUTRAL, kinds);
        uncounted("of advice", failure -> failure.item().mode() != Mode.ENFORCE, kinds);
        uncounted("for the record", failure -> isEnforced(failure) && !counts(failure), kinds);
        return "Accepted with " + Phrases.count(found(failure -> true), "finding") + " left open: "
                + String.join(", ", kinds) + ".";
    }

    /// @param acceptable null for any number
    private void counted(Severity severity, String word, @Nullable Integer acceptable, List<String> kinds) {
        Predicate<Failure> wanted = failure -> counts(failure) && severity(failure) == severity;
        int found = found(wanted);
        int count = failures.stream().filter(wanted).mapToInt(Failure::count).sum();
        if (found > 0) {
            String capped = count == found ? "" : "counted as " + count + "; ";
            String number = acceptable == null
                    ? "any number is acceptable"
                    : acceptable + (acceptable == 1 ? " is acceptable" : " are acceptable");
            kinds.add(found + " " + word + " (" + capped + number + ")");
        }
    }

    private void uncounted(String words, Predicate<Failure> wanted, List<String> kinds) {
        int found = found(wanted);
        if (found > 0) {
            kinds.add(found + " " + words + (found == 1 ? " (does not count)" : " (do not count)"));
        }
    }

    private int found(Predicate<Failure> wanted) {
        return failures.stream()
                .filter(wanted)
                .mapToInt(failure -> failure.findings().size())
                .sum();
    }

    private static boolean counts(Failure failure) {
        return isEnforced(failure) && failure.item().effect() == Effect.REWORK;
    }

    private static boolean isEnforced(Failure failure) {
        return failure.item().mode() == Mode.ENFORCE;
    }

    private static Severity severity(Failure failure) {
        return failure.item().severity();
    }
}
