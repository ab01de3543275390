package dev.assay.report;

import dev.assay.page.Pages;
import dev.assay.verdict.Verdict;
import dev.assay.work.ShownText;
import java.time.ZoneId;
import java.util.List;

/// The page that lists submissions with verdict, main reason and report.
public final class ReportsIndex {
    private ReportsIndex() {}

    /// The page, rows in the order given.
    ///
    /// @param title what the list is of, such as `Queue: review`
    /// @param zone  the zone times are shown in
    public static String render(String title, List<IndexRow> rows, ZoneId zone) {
        long accepted = count(rows, Verdict.Accept.class);
        long rework = count(rows, Verdict.Rework.class);
        long review = count(rows, Verdict.Review.class);
        String summary = Wording.count(rows.size(), "submission") + ": " + accepted + " accepted, " + rework
                + " for rework, " + review + " for review";
        long pending = count(rows, Verdict.Pending.class);
        return ShownText.of(Pages.render(
                "dev/assay/report/index.jte",
                new IndexView(
                        title,
                        pending == 0 ? summary : summary + ", " + pending + " without a verdict yet",
                        rows.stream().map(row -> line(row, zone)).toList())));
    }

    private static long count(List<IndexRow> rows, Class<? extends Verdict> verdict) {
        return rows.stream().filter(row -> verdict.isInstance(row.verdict())).count();
    }

    private static IndexView.Line line(IndexRow row, ZoneId zone) {
        return new IndexView.Line(
                row.submission(),
                row.report(),
                ReportHtml.style(row.verdict()),
                Wording.capital(row.verdict().word()),
                row.reason(),
                row.workOrder() + ", " + row.deliverable(),
                row.client(),
                row.vendor(),
                "Round " + row.round() + ", revision " + row.revision(),
                Wording.moment(row.decided(), zone));
    }

    /// The list as its page shows it. Public because templates are compiled into a package of their own.
    public record IndexView(String title, String summary, List<Line> lines) {
        /// One submission.
        public record Line(
                String submission,
                String report,
                String style,
                String verdict,
                String reason,
                String deliverable,
                String client,
                String vendor,
                String round,
                String decided) {}
    }
}
