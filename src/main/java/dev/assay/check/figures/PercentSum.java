package dev.assay.check.figures;

import dev.assay.check.Check;
import dev.assay.check.Inspection;
import dev.assay.check.Kind;
import dev.assay.check.Outcome;
import dev.assay.check.Parameters;
import dev.assay.check.Passages;
import dev.assay.check.numbers.DisplayedNumber;
import dev.assay.check.numbers.Interval;
import dev.assay.check.numbers.TotalLabels;
import dev.assay.checklist.Parameter;
import dev.assay.document.Block;
import dev.assay.document.Document;
import dev.assay.document.Span;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Flags percentages that together should make 100 and do not.
///
/// ## Why
///
/// Where everybody gives one answer, the answers make 100 per cent but for rounding. A column that makes 93 or 108 has
/// lost an answer, counts one twice, or holds a figure of another column.
///
/// ## Example
///
/// In a table of one answer each, "Yes 62 %, No 33 %, Don't know 11 %" is flagged: 106 cannot be rounding, which at
/// most adds half a point for each row.
///
/// A column or row is held to 100 where the table says so: by a total of 100, or by "single response", "one answer" or
/// "Einfachnennung" in its name, its header or the line beside it; or where its neighbours say so: of at least three
/// columns of percentages most, and at least two, make 100. `tables` names further tables of one answer each. Where the
/// table says "multiple response", "several answers" or "Mehrfachnennung", nothing is flagged.
///
/// Without `within`, rounding alone is excused. `within: 1` is the stricter habit of many clients: 100 ± 1, whatever
/// the
/// number of rows.
///
/// ## What it does not do
///
/// A table of two columns that says nothing is left alone: its shares may be of several answers. Rows of bases, means,
/// indices and nets, such as "Top two boxes", are no answers and are left out. Shares in running text are not added up.
public final class PercentSum implements Check {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int FEWEST = 2;
    private static final int NEIGHBOURS = 3;
    private static final Pattern SINGLE = Pattern.compile(
            "(?iu)single[- ](?:response|answer|coded?|choice|punch)|one answer|only one|Einfachnennung(?:en)?"
                    + "|Einfachantwort(?:en)?|nur eine (?:Antwort|Nennung)|column (?:per ?cent|%)"
                    + "|adds? (?:up )?to 100");
    private static final Pattern MULTIPLE = Pattern.compile(
            "(?iu)multiple[- ](?:response|answer|coded?|choice|punch)|(?:several|more than one|multiple)"
                    + " (?:answers?|responses?|mentions?)|Mehrfachnennung(?:en)?|Mehrfachantwort(?:en)?"
                    + "|not add (?:up )?to 100|exceed 100|more than 100 ?%|row (?:per ?cent|%)");

    private static final Kind KIND = new Kind(
            "percent-sum",
            1,
            "0.1",
            Kind.Family.NUMBERS,
            "Percentages of one answer each make 100.",
            List.of(
                    Parameter.optional(
                                    "within",
                                    Parameter.Type.NUMBER,
                                    "How many points a sum may differ from 100; where it is not set, as many as"
                                            + " rounding can explain.")
                            .sharper(Parameter.Sharper.LESS),
                    Parameter.optional(
                                    "tables",
                                    Parameter.Type.TEXTS,
                                    "Words of the names of further tables, or sheets, of one answer each.")
                            .sharper(Parameter.Sharper.MORE),
                    Parameter.optional(
                                    "except",
                                    Parameter.Type.TEXTS,
                                    "Headers of columns or labels of rows that are no answers.")
                            .sharper(Parameter.Sharper.LESS)),
            List.of(),
            List.of());

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public Outcome inspect(Inspection inspection, Parameters parameters) {
        Collected collected = new Collected(KIND);
        Rules rules = new Rules(
                parameters.number("within"),
                parameters.texts("tables"),
                TotalLabels.of(List.of(), parameters.texts("except")),
                collected);
        for (Inspection.ReadPart part : inspection.readable()) {
            Document document = part.document();
            List<Block> blocks = document.blocks();
            for (int i = 0; i < blocks.size(); i++) {
                if (blocks.get(i) instanceof Block.Table table && Passages.isShown(table.layer())) {
                    String beside = line(document, blocks, i - 1) + "\n" + line(document, blocks, i + 1);
                    Cells.of(document, table).forEach(cells -> rules.table(cells, beside));
                }
            }
            collected.tell(part);
        }
        return collected.outcome(
                "Percentages cannot be added up",
                "No table has percentages of one answer each.",
                "sum of percentages is not 100|sums of percentages are not 100",
                String.format(Locale.ROOT, "All %,d sums of percentages make 100.", collected.count()));
    }

    private static String line(Document document, List<Block> blocks, int at) {
        return at < 0
                        || at >= blocks.size()
                        || blocks.get(at) instanceof Block.Table
                        || blocks.get(at).span().length() > 600
                ? ""
                : document.text(blocks.get(at));
    }

    /// Percentages that may belong together.
    ///
    /// @param name    of the column or row
    /// @param parts   what is added up
    /// @param spans   where they stand
    /// @param total   the total that is shown
    /// @param unclear what is no figure among them
    private record Line(
            String name,
            List<DisplayedNumber> parts,
            List<Span> spans,
            Optional<DisplayedNumber> total,
            List<String> unclear) {
        Interval sum() {
            return parts.stream().map(DisplayedNumber::interval).reduce(Interval.ZERO, Interval::plus);
        }

        BigDecimal shown() {
            return parts.stream().map(DisplayedNumber::value).reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        boolean canBeHundred() {
            return sum().meets(new Interval(HUNDRED, HUNDRED));
        }

        boolean saysHundred() {
            return total.filter(each -> each.value().compareTo(HUNDRED) == 0).isPresent();
        }
    }

    /// One run.
    private record Rules(Optional<BigDecimal> within, List<String> tables, TotalLabels labels, Collected collected) {
        void table(Cells cells, String beside) {
            String words = cells.name() + "\n" + beside + "\n" + cells.text(0, 0);
            if (MULTIPLE.matcher(words).find()) {
                return;
            }
            boolean single =
                    SINGLE.matcher(words).find() || tables.stream().anyMatch(name -> holds(cells.name(), name));
            List<Line> columns = new ArrayList<>();
            for (int column = 1; column < cells.columns(); column++) {
                column(cells, column, words).ifPresent(columns::add);
            }
            List<Line> rows = new ArrayList<>();
            for (int row = cells.firstRow(); row < cells.rows(); row++) {
                row(cells, row, words).ifPresent(rows::add);
            }
            // A table is read by columns unless more of its rows make 100.
            lines(hundreds(rows) > hundreds(columns) ? rows : columns, single);
        }

        private static long hundreds(List<Line> lines) {
            return lines.stream().filter(Line::canBeHundred).count();
        }

        private static boolean holds(String name, String words) {
            return name.toLowerCase(Locale.ROOT).contains(words.toLowerCase(Locale.ROOT));
        }

        private void lines(List<Line> lines, boolean single) {
            long hundred = hundreds(lines);
            boolean neighbours = lines.size() >= NEIGHBOURS && hundred >= 2 && 2 * hundred > lines.size();
            for (Line line : lines) {
                if (single || line.saysHundred() || neighbours) {
                    judge(line);
                }
            }
        }

        private void judge(Line line) {
            if (!line.unclear().isEmpty()) {
                collected.doubt("'" + line.unclear().getFirst() + "' among the percentages of '" + line.name() + "'");
                return;
            }
            collected.looked();
            boolean right = within.map(
                            points -> line.shown().subtract(HUNDRED).abs().compareTo(points) <= 0)
                    .orElseGet(line::canBeHundred);
            if (!right) {
                collected.fault(new Fault(
                        line.spans().getFirst(),
                        "The percentages of '" + line.name() + "' make "
                                + line.shown().stripTrailingZeros().toPlainString() + ", not 100; "
                                + within.map(points -> points.toPlainString() + " points of difference are accepted.")
                                        .orElseGet(() -> "rounding explains at most "
                                                + line.sum()
                                                        .high()
                                                        .subtract(line.shown())
                                                        .stripTrailingZeros()
                                                        .toPlainString()
                                                + " points in all."),
                        "Correct the figure that is wrong, or say that several answers were possible."));
            }
        }

        private Optional<Line> column(Cells cells, int column, String words) {
            String header = cells.header(column);
            if (labels.isAside(header)) {
                return Optional.empty();
            }
            Gathered gathered = new Gathered();
            for (int row = cells.firstRow(); row < cells.rows(); row++) {
                gather(cells, row, column, cells.text(row, 0), gathered);
            }
            boolean share = labels.isShare(header) || labels.isShare(words);
            return gathered.line(header.isEmpty() ? cells.name() : header, share);
        }

        private Optional<Line> row(Cells cells, int row, String words) {
            String label = cells.label(row);
            if (isAside(label) || (labels.isTotal(label) && cells.rows() - cells.firstRow() > NEIGHBOURS)) {
                return Optional.empty();
            }
            Gathered gathered = new Gathered();
            for (int column = 1; column < cells.columns(); column++) {
                gather(cells, row, column, cells.header(column), gathered);
            }
            return gathered.line(label, labels.isShare(words));
        }

        /// @param label of the row in a column, of the column in a row
        private void gather(Cells cells, int row, int column, String label, Gathered gathered) {
            String text = cells.text(row, column);
            Optional<DisplayedNumber> number = cells.number(row, column);
            if (labels.isTotal(label)) {
                gathered.total = number;
            } else if (!isAside(label) && !text.isEmpty()) {
                gathered.add(number, text, cells.span(row, column));
            }
        }

        private boolean isAside(String label) {
            return labels.isAside(label) || labels.isOfWhich(label) || BaseLabels.isBase(label);
        }
    }

    /// A line while its cells are read.
    private static final class Gathered {
        private final List<DisplayedNumber> parts = new ArrayList<>();
        private final List<Span> spans = new ArrayList<>();
        private final List<String> unclear = new ArrayList<>();
        private Optional<DisplayedNumber> total = Optional.empty();
        private boolean signs;

        void add(Optional<DisplayedNumber> number, String text, Span span) {
            signs |= text.contains("%");
            if (number.isPresent()) {
                parts.add(number.get());
                spans.add(span);
            } else if (DisplayedNumber.isCandidate(text)) {
                unclear.add(text);
            }
        }

        /// Empty where these are no shares of a whole, which lie between 0 and 100.
        ///
        /// @param share whether words say that they are shares
        Optional<Line> line(String name, boolean share) {
            boolean said = share
                    || signs
                    || total.filter(each -> each.value().compareTo(HUNDRED) == 0)
                            .isPresent();
            boolean shares = said
                    && parts.size() >= FEWEST
                    && parts.stream()
                            .allMatch(part ->
                                    part.value().signum() >= 0 && part.value().compareTo(HUNDRED) <= 0);
            return shares ? Optional.of(new Line(name, parts, spans, total, unclear)) : Optional.empty();
        }
    }
}
