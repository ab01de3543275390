package dev.assay.check.figures;

import dev.assay.check.Check;
import dev.assay.check.Inspection;
import dev.assay.check.Kind;
import dev.assay.check.Outcome;
import dev.assay.check.Parameters;
import dev.assay.check.Passages;
import dev.assay.check.numbers.DisplayedNumber;
import dev.assay.checklist.Parameter;
import dev.assay.document.Block;
import dev.assay.document.Document;
import dev.assay.document.Layer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Flags values that cannot be, such as a share of 120 %, an age of 230, 31 June, or a mean below the minimum.
///
/// ## Why
///
/// An impossible value is never a matter of opinion: a digit was typed twice, a column was shifted, a formula
/// points elsewhere. It tells that nobody looked.
///
/// ## Example
///
/// | Found | Flagged because |
/// |---|---|
/// | 120 % of respondents agree; 104 % in a column "Share" | a share of a whole lies between 0 and 100 % |
/// | n = -12; -12 in a column "Respondents" | a count is not below 0 |
/// | mean age of 230; 230 in a column "Age" | an age lies between 0 and 120 years |
/// | a correlation of 1.32; R² = 1.20; Cronbach's alpha of 1.1 | beyond 1 |
/// | a probability of 1.4 | a probability lies between 0 and 1 |
/// | SD = -0.4 | a measure of spread is not below 0 |
/// | 31 June 2026, 30 February, 31.04.2026, 14–2 March 2026 | no such day, or it ends before it starts |
/// | Min 3, Mean 2.1, Max 9 in one row or column; 95% CI [1.5, 0.9] | not in order |
///
/// In tables the header of the column, or else the label of the row, says what a figure is. Columns and rows of
/// changes, differences, growth, indices and targets are left out.
///
/// With `whole-number-means: true`, means are flagged that no whole numbers can have: M = 3.48 of n = 21 is one,
/// for 73 / 21 is 3.476 and rounds to 3.48, but 3.45 of n = 21 is not possible.
///
/// ## What it does not do
///
/// A column of which more than half would be flagged is passed over: it is something else than its header seems
/// to say. It does not flag what is merely unlikely. In tables where a figure of such a column cannot be read, the
/// item ends as *cannot tell*.
public final class ImpossibleValue implements Check {
    private static final List<String> RULES = List.of("figures", "order", "dates");
    private static final Kind KIND = new Kind(
            "impossible-value",
            1,
            "0.1",
            Kind.Family.NUMBERS,
            "Shares, counts, ages, correlations, probabilities and dates are possible ones.",
            List.of(
                    Parameter.choices(
                            "rules",
                            RULES,
                            RULES,
                            "What to look at: `figures` (shares, counts, ages, correlations, probabilities, spread),"
                                    + " `order` (minimum, mean, maximum, bounds), `dates`."),
                    Parameter.of(
                            "whole-number-means",
                            Parameter.Type.FLAG,
                            false,
                            "Whether means with their number of cases are means of whole numbers, as of ratings."),
                    Parameter.of(
                            "items",
                            Parameter.Type.COUNT,
                            1,
                            "How many whole numbers each case gives to such a mean, at least 1.")),
            List.of(),
            List.of());

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public Outcome inspect(Inspection inspection, Parameters parameters) {
        Collected collected = new Collected(KIND);
        List<String> rules = parameters.texts("rules");
        boolean means = parameters.flag("whole-number-means");
        int items = Math.max(1, parameters.count("items").orElse(1));
        for (Inspection.ReadPart part : inspection.readable()) {
            Document document = part.document();
            Passages.shown(document).forEach(passage -> {
                String text = document.text(passage);
                if (text.chars().anyMatch(Character::isDigit)) {
                    collected.looked();
                    if (rules.contains("figures")) {
                        ImpossibleText.find(text, passage.start(), collected::fault);
                    }
                    if (rules.contains("dates")) {
                        ImpossibleText.dates(text, passage.start(), collected::fault);
                    }
                    if (means) {
                        WholeNumberMeans.inText(text, passage.start(), items, collected::fault);
                    }
                }
            });
            document.tables().filter(table -> table.layer() == Layer.BODY).forEach(table -> {
                for (Cells cells : Cells.of(document, table)) {
                    if (rules.contains("figures")) {
                        figures(cells, table, collected);
                    }
                    if (rules.contains("order")) {
                        Orders.check(cells, collected::fault);
                    }
                    if (means) {
                        WholeNumberMeans.inTable(cells, items, collected::fault);
                    }
                }
            });
            collected.tell(part);
        }
        return collected.outcome(
                "A figure cannot be judged",
                "No figures are shown.",
                "impossible value|impossible values",
                "No value is impossible.");
    }

    private static void figures(Cells cells, Block.Table table, Collected collected) {
        if (Nature.isOfChange(table.name())) {
            return;
        }
        for (int column = 0; column < cells.columns(); column++) {
            String header = cells.header(column);
            Optional<Nature> nature = Nature.of(cells.lowestHeader(column)).or(() -> Nature.of(header));
            if (nature.isPresent() && !Nature.isOfChange(header)) {
                int across = column;
                List<At> line = new ArrayList<>();
                for (int row = cells.firstRow(); row < cells.rows(); row++) {
                    if (!Nature.isOfChange(cells.label(row))
                            && Nature.of(cells.label(row)).isEmpty()) {
                        line.add(new At(row, across));
                    }
                }
                line(cells, table, nature.get(), header.contains("%"), line, collected);
            }
        }
        for (int row = cells.firstRow(); row < cells.rows(); row++) {
            Optional<Nature> nature = Nature.of(cells.label(row));
            if (nature.isPresent()) {
                List<At> line = new ArrayList<>();
                for (int column = 1; column < cells.columns(); column++) {
                    if (!Nature.isOfChange(cells.header(column))) {
                        line.add(new At(row, column));
                    }
                }
                line(cells, table, nature.get(), cells.label(row).contains("%"), line, collected);
            }
        }
    }

    private record At(int row, int column) {}

    /// The figures of one column or row; where most would be impossible, they are something else.
    private static void line(
            Cells cells, Block.Table table, Nature nature, boolean percent, List<At> line, Collected collected) {
        List<Fault> broken = new ArrayList<>();
        int figures = 0;
        for (At at : line) {
            String text = cells.text(at.row(), at.column());
            Optional<DisplayedNumber> number = cells.number(at.row(), at.column());
            figures += number.isPresent() ? 1 : 0;
            if (number.isPresent() && nature.isBrokenBy(number.get(), percent, text)) {
                broken.add(new Fault(
                        cells.span(at.row(), at.column()),
                        "'" + text + "'" + cells.where(at.row(), at.column()) + " is impossible: " + nature.rule()
                                + ".",
                        "Correct the figure, or what it is said to be."));
            } else if (number.isEmpty() && DisplayedNumber.isCandidate(text)) {
                collected.doubt(table.place().describe() + ": '" + text + "'" + cells.where(at.row(), at.column())
                        + " cannot be read");
            }
        }
        if (broken.size() * 2 <= figures || figures == 1) {
            broken.forEach(collected::fault);
        }
    }
}
