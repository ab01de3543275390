package dev.assay.letter;

import dev.assay.check.Finding;
import dev.assay.check.ItemOutcome;
import dev.assay.check.Outcome;
import dev.assay.checklist.Effect;
import dev.assay.checklist.Item;
import dev.assay.checklist.Mode;
import dev.assay.checklist.Severity;
import dev.assay.work.Attribution;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What a vendor is asked to mend and what it is told besides, by item, what decides first; and the ids by which it
/// answers.
///
/// What is in trial and what contains is never told: the first is for the client's manager, of the second the
/// vendor is not to learn.
final class OpenPoints {
    private static final int SHORTEST_ID = 8;
    private static final int LONGEST_ID = 32;

    private static final Comparator<ItemOutcome> ORDER = Comparator.comparing(
                    (ItemOutcome outcome) -> !isFirst(outcome.item()))
            .thenComparing(outcome -> outcome.item().severity(), Comparator.reverseOrder())
            .thenComparing(outcome -> !outcome.item().blocking());

    private final List<ItemOutcome> shown;
    private final Map<String, String> ids = new HashMap<>();

    OpenPoints(List<ItemOutcome> outcomes) {
        this.shown = outcomes.stream()
                .filter(outcome ->
                        outcome.item().mode() != Mode.TRIAL && outcome.item().effect() != Effect.CONTAIN)
                .toList();
        shorten(shown.stream()
                .flatMap(outcome -> findings(outcome).stream())
                .map(Finding::fingerprint)
                .distinct()
                .toList());
    }

    /// The failed items that keep it from being accepted and are the vendor's to mend.
    List<ItemOutcome> toMend() {
        return failed().filter(outcome -> isToMend(outcome)).sorted(ORDER).toList();
    }

    /// The other failed items.
    List<ItemOutcome> advice() {
        return failed().filter(outcome -> !isToMend(outcome)).sorted(ORDER).toList();
    }

    /// The items that ended so, in the checklist's order.
    List<ItemOutcome> ended(Class<? extends Outcome> outcome) {
        return shown.stream().filter(each -> outcome.isInstance(each.outcome())).toList();
    }

    /// Whether acceptance is impossible without it.
    static boolean isFirst(Item item) {
        return item.blocking() || item.severity() == Severity.CRITICAL;
    }

    static List<Finding> findings(ItemOutcome outcome) {
        return outcome.outcome() instanceof Outcome.Failed failed ? failed.findings() : List.of();
    }

    /// The id of a finding in this letter: as many digits of its fingerprint as tell it from the others.
    String id(Finding finding) {
        return ids.getOrDefault(finding.fingerprint(), finding.fingerprint());
    }

    private java.util.stream.Stream<ItemOutcome> failed() {
        return shown.stream().filter(outcome -> outcome.outcome() instanceof Outcome.Failed);
    }

    private static boolean isToMend(ItemOutcome outcome) {
        Item item = outcome.item();
        return item.mode() == Mode.ENFORCE
                && item.effect() == Effect.REWORK
                && findings(outcome).stream().anyMatch(OpenPoints::isTheVendors);
    }

    private static boolean isTheVendors(Finding finding) {
        return finding.attribution() == Attribution.VENDOR || finding.attribution() == Attribution.THIRD_PARTY;
    }

    private void shorten(List<String> fingerprints) {
        for (int length = SHORTEST_ID; length <= LONGEST_ID; length += 4) {
            Set<String> seen = new HashSet<>();
            int digits = length;
            if (fingerprints.stream().allMatch(each -> seen.add(shortened(each, digits)))) {
                fingerprints.forEach(each -> ids.put(each, shortened(each, digits)));
                return;
            }
        }
    }

    private static String shortened(String fingerprint, int digits) {
        return fingerprint.substring(0, Math.min(digits, fingerprint.length()));
    }
}
