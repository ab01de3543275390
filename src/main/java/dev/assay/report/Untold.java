package dev.assay.report;

import dev.assay.checklist.Item;
import dev.assay.report.ReportView.Point;
import dev.assay.report.ReportView.Row;
import dev.assay.report.SubmissionReport.Part;
import dev.assay.verdict.Remark;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What could not be told, each reason once: items that share one stand together, and a gap in a file that an
/// item names is not told again.
final class Untold {
    private final SubmissionReport report;
    private final ShownItems shown;
    private final Map<String, Item> byId;
    private final Map<String, List<Item>> byReason = new LinkedHashMap<>();

    Untold(SubmissionReport report, ShownItems shown) {
        this.report = report;
        this.shown = shown;
        this.byId = shown.all().stream()
                .map(line -> line.outcome().item())
                .collect(Collectors.toMap(Item::id, Function.identity(), (first, second) -> first));
        for (Remark remark : shown.about(report.ruling().untold())) {
            if (!isGap(remark)) {
                List<Item> items = byReason.computeIfAbsent(remark.text(), reason -> new ArrayList<>());
                Stream.ofNullable(byId.get(remark.item())).forEach(items::add);
            }
        }
    }

    private boolean isGap(Remark remark) {
        return remark.item().isEmpty()
                && report.parts().stream()
                        .flatMap(part -> part.gaps().stream())
                        .anyMatch(gap -> remark.text().contains(gap));
    }

    /// One row for each reason.
    List<Row> rows() {
        return byReason.entrySet().stream()
                .map(each -> row(each.getKey(), each.getValue()))
                .toList();
    }

    private static Row row(String reason, List<Item> items) {
        if (items.isEmpty()) {
            return new Row("", reason, "");
        }
        String requirements = items.stream().map(Item::requirement).distinct().collect(Collectors.joining(" "));
        String ids = items.stream().map(Item::id).collect(Collectors.joining(", "));
        return new Row(
                requirements, reason, ids + ", " + Wording.of(items.getFirst().by()));
    }

    /// What a person or the vendor still has to answer.
    List<Row> open() {
        return shown.about(report.ruling().open()).stream()
                .map(remark -> byId.get(remark.item()))
                .map(item -> new Row(item.requirement(), item.guidance(), item.id() + ", " + Wording.of(item.by())))
                .toList();
    }

    /// All of it in few words, each leading to where it is told.
    Stream<Point> points() {
        Stream<Point> untold = byReason.entrySet().stream()
                .map(each ->
                        each.getValue().isEmpty() ? new Point("untold", each.getKey(), "") : point(each.getValue()));
        Stream<Point> open = shown.about(report.ruling().open()).stream()
                .map(remark -> byId.get(remark.item()))
                .map(item -> new Point("open", item.requirement(), Wording.capital(Wording.of(item.by()))));
        Stream<Point> gaps = report.parts().stream()
                .filter(part -> !gaps(part).isEmpty())
                .map(part -> new Point("files", part.name(), "Not wholly read"));
        return Stream.of(untold, open, gaps).flatMap(Function.identity());
    }

    private static Point point(List<Item> items) {
        String more = items.size() == 1 ? "" : ", nor could " + Wording.count(items.size() - 1L, "more item");
        return new Point("untold", items.getFirst().requirement(), "Could not be told" + more);
    }

    /// The gaps of a part that no reason names.
    List<String> gaps(Part part) {
        boolean allNamed = part.gaps().stream()
                .allMatch(gap ->
                        byReason.keySet().stream().anyMatch(reason -> reason.contains(part.name() + ", " + gap)));
        return allNamed ? List.of() : part.gaps();
    }
}
