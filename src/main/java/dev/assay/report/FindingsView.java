package dev.assay.report;

import dev.assay.check.Finding;
import dev.assay.check.Outcome;
import dev.assay.checklist.Effect;
import dev.assay.checklist.Item;
import dev.assay.document.Place;
import dev.assay.report.ReportView.Failed;
import dev.assay.report.ReportView.Group;
import dev.assay.report.ReportView.Occurrence;
import dev.assay.report.ReportView.Problem;
import dev.assay.report.ReportView.Quote;
import dev.assay.report.SubmissionReport.Line;
import dev.assay.verdict.Verdict;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Brings failed items and their findings into the form the page shows: under headings, one card an item, one
/// paragraph a message, its places below.
final class FindingsView {
    private static final int SHOWN_IN_FULL = 3;
    private static final int SHOWN_AS_LIST = 100;

    private final @Nullable String language;
    private final boolean severalParts;
    private final boolean accepted;
    private final Map<Line, String> anchors = new LinkedHashMap<>();

    FindingsView(SubmissionReport report, List<Line> failed) {
        String given = report.order().language();
        this.language = given.matches("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*") ? given : null;
        this.severalParts = report.parts().size() > 1;
        this.accepted = report.ruling().verdict() instanceof Verdict.Accept;
        for (Line line : failed) {
            anchors.put(line, "finding-" + (anchors.size() + 1));
        }
    }

    String anchor(Line line) {
        return anchors.getOrDefault(line, "findings");
    }

    List<Group> groups() {
        Map<Section, List<Failed>> groups = new EnumMap<>(Section.class);
        for (Line line : anchors.keySet()) {
            groups.computeIfAbsent(Section.of(line), section -> new ArrayList<>())
                    .add(failed(line));
        }
        return groups.entrySet().stream()
                .map(group -> new Group(group.getKey().title(), group.getValue()))
                .toList();
    }

    static List<Finding> findings(Line line) {
        return line.outcome().outcome() instanceof Outcome.Failed failed ? failed.findings() : List.of();
    }

    private Failed failed(Line line) {
        Item item = line.outcome().item();
        List<Finding> findings = findings(line);
        return new Failed(
                anchor(line),
                item.severity().name().toLowerCase(Locale.ROOT),
                List.of(
                        Wording.of(item.severity()),
                        accepted && item.effect() == Effect.REWORK ? "Accepted as it is" : Wording.of(item.effect()),
                        Wording.of(item.mode(), item.blocking())),
                item.requirement(),
                item.clause(),
                item.id(),
                Wording.count(findings.size(), "finding"),
                problems(item, findings));
    }

    private List<Problem> problems(Item item, List<Finding> findings) {
        Map<String, List<Finding>> byMessage = new LinkedHashMap<>();
        for (Finding finding : findings) {
            byMessage
                    .computeIfAbsent(finding.message() + '\0' + finding.remedy(), key -> new ArrayList<>())
                    .add(finding);
        }
        return byMessage.values().stream().map(group -> problem(item, group)).toList();
    }

    private Problem problem(Item item, List<Finding> group) {
        Finding first = group.getFirst();
        int listed = Math.min(group.size(), SHOWN_IN_FULL + SHOWN_AS_LIST);
        int full = Math.min(group.size(), SHOWN_IN_FULL);
        return new Problem(
                first.message(),
                item.remedy().isEmpty() ? first.remedy() : item.remedy(),
                group.subList(0, full).stream().map(this::occurrence).toList(),
                group.subList(full, listed).stream().map(this::occurrence).toList(),
                group.size() > listed ? Wording.count(group.size() - listed, "more place") + " in report.json." : "");
    }

    private Occurrence occurrence(Finding finding) {
        Finding.Quote quote = finding.quote();
        return new Occurrence(
                where(finding),
                quote == null ? null : new Quote(quote.before(), quote.marked(), quote.after()),
                language);
    }

    /// The place, with the part's name where there is more than one.
    String where(Finding finding) {
        String place = Wording.capital(finding.place().describe());
        String part = finding.part();
        if (part.isEmpty()) {
            return finding.place() instanceof Place.Whole ? "The submission as a whole" : place;
        }
        return severalParts ? part + ": " + finding.place().describe() : place;
    }
}
