package dev.assay.check.numbers;

import dev.assay.check.Check;
import dev.assay.check.Findings;
import dev.assay.check.Inspection;
import dev.assay.check.Kind;
import dev.assay.check.Outcome;
import dev.assay.check.Parameters;
import dev.assay.checklist.Parameter;
import dev.assay.checklist.Trait;
import dev.assay.document.Block;
import dev.assay.document.Document;
import dev.assay.document.Layer;
import dev.assay.document.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Flags totals in tables that differ from the sum of their parts by more than rounding can explain.
///
/// ## Why
///
/// A total that does not add up is the error a reader finds first and trusts the rest by. It comes from a row
/// that was added late, a figure that was corrected in one place, a digit that was swapped.
///
/// ## Example
///
/// | Age | Respondents | Share |
/// |---|---|---|
/// | 18–34 | 412 | 41 % |
/// | 35–54 | 333 | 33 % |
/// | 55+ | 258 | 26 % |
/// | Total | 1,010 | 100 % |
///
/// is flagged in the cell `1,010`: the three rows above add up to 1,003, and displayed rounding explains a
/// difference of two at most. The shares are in order. Taken into account are sub-totals, grand totals over
/// sub-totals, "of which" rows, rows that are subtracted ("less …"), base and mean rows, blocks with a heading
/// row, groups whose first row already is their sum, and a total column to the right of its parts. Total rows
/// are recognised in English, German, French, Spanish, Italian, Dutch and Russian.
///
/// ## What it does not do
///
/// Where a total is not a sum, as an average, a share of all or a count of distinct persons, it is silent:
/// columns that say so are left out, and so is a total that lies between its smallest and its largest part. A
/// total row with more words than "Total" ("Total assets") is flagged only where its other columns add up. A
/// difference within the rounding of the displayed digits is never flagged: with ten parts shown as whole
/// numbers, that is up to five. Where a row is surely a total and a figure in it cannot be read, or where the
/// parts are far from it, the item ends as *cannot tell*.
public final class TableTotal implements Check {
    private static final Kind KIND = new Kind(
                    "table-total",
                    1,
                    "0.1",
                    Kind.Family.NUMBERS,
                    "Totals in tables are the sum of their parts, within displayed rounding.",
                    List.of(
                            Parameter.optional(
                                            "also",
                                            Parameter.Type.TEXTS,
                                            "Further labels of total rows and columns, such as `All respondents`.")
                                    .sharper(Parameter.Sharper.MORE),
                            Parameter.optional(
                                            "except",
                                            Parameter.Type.TEXTS,
                                            "Headers of columns, labels of rows or names of tables that are not sums."
                                                    + " Case does not count.")
                                    .sharper(Parameter.Sharper.LESS)),
                    List.of(),
                    List.of())
            .with(Trait.READS_PASSAGES, Trait.COUNTS_UNITS);

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public Outcome inspect(Inspection inspection, Parameters parameters) {
        Findings findings = new Findings(KIND);
        List<String> doubts = new ArrayList<>();
        TotalLabels labels = TotalLabels.of(parameters.texts("also"), parameters.texts("except"));
        int agreeing = 0;
        for (Inspection.ReadPart part : inspection.readable()) {
            for (Block.Table table : part.document().tables().toList()) {
                if (table.layer() == Layer.BODY && mayHoldTotal(part.document(), table, labels)) {
                    Reading reading = best(part, table, labels, inspection.language());
                    reading.tell(part, findings);
                    reading.doubts.forEach(doubt -> doubts.add(table.place().describe() + ": " + doubt));
                    agreeing += reading.agreeing;
                }
            }
        }
        return outcome(findings, doubts, agreeing);
    }

    private static boolean mayHoldTotal(Document document, Block.Table table, TotalLabels labels) {
        return !labels.isExcepted(table.name())
                && table.rows().stream()
                        .flatMap(row -> row.cells().stream())
                        .anyMatch(cell -> labels.mayBeTotal(document.text(cell.span())));
    }

    private static Outcome outcome(Findings findings, List<String> doubts, int agreeing) {
        String unclear = String.join("; ", doubts.subList(0, Math.min(3, doubts.size())))
                + (doubts.size() > 3 ? "; and " + (doubts.size() - 3) + " more." : ".");
        if (findings.isEmpty() && !doubts.isEmpty()) {
            return new Outcome.CannotTell("A total cannot be checked: " + unclear, Outcome.Cause.CONTENT);
        }
        if (findings.isEmpty() && agreeing == 0) {
            return new Outcome.NotApplicable("No table shows a total with its parts.");
        }
        String agree =
                agreeing == 1 ? "The one total agrees" : String.format(Locale.ROOT, "All %,d totals agree", agreeing);
        Outcome outcome = findings.outcome(
                agreeing + findings.count(),
                "total differs from the sum of its parts|totals differ from the sum of their parts",
                agree + " with the sum of the parts.");
        return outcome instanceof Outcome.Failed failed && !doubts.isEmpty()
                ? new Outcome.Failed(failed.reason() + " Not told: " + unclear, failed.findings())
                : outcome;
    }

    /// The reading of a table by the decimal mark under which most of it adds up.
    private static Reading best(Inspection.ReadPart part, Block.Table table, TotalLabels labels, String language) {
        return TableGrid.of(part.document(), table, language).stream()
                .map(grid -> new Reading(grid, labels))
                .min(Comparator.comparingInt(reading -> reading.faults.size() + reading.doubts.size()))
                .orElseThrow();
    }

    /// A total that is wrong.
    private record Fault(int row, int column, String message) {}

    /// All totals of one table, judged.
    private static final class Reading {
        private static final int MOST_FAILING_ALONE = 2;

        private final TableGrid grid;
        private final TotalLabels labels;
        private final TotalSums sums;
        private final List<Fault> faults = new ArrayList<>();
        private final List<String> doubts = new ArrayList<>();
        private int agreeing;

        Reading(TableGrid grid, TotalLabels labels) {
            this.grid = grid;
            this.labels = labels;
            this.sums = new TotalSums(grid, labels);
            sums.totalRows().forEach(this::judgeRow);
            sums.totalColumns().forEach(this::judgeColumn);
            if (sums.isExhausted()) {
                doubts.add("it has too many totals to check them all");
            }
        }

        void tell(Inspection.ReadPart part, Findings findings) {
            Set<List<Integer>> told = new HashSet<>();
            faults.stream()
                    .sorted(Comparator.comparingInt(Fault::row).thenComparingInt(Fault::column))
                    .filter(fault -> told.add(List.of(fault.row(), fault.column())))
                    .forEach(fault -> findings.at(
                            part,
                            grid.span(fault.row(), fault.column()),
                            fault.message(),
                            "Correct the total, or the part that is wrong, and whatever quotes it."));
        }

        /// A row is a sum beyond doubt when some of its columns add up; then the others should as well. Without
        /// such a column, only a plain "Total" that is near its parts is held to be wrong.
        private void judgeRow(int row) {
            List<TotalSums.Sum> agree = new ArrayList<>();
            List<TotalSums.Sum> differ = new ArrayList<>();
            String label = grid.text(row, grid.labelColumn(row).orElse(0));
            boolean plain = labels.isPlain(label);
            for (int column : sums.columns(row)) {
                switch (sums.above(row, column)) {
                    case TotalSums.Agrees agrees -> agree.add(agrees.sum());
                    case TotalSums.Differs differs -> differ.add(differs.sum());
                    case TotalSums.Unreadable unreadable
                    when plain ->
                        doubts.add("in '" + label + "', '" + unreadable.text() + "' cannot be read as a figure");
                    case TotalSums.Unreadable ignored -> {}
                    case TotalSums.NoSum ignored -> {}
                }
            }
            agreeing += agree.size();
            boolean corroborated = !agree.isEmpty() && differ.size() <= agree.size();
            boolean near = differ.size() <= MOST_FAILING_ALONE
                    && agree.isEmpty()
                    && differ.stream().allMatch(TotalSums.Sum::isNear);
            if (corroborated || (plain && near)) {
                differ.forEach(sum -> faults.add(new Fault(row, sum.across(), rowMessage(label, sum))));
            } else if (plain && !differ.isEmpty()) {
                TotalSums.Sum first = differ.getFirst();
                doubts.add("'" + label + "' shows " + first.shown() + ", the parts above add up to " + first.found()
                        + "; it may not be their sum");
            }
        }

        /// A column is a sum beyond doubt when at least two rows add up, and twice as many as do not.
        private void judgeColumn(int column) {
            List<Fault> differ = new ArrayList<>();
            int agree = 0;
            for (int row : sums.rowsWithTotal(column)) {
                switch (sums.left(row, column)) {
                    case TotalSums.Agrees ignored -> agree++;
                    case TotalSums.Differs differs ->
                        differ.add(new Fault(row, column, columnMessage(row, column, differs.sum())));
                    case TotalSums.Unreadable ignored -> {}
                    case TotalSums.NoSum ignored -> {}
                }
            }
            if (agree >= 2 && differ.size() * 2 <= agree) {
                agreeing += agree;
                faults.addAll(differ);
            }
        }

        private String rowMessage(String label, TotalSums.Sum sum) {
            String header = grid.header(sum.across(), sums.headerRows());
            String where = header.isEmpty() ? "" : " in column '" + header + "'";
            return "'" + label + "'" + where + " shows " + sum.shown() + ", but the "
                    + sum.lines().size()
                    + " rows above (" + range(sum.lines(), sum.across()) + ") add up to " + sum.found() + ": "
                    + sum.difference() + ".";
        }

        private String columnMessage(int row, int column, TotalSums.Sum sum) {
            String label = grid.text(row, grid.labelColumn(row).orElse(0));
            return "'" + grid.header(column, sums.headerRows()) + "'"
                    + (label.isEmpty() ? "" : " in row '" + label + "'") + " shows " + sum.shown() + ", but the "
                    + sum.lines().size() + " figures to its left add up to " + sum.found() + ": " + sum.difference()
                    + ".";
        }

        private String range(List<Integer> rows, int column) {
            return name(rows.getFirst(), column) + " to " + name(rows.getLast(), column);
        }

        private String name(int row, int column) {
            Optional<Place> place = grid.cell(row, column).map(Block.Cell::place);
            if (place.isPresent() && place.get() instanceof Place.Cell cell) {
                return cell.cell();
            }
            String label = grid.text(row, grid.labelColumn(row).orElse(0));
            return label.isEmpty() ? "row " + (row + 1) : "'" + label + "'";
        }
    }
}
