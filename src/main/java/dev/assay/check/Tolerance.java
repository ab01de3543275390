package dev.assay.check;

import dev.assay.checklist.Reach;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How much of what a kind found an item overlooks, and how much of it is listed.
final class Tolerance {
    private Tolerance() {}

    static Outcome of(Outcome outcome, Reach reach) {
        return outcome instanceof Outcome.Failed failed ? of(failed, reach) : outcome;
    }

    private static Outcome of(Outcome.Failed failed, Reach reach) {
        Outcome.Tally tally = failed.tally();
        if (tally != null && suffices(tally, reach.mostly())) {
            return new Outcome.Passed(String.format(
                    Locale.ROOT,
                    "%,d of %,d are right, which is at least the share of %s that is asked for.",
                    tally.checked() - tally.wrong(),
                    tally.checked(),
                    reach.mostly()));
        }
        return reach.mostFindings() == null ? failed : listed(failed, reach.mostFindings());
    }

    private static boolean suffices(Outcome.Tally tally, @Nullable BigDecimal share) {
        return share != null
                && BigDecimal.valueOf((long) tally.checked() - tally.wrong())
                                .compareTo(share.multiply(BigDecimal.valueOf(tally.checked())))
                        >= 0;
    }

    /// The first of each file.
    private static Outcome listed(Outcome.Failed failed, int most) {
        Map<String, Integer> files = new HashMap<>();
        List<Finding> kept = failed.findings().stream()
                .filter(finding -> files.merge(finding.part(), 1, Integer::sum) <= most)
                .toList();
        int left = failed.findings().size() - kept.size();
        return left == 0
                ? failed
                : new Outcome.Failed(
                        String.format(
                                Locale.ROOT,
                                "%s %,d more are not listed: the item lists %d of a file.",
                                failed.reason(),
                                left,
                                most),
                        kept,
                        failed.tally());
    }
}
