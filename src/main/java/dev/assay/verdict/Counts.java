package dev.assay.verdict;

import dev.assay.checklist.Severity;
import java.util.Collection;

/// Findings by severity, one cause counted once and its repeats at most twice.
public record Counts(int critical, int major, int minor, int neutral) {
    static Counts of(Collection<Failure> failures) {
        return new Counts(
                of(failures, Severity.CRITICAL),
                of(failures, Severity.MAJOR),
                of(failures, Severity.MINOR),
                of(failures, Severity.NEUTRAL));
    }

    private static int of(Collection<Failure> failures, Severity severity) {
        return failures.stream()
                .filter(failure -> failure.item().severity() == severity)
                .mapToInt(Failure::count)
                .sum();
    }
}
