package dev.assay.verdict;

import dev.assay.check.Finding;
import dev.assay.check.ItemOutcome;
import dev.assay.check.Outcome;
import dev.assay.checklist.Mode;
import java.util.Comparator;
import java.util.List;

/// Brings a case into one order and leaves items in trial out, so that neither the order of outcomes and
/// findings nor a trial can change a ruling.
final class CanonicalOrder {
    private static final Comparator<Finding> FINDINGS = Comparator.comparing(Finding::part)
            .thenComparingInt(CanonicalOrder::start)
            .thenComparing(finding -> finding.place().describe())
            .thenComparing(Finding::message)
            .thenComparing(Finding::fingerprint)
            .thenComparing(Finding::toString);

    private static final Comparator<ItemOutcome> OUTCOMES = Comparator.comparing(
                    (ItemOutcome given) -> given.item().severity())
            .reversed()
            .thenComparing(given -> given.item().id())
            .thenComparing(ItemOutcome::toString);

    private CanonicalOrder() {}

    static Case of(Case given) {
        return new Case(
                given.outcomes().stream()
                        .filter(outcome -> outcome.item().mode() != Mode.TRIAL)
                        .map(CanonicalOrder::withOrderedFindings)
                        .sorted(OUTCOMES)
                        .toList(),
                given.readings().stream()
                        .sorted(Comparator.comparing(Reading::part).thenComparing(Reading::toString))
                        .toList(),
                given.retriesUsedUp(),
                given.size(),
                given.history(),
                given.policy(),
                given.draw(),
                given.conflictingHints().stream().sorted().toList(),
                given.doubts().stream().sorted().toList());
    }

    private static ItemOutcome withOrderedFindings(ItemOutcome given) {
        if (!(given.outcome() instanceof Outcome.Failed failed)) {
            return given;
        }
        List<Finding> findings = failed.findings().stream().sorted(FINDINGS).toList();
        return new ItemOutcome(given.item(), given.kindVersion(), new Outcome.Failed(failed.reason(), findings));
    }

    private static int start(Finding finding) {
        return finding.span() == null ? -1 : finding.span().start();
    }
}
