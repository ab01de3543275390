package dev.assay.report;

import dev.assay.check.Finding;
import dev.assay.check.Outcome;
import dev.assay.check.Suppressed;
import dev.assay.checklist.Item;
import dev.assay.page.Pages;
import dev.assay.report.ReportView.Banner;
import dev.assay.report.ReportView.Headline;
import dev.assay.report.ReportView.KindRow;
import dev.assay.report.ReportView.PartRow;
import dev.assay.report.ReportView.Point;
import dev.assay.report.ReportView.Row;
import dev.assay.report.SubmissionReport.Line;
import dev.assay.report.SubmissionReport.Part;
import dev.assay.verdict.QualityScore;
import dev.assay.verdict.Rule;
import dev.assay.verdict.Ruling;
import dev.assay.verdict.Verdict;
import dev.assay.work.Dismissal;
import dev.assay.work.ShownName;
import dev.assay.work.ShownText;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A submission's report as one page: self-contained, without script, every text escaped.
public final class ReportHtml {
    private static final int TOP = 3;
    private static final int LISTED_GAPS = 20;

    private final SubmissionReport report;
    private final Ruling ruling;
    private final ShownItems items;
    private final FindingsView findings;
    private final Untold untold;

    private ReportHtml(SubmissionReport report) {
        this.report = report;
        this.ruling = report.ruling();
        this.items = ShownItems.of(report);
        this.findings = new FindingsView(report, items.failed());
        this.untold = new Untold(report, items);
    }

    /// The page.
    public static String render(SubmissionReport report) {
        return ShownText.of(Pages.render("dev/assay/report/report.jte", new ReportHtml(report).view()));
    }

    private ReportView view() {
        return new ReportView(
                report.order().title(),
                headline(),
                facts(),
                top(),
                ruling.verdict() instanceof Verdict.Accept ? "Would mend it" : "To do",
                findings.groups(),
                untold.rows(),
                untold.open(),
                dismissed(),
                rows(items.ended(Outcome.Passed.class)),
                rows(items.ended(Outcome.NotApplicable.class)),
                new PriorWorkSection(report).view(),
                declarations(),
                report.parts().stream().map(this::part).toList(),
                score(),
                versions(),
                items.all().stream().map(ReportHtml::kind).toList());
    }

    private Headline headline() {
        return new Headline(
                style(ruling.verdict()),
                Wording.capital(ruling.verdict().word()),
                ruling.reason(),
                ruling.nextStep(),
                "Rule " + ruling.rule().number() + " of " + Rule.values().length + ": "
                        + ruling.rule().sentence(),
                banner());
    }

    private @Nullable Banner banner() {
        if (ruling.verdict() instanceof Verdict.Review review && review.restricted()) {
            return new Banner(
                    "Restricted.",
                    "Do not forward this report or the files. The vendor has not been told, and nothing is sent.");
        }
        return ruling.rule() == Rule.SAMPLED
                ? new Banner(
                        "For reviewers only.",
                        "Do not forward this report. No vendor is told that a deliverable was drawn, or how many are.")
                : null;
    }

    static String style(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Accept ignored -> "accept";
            case Verdict.Rework ignored -> "rework";
            case Verdict.Review review -> review.restricted() ? "restricted" : "review";
            case Verdict.Pending ignored -> "pending";
        };
    }

    private List<Row> facts() {
        var order = report.order();
        var receipt = report.receipt();
        ZoneId zone = receipt.zone();
        List<Row> facts = new ArrayList<>();
        facts.add(row("Client", order.client()));
        facts.add(row("Vendor", order.vendor()));
        facts.add(row("Work order", order.workOrder() + ", " + order.deliverable()));
        facts.add(row("Round", order.round() + ", revision " + order.revision()));
        facts.add(new Row(
                "Received", Wording.moment(receipt.received(), zone), "Counted " + Wording.counted(receipt.counts())));
        if (receipt.due() != null) {
            facts.add(new Row(
                    "Due",
                    Wording.moment(receipt.due(), zone),
                    Wording.capital(Wording.lateness(receipt.received(), receipt.due()))
                            + Wording.paused(receipt.paused())));
        }
        facts.add(row("Submission", report.submission()));
        return facts;
    }

    /// What a reader needs first: what could not be told where that decided, then the findings that count.
    private List<Point> top() {
        Stream<Point> open = ruling.rule() == Rule.INCONCLUSIVE || ruling.rule() == Rule.UNREADABLE
                ? untold.points()
                : Stream.empty();
        return Stream.concat(open, items.decisive().stream().map(this::point))
                .limit(TOP)
                .toList();
    }

    private Point point(Line line) {
        List<Finding> found = FindingsView.findings(line);
        String more = found.size() == 1 ? "" : ", and " + Wording.count(found.size() - 1L, "more place");
        return new Point(findings.anchor(line), found.getFirst().message(), findings.where(found.getFirst()) + more);
    }

    private static String asked(Item item) {
        return item.id() + ", " + Wording.of(item.by());
    }

    private static List<Row> rows(List<Line> lines) {
        return lines.stream()
                .map(line -> new Row(
                        line.outcome().item().requirement(),
                        line.outcome().outcome().reason(),
                        asked(line.outcome().item())))
                .toList();
    }

    private List<Row> declarations() {
        return report.declarations().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> row(entry.getKey(), entry.getValue()))
                .toList();
    }

    /// What people said does not count, for the client's side alone: whom the vendor may know of is not known here.
    private List<Row> dismissed() {
        return report.goesToVendor()
                ? List.of()
                : items.all().stream()
                        .flatMap(line -> line.outcome().suppressed().stream()
                                .map(each -> dismissed(line.outcome().item(), each)))
                        .toList();
    }

    private Row dismissed(Item item, Suppressed suppressed) {
        Dismissal dismissal = suppressed.dismissal();
        String note = dismissal.note().isEmpty() ? "" : ": " + dismissal.note();
        return new Row(
                suppressed.finding().message(),
                findings.where(suppressed.finding()) + " \u00b7 " + item.requirement(),
                Wording.dismissed(dismissal) + note + " \u00b7 " + dismissal.actor() + ", "
                        + Wording.moment(dismissal.at(), report.receipt().zone()));
    }

    private PartRow part(Part part) {
        String about = Stream.of(
                        part.confidence().equals("certain")
                                ? part.role()
                                : part.role() + " (" + part.confidence() + ")",
                        Wording.size(part.size()),
                        part.mediaType(),
                        part.count() == null ? "" : Wording.count(part.count()),
                        part.words() == null ? "" : Wording.count(part.words(), "word"),
                        part.unreadable().isEmpty() ? "" : "not readable: " + part.unreadable())
                .filter(piece -> !piece.isEmpty())
                .collect(Collectors.joining(" \u00b7 "));
        return new PartRow(ShownName.of(part.name()), about, part.sha256(), gaps(part));
    }

    private List<String> gaps(Part part) {
        List<String> gaps = untold.gaps(part);
        if (gaps.size() <= LISTED_GAPS) {
            return gaps;
        }
        String more = Wording.count(gaps.size() - LISTED_GAPS, "more place") + " in report.json";
        return Stream.concat(gaps.stream().limit(LISTED_GAPS), Stream.of(more)).toList();
    }

    private List<Row> score() {
        QualityScore score = ruling.score();
        var counts = ruling.counts();
        var allowed = ruling.allowed();
        String minor = allowed.minor() == null ? "any number" : allowed.minor().toString();
        return List.of(
                row(
                        "Findings that count",
                        counts.critical() + " critical, " + counts.major() + " major, " + counts.minor() + " minor"),
                row("Acceptable", allowed.critical() + " critical, " + allowed.major() + " major, " + minor + " minor"),
                new Row(
                        "Score by machine",
                        score.value() == null ? "none" : String.format(Locale.ROOT, "%.2f of 100", score.value()),
                        String.format(
                                Locale.ROOT,
                                "%s: 100 minus %.1f penalty points over %.2f units",
                                score.formula(),
                                score.penalty(),
                                score.units())));
    }

    private List<Row> versions() {
        var versions = report.versions();
        List<Row> rows = new ArrayList<>();
        rows.add(row(
                "Decided",
                Wording.moment(report.receipt().decided(), report.receipt().zone())));
        rows.add(new Row("Checklist", versions.checklistTitle(), versions.checklistVersion()));
        rows.add(new Row("Work order", report.order().workOrder(), versions.workOrder()));
        rows.add(new Row("Policy", "", versions.policy()));
        rows.add(new Row("Content", "hash over all parts", versions.contentRoot()));
        rows.add(row("Readers", String.join(", ", versions.readers())));
        rows.add(row(
                "Prior-work index",
                versions.indexSequence() == null ? "not asked" : "sequence " + versions.indexSequence()));
        rows.add(row("Assay", versions.assay()));
        return rows;
    }

    private static KindRow kind(Line line) {
        Item item = line.outcome().item();
        String kind = item.check() == null
                ? Wording.of(item.by())
                : item.check() + " " + line.outcome().kindVersion();
        return new KindRow(item.id(), kind, ended(line.outcome().outcome()));
    }

    private static String ended(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Passed ignored -> "passed";
            case Outcome.Failed ignored -> "failed";
            case Outcome.CannotTell ignored -> "cannot tell";
            case Outcome.NotApplicable ignored -> "not applicable";
            case Outcome.NotRun ignored -> "not run";
        };
    }

    private static Row row(String name, String text) {
        return new Row(name, text, "");
    }
}
