package dev.assay.report;

import dev.assay.work.CellText;
import dev.assay.work.ShownName;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A queue's index for scripts: tab-separated, one header line, one line a submission, UTF-8, each line ended
/// by a line feed. Derived from the ledger and rewritten as a whole.
///
/// A field never holds a tab or a line end. A field that a spreadsheet could take for a formula (its first
/// visible character is one of `= + - @`, or it starts with a tab or line end) is prefixed with an apostrophe
/// and quoted.
public final class QueueIndex {
    private static final String HEADER = "submission\tverdict\trule\tdecided\tclient\tvendor\twork_order\tdeliverable"
            + "\tround\trevision\treport\treason\n";

    private QueueIndex() {}

    /// The index, rows in the order given.
    public static String tsv(List<IndexRow> rows) {
        return rows.stream().map(QueueIndex::line).collect(Collectors.joining("", HEADER, ""));
    }

    private static String line(IndexRow row) {
        return Stream.of(
                        row.submission(),
                        row.verdict().word(),
                        Integer.toString(row.rule()),
                        row.decided().toString(),
                        row.client(),
                        row.vendor(),
                        row.workOrder(),
                        row.deliverable(),
                        Integer.toString(row.round()),
                        Integer.toString(row.revision()),
                        row.report(),
                        row.reason())
                .map(QueueIndex::field)
                .collect(Collectors.joining("\t", "", "\n"));
    }

    static String field(String text) {
        String shown = ShownName.of(text);
        if (CellText.isFormula(text)) {
            return "\"'" + shown.replace("\"", "\"\"") + "\"";
        }
        return shown.indexOf('"') < 0 ? shown : "\"" + shown.replace("\"", "\"\"") + "\"";
    }
}
