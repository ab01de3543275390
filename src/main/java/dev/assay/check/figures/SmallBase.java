package dev.assay.check.figures;

import dev.assay.check.Check;
import dev.assay.check.Inspection;
import dev.assay.check.Kind;
import dev.assay.check.Outcome;
import dev.assay.check.Parameters;
import dev.assay.check.Spaces;
import dev.assay.check.numbers.DisplayedNumber;
import dev.assay.check.numbers.DisplayedNumber.Mark;
import dev.assay.checklist.KindForm;
import dev.assay.checklist.Parameter;
import dev.assay.document.Block;
import dev.assay.document.Document;
import dev.assay.document.Layer;
import dev.assay.document.Span;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;

/// Flags results that rest on a base too small to be shown, or to be shown without a warning.
///
/// ## Why
///
/// 64 % of eleven women is seven women. A reader who sees only the percentage takes it for a finding.
///
/// ## Example
///
/// | | Total | North | South | East |
/// |---|---|---|---|---|
/// | Base (unweighted) | 1,000 | 412 | 41 | 18 |
/// | Very satisfied | 42 % | 45 % | 39 % | 61 % |
///
/// With the defaults, `18` is flagged because results on fewer than 30 must not be shown, and `41` because fewer
/// than 50 must be marked. A base is marked by `*`, `†` or `!` at it or at its heading, or by words such as "small
/// base",
/// "low base" or "caution" at the table, in its caption, or in the paragraph before or after it. Results that are
/// withheld (`*`, `–`, `n/a`, an empty cell) are in order.
///
/// Bases are found in rows and columns called Base, Basis, Sample, n, `n=` or Unweighted base, in headings such as
/// "Women
/// (n = 28)", and in lines such as "Base: women (n = 28)" or "Base: 28 respondents" under tables and charts. Where
/// both are given, the unweighted one counts.
///
/// ## What it does not do
///
/// It does not know what a chart rests on that names no base. A column `n` beside one column of percentages is
/// taken as a frequency, not as a base. Where a base cannot be read, the item ends as *cannot tell*.
public final class SmallBase implements Check {
    private static final Kind KIND = new Kind(
            "small-base",
            1,
            "0.1",
            Kind.Family.NUMBERS,
            "Results on small bases are marked, and on very small ones not shown.",
            List.of(
                    Parameter.of(
                            "not-below",
                            Parameter.Type.COUNT,
                            30,
                            "The smallest base, in cases, whose results may be shown; 0 for none."),
                    Parameter.of(
                            "marked-below",
                            Parameter.Type.COUNT,
                            50,
                            "Bases below this many cases must be marked as small.")),
            List.of(new KindForm.Range("not-below", "marked-below")),
            List.of());

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public Outcome inspect(Inspection inspection, Parameters parameters) {
        Round round = new Round(parameters);
        for (Inspection.ReadPart part : inspection.readable()) {
            round.part(part.document());
            round.collected.tell(part);
        }
        return round.collected.outcome(
                "A base cannot be judged",
                "No base is shown.",
                "small base|small bases",
                String.format(
                        Locale.ROOT,
                        "All %,d bases are large enough, marked, or without results.",
                        round.collected.count()));
    }

    /// One run.
    private static final class Round {
        private final Collected collected = new Collected(KIND);
        private final BigDecimal least;
        private final BigDecimal unmarked;

        Round(Parameters parameters) {
            least = BigDecimal.valueOf(parameters.count("not-below").orElse(0));
            unmarked = BigDecimal.valueOf(parameters.count("marked-below").orElse(0));
        }

        void part(Document document) {
            List<Block> blocks = document.blocks();
            for (int i = 0; i < blocks.size(); i++) {
                Block block = blocks.get(i);
                if (block.layer() != Layer.BODY && block.layer() != Layer.FOOTNOTE) {
                    continue;
                }
                if (block instanceof Block.Table table) {
                    boolean noted = BaseLabels.isNoted(table.name())
                            || near(document, blocks, i - 1)
                            || near(document, blocks, i + 1);
                    Cells.of(document, table).forEach(cells -> table(cells, noted));
                } else {
                    line(document, block);
                }
            }
        }

        private static boolean near(Document document, List<Block> blocks, int at) {
            if (at < 0 || at >= blocks.size() || blocks.get(at) instanceof Block.Table) {
                return false;
            }
            String text = document.text(blocks.get(at));
            return text.length() < 600 && BaseLabels.isNoted(text);
        }

        private void table(Cells cells, boolean noted) {
            List<Integer> rows = new ArrayList<>();
            for (int row = 0; row < cells.rows(); row++) {
                if (BaseLabels.isBase(cells.label(row))) {
                    rows.add(row);
                }
            }
            rows = unweighted(rows, cells::label);
            Set<Integer> skipped = new HashSet<>(rows);
            for (int row : rows) {
                for (int column = 1; column < cells.columns(); column++) {
                    int across = column;
                    judge(
                            cells,
                            row,
                            column,
                            results(cells, lines(cells, skipped), line -> cells.text(line, across)) > 0,
                            noted);
                }
            }
            baseColumns(cells, noted);
            headings(cells, noted, skipped);
        }

        private static List<Integer> lines(Cells cells, Set<Integer> except) {
            List<Integer> lines = new ArrayList<>();
            for (int row = cells.firstRow(); row < cells.rows(); row++) {
                if (!except.contains(row) && !BaseLabels.isBase(cells.label(row))) {
                    lines.add(row);
                }
            }
            return lines;
        }

        private interface Words {
            String of(int line);
        }

        private static List<Integer> unweighted(List<Integer> lines, Words words) {
            List<Integer> plain = lines.stream()
                    .filter(line -> !BaseLabels.isWeighted(words.of(line)))
                    .toList();
            return plain.isEmpty() ? lines : plain;
        }

        /// How many results are shown: figures that are not counts.
        private static int results(Cells cells, List<Integer> lines, Words text) {
            int count = 0;
            for (int line : lines) {
                count += DisplayedNumber.parse(text.of(line), Mark.POINT).isPresent()
                                || DisplayedNumber.parse(text.of(line), Mark.COMMA)
                                        .isPresent()
                        ? 1
                        : 0;
            }
            return cells.rows() == 0 ? 0 : count;
        }

        /// Columns of bases: beside at least two other columns of percentages or means.
        private void baseColumns(Cells cells, boolean noted) {
            List<Integer> columns = new ArrayList<>();
            for (int column = 1; column < cells.columns(); column++) {
                if (BaseLabels.isBase(cells.lowestHeader(column))) {
                    columns.add(column);
                }
            }
            for (int column : unweighted(columns, cells::lowestHeader)) {
                for (int row = cells.firstRow(); row < cells.rows(); row++) {
                    int line = row;
                    List<Integer> others = new ArrayList<>();
                    for (int other = 1; other < cells.columns(); other++) {
                        if (!columns.contains(other)) {
                            others.add(other);
                        }
                    }
                    boolean named = !cells.lowestHeader(column).matches("(?i)\\(?n ?=?\\)?");
                    int results = results(cells, others, other -> cells.text(line, other));
                    if (named || (others.size() >= 2 && columns.size() == 1)) {
                        judge(cells, row, column, results > 0, noted);
                    }
                }
            }
        }

        /// Headings and labels such as "Women (n = 28)".
        private void headings(Cells cells, boolean noted, Set<Integer> bases) {
            for (int row = 0; row < cells.rows(); row++) {
                for (int column = 0; column < cells.columns(); column++) {
                    boolean heading = row < cells.firstRow();
                    if (!heading && column > 0) {
                        break;
                    }
                    String text = cells.text(row, column);
                    Matcher cases = BaseLabels.cases(text);
                    if (cases.find() && !bases.contains(row)) {
                        int line = row;
                        int across = column;
                        List<Integer> others = new ArrayList<>();
                        for (int other = 1; other < cells.columns(); other++) {
                            others.add(other);
                        }
                        int results = heading
                                ? results(cells, lines(cells, bases), other -> cells.text(other, across))
                                : results(cells, others, other -> cells.text(line, other));
                        boolean sentence = BaseLabels.sentence(text).lookingAt() && cells.columns() == 1;
                        judge(
                                cells.span(row, column),
                                cases.group("n"),
                                "'" + text + "'",
                                results > 0 || sentence,
                                noted || BaseLabels.isNoted(text));
                    }
                }
            }
        }

        private void judge(Cells cells, int row, int column, boolean results, boolean noted) {
            String text = cells.text(row, column);
            if (text.isEmpty() || text.chars().noneMatch(Character::isDigit)) {
                return;
            }
            boolean marked = noted
                    || BaseLabels.isNoted(text)
                    || BaseLabels.isNoted(cells.header(column))
                    || BaseLabels.isNoted(cells.label(row));
            Matcher cases = BaseLabels.cases(text);
            judge(
                    cells.span(row, column),
                    cases.find() ? cases.group("n") : text,
                    "'" + text + "'" + cells.where(row, column),
                    results,
                    marked);
        }

        /// A line such as "Base: women (n = 28)".
        private void line(Document document, Block block) {
            String text = Spaces.plain(document.text(block));
            Matcher sentence = BaseLabels.sentence(text);
            if (text.length() < 400 && sentence.lookingAt()) {
                String group = sentence.group("n") != null ? "n" : "m";
                judge(
                        new Span(
                                block.span().start() + sentence.start(),
                                block.span().start() + sentence.end()),
                        sentence.group(group),
                        "'" + sentence.group() + "'",
                        true,
                        BaseLabels.isNoted(text));
            }
        }

        private void judge(Span span, String figure, String where, boolean results, boolean marked) {
            Optional<DisplayedNumber> number = count(figure);
            if (number.isEmpty()) {
                if (DisplayedNumber.isCandidate(figure)) {
                    collected.doubt(where + " cannot be read as a base");
                }
                return;
            }
            BigDecimal base = number.get().value();
            collected.looked();
            if (!results || number.get().percent() || base.signum() < 0) {
                return;
            }
            if (base.compareTo(least) < 0) {
                collected.fault(new Fault(
                        span,
                        "Base " + where + ": results on fewer than " + least + " cases must not be shown.",
                        "Withhold the results, or put groups together."));
            } else if (base.compareTo(unmarked) < 0 && !marked) {
                collected.fault(new Fault(
                        span,
                        "Base " + where + ": a base of fewer than " + unmarked + " cases must be marked as small.",
                        "Mark it, for example by * and a note \"small base\"."));
            }
        }

        /// A count: a point or comma before three digits separates thousands.
        private static Optional<DisplayedNumber> count(String text) {
            String plain = text.replaceAll("[*\u2020\u2021!()]+", "").strip();
            return DisplayedNumber.parse(plain, Mark.POINT)
                    .filter(number -> number.half().compareTo(new BigDecimal("0.001")) > 0)
                    .or(() -> DisplayedNumber.parse(plain, Mark.COMMA));
        }
    }
}
