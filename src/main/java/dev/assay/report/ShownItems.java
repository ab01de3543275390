package dev.assay.report;

import dev.assay.check.Outcome;
import dev.assay.checklist.Effect;
import dev.assay.checklist.Item;
import dev.assay.checklist.Mode;
import dev.assay.report.SubmissionReport.Line;
import dev.assay.verdict.Remark;
import dev.assay.verdict.Verdict;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Which items a report shows, and in which order.
///
/// What is in trial is for the client's manager alone. What contains is left out where the verdict is rework,
/// because that report goes to the vendor.
final class ShownItems {
    private static final Comparator<Line> IMPORTANCE = Comparator.comparing(Section::of)
            .thenComparing(line -> line.outcome().item().mode())
            .thenComparing(line -> line.outcome().item().severity(), Comparator.reverseOrder())
            .thenComparing(line -> !line.outcome().item().blocking());

    private static final Comparator<Line> DECISIVE = Comparator.comparing(
                    (Line line) -> line.outcome().item().effect() != Effect.CONTAIN)
            .thenComparing(line -> !line.outcome().item().blocking())
            .thenComparing(line -> line.outcome().item().severity(), Comparator.reverseOrder());

    private final List<Line> lines;

    private ShownItems(List<Line> lines) {
        this.lines = lines;
    }

    static ShownItems of(SubmissionReport report) {
        boolean goesToVendor = report.ruling().verdict() instanceof Verdict.Rework;
        return new ShownItems(report.items().stream()
                .filter(line -> isShown(line.outcome().item(), goesToVendor))
                .toList());
    }

    private static boolean isShown(Item item, boolean goesToVendor) {
        return item.mode() != Mode.TRIAL && !(goesToVendor && item.effect() == Effect.CONTAIN);
    }

    /// All of them, in the checklist's order.
    List<Line> all() {
        return lines;
    }

    /// Those that ended so, in the checklist's order.
    List<Line> ended(Class<? extends Outcome> outcome) {
        return lines.stream()
                .filter(line -> outcome.isInstance(line.outcome().outcome()))
                .toList();
    }

    /// The failed items, in order of importance.
    List<Line> failed() {
        return ended(Outcome.Failed.class).stream().sorted(IMPORTANCE).toList();
    }

    /// The failed items that count, those that decide first.
    List<Line> decisive() {
        return failed().stream()
                .filter(line -> line.outcome().item().mode() == Mode.ENFORCE)
                .sorted(DECISIVE)
                .toList();
    }

    /// The remarks that are about shown items or about none.
    List<Remark> about(List<Remark> remarks) {
        Set<String> shown =
                lines.stream().map(line -> line.outcome().item().id()).collect(Collectors.toSet());
        return remarks.stream()
                .filter(remark -> remark.item().isEmpty() || shown.contains(remark.item()))
                .toList();
    }
}
