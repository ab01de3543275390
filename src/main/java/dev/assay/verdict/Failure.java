package dev.assay.verdict;

import dev.assay.check.Finding;
import dev.assay.checklist.Item;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/// A failed item with those of its findings that are looked at.
record Failure(Item item, List<Finding> findings) {
    private static final int MOST_REPEATS = 2;

    /// The same failure with only those findings.
    Failure only(Predicate<Finding> wanted) {
        return new Failure(item, findings.stream().filter(wanted).toList());
    }

    /// How many findings count: one fingerprint once, one message at most twice. Adding a finding never lowers
    /// it.
    int count() {
        Map<String, Set<String>> byMessage = new HashMap<>();
        Set<String> fingerprints = new HashSet<>();
        for (Finding finding : findings) {
            fingerprints.add(finding.fingerprint());
            byMessage
                    .computeIfAbsent(finding.message(), message -> new HashSet<>())
                    .add(finding.fingerprint());
        }
        int capped = byMessage.values().stream()
                .mapToInt(group -> Math.min(MOST_REPEATS, group.size()))
                .sum();
        return Math.min(fingerprints.size(), capped);
    }

    /// Penalty points of what counts.
    double penalty() {
        return count() * item.severity().weight() * item.weight();
    }
}
