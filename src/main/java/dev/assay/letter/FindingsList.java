package dev.assay.letter;

import dev.assay.check.Finding;
import dev.assay.check.ItemOutcome;
import dev.assay.extract.TableWorkbook;
import dev.assay.work.ShownName;
import dev.assay.work.Tier;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Every finding of a rework letter as a workbook, a row each, with a status for the vendor to keep.
record FindingsList(
        Wording wording, Quoting quoting, OpenPoints points, List<ItemOutcome> toMend, List<ItemOutcome> advice) {
    private static final int MOST_ROWS = 5000;
    private static final List<String> STATES = List.of("open", "fixed", "disputed", "question");

    byte[] workbook() {
        return TableWorkbook.write(wording.text("list.sheet"), columns(), rows());
    }

    List<TableWorkbook.Column> columns() {
        return List.of(
                column("id", 12),
                new TableWorkbook.Column(wording.text("list.status"), 11, STATES),
                column("kind", 10),
                column("severity", 11),
                column("requirement", 40),
                column("clause", 16),
                column("file", 24),
                column("place", 24),
                column("message", 40),
                column("quote", 40),
                column("remedy", 40),
                column("answer", 30));
    }

    private TableWorkbook.Column column(String key, int width) {
        return new TableWorkbook.Column(wording.text("list." + key), width, List.of());
    }

    List<List<String>> rows() {
        List<List<String>> all = Stream.concat(
                        toMend.stream().flatMap(outcome -> rows(outcome, "list.must")),
                        advice.stream().flatMap(outcome -> rows(outcome, "list.advice")))
                .toList();
        if (all.size() <= MOST_ROWS) {
            return all;
        }
        List<List<String>> cut = new ArrayList<>(all.subList(0, MOST_ROWS));
        cut.add(List.of(wording.text("list.cut", "count", wording.number(all.size() - MOST_ROWS))));
        return cut;
    }

    private Stream<List<String>> rows(ItemOutcome outcome, String kind) {
        return OpenPoints.findings(outcome).stream().map(finding -> row(outcome, finding, kind));
    }

    private List<String> row(ItemOutcome outcome, Finding finding, String kind) {
        LetterView.Quote quote = quoting.quote(finding);
        return List.of(
                points.id(finding),
                STATES.getFirst(),
                wording.text(kind),
                ReworkLetter.severity(wording, outcome.item()),
                outcome.item().requirement(),
                outcome.item().clause(),
                quoting.tier() == Tier.RESTRICTED ? "" : ShownName.of(finding.part()),
                new Quoting(wording, quoting.tier(), false).where(finding),
                quoting.message(outcome.item(), finding),
                quote == null ? "" : quote.before() + quote.marked() + quote.after(),
                quoting.remedy(outcome.item(), finding),
                "");
    }
}
