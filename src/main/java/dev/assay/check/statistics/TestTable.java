package dev.assay.check.statistics;

import dev.assay.check.Spaces;
import dev.assay.check.numbers.DisplayedNumber;
import dev.assay.check.statistics.ReportedTest.Degrees;
import dev.assay.document.Block;
import dev.assay.document.Document;
import dev.assay.document.Span;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The tests that a table reports, one to a row and pair of columns: a statistic, its degrees of freedom in a
/// column, in the header or on the error row of an analysis of variance, and p.
final class TestTable {
    private static final Pattern P_HEADER = Pattern.compile(
            "(?:[pP\uD835\uDC5D](?:[- ]?[Vv]alues?|[- ]Wert)?|[Ss]ig\\.?|[Ss]ignificance|Signifikanz)(?:"
                    + " ?\\(?(?:one|two|1|2)[- ](?:tailed|sided)\\)?)?|(?:Pr|P|p) ?\\(? ?> ?\\|?[tzFTZ]\\|? ?\\)?");
    private static final Pattern STATISTIC_HEADER = Pattern.compile(
            "(?:Wald |Pearson(?:'s)? |LR |Welch(?:'s)? )?(?<symbol>t|F|r|\u03C1|[zZ]|Q|Wald|(?:\u03C7|X|\u03A7)(?:"
                    + " ?\\^?[2\u00B2])|[Cc]hi(?: ?\\^?[2\u00B2]|[- ][Ss]quared?|[- ]?[Qq]uadrat))(?:[-"
                    + " ](?:[Vv]alues?|[Ss]tatistics?|[Rr]atio|[Tt]est|[Ss]core|Wert))?(?:"
                    + " ?\\((?<inside>[^()]{1,20})\\))?");
    private static final Pattern DEGREES_HEADER =
            Pattern.compile("(?i)(?:df|d\\.f\\.|FG|degrees of freedom|Freiheitsgrade)(?: ?\\(?[a-z0-9.]{1,12}\\)?)?");
    private static final Pattern CASES_HEADER = Pattern.compile("[nN]");
    private static final Pattern ERROR_ROW =
            Pattern.compile("(?i)(?:error|within|residuals?|fehler|innerhalb|rest)\\b.{0,40}");
    private static final Pattern P_CELL = Pattern.compile("(?:[pP] ?)?(?<sign><=|>=|[<>=\u2264\u2265])? ?(?<number>"
            + Numerals.PROBABILITY + ") ?[*\u2020\u2021\u00A7a-c]{0,4}");
    private static final Pattern NOT_SIGNIFICANT = Pattern.compile("(?i)n\\. ?s\\.|ns");
    private static final Pattern NOTHING = Pattern.compile("[-\u2010-\u2014\u2212*./a-zA-Z ]*");

    private final Document document;
    private final Block.Table table;
    private final List<ReportedTest> tests = new ArrayList<>();
    private final List<TestText.LoneP> lone = new ArrayList<>();
    private final List<String> unreadable = new ArrayList<>();
    private Columns columns = new Columns(Map.of(), List.of(), List.of(), List.of());

    /// Where a table says that its statistics, degrees of freedom, numbers of cases and p stand.
    private record Columns(
            Map<Integer, Matcher> statistics, List<Integer> degrees, List<Integer> cases, List<Integer> ps) {
        /// The p of a statistic: the next to the right before another statistic.
        Optional<Integer> p(int statistic) {
            int limit = statistics.keySet().stream()
                    .filter(other -> other > statistic)
                    .min(Integer::compare)
                    .orElse(Integer.MAX_VALUE);
            return ps.stream().filter(p -> p > statistic && p < limit).findFirst();
        }

        /// Those of a kind that belong to a statistic: between the p before it and its own, or the only ones.
        List<Integer> near(List<Integer> all, int statistic, int p) {
            if (statistics.size() == 1) {
                return all;
            }
            int before = ps.stream()
                    .filter(other -> other < statistic)
                    .max(Integer::compare)
                    .orElse(-1);
            List<Integer> own =
                    all.stream().filter(column -> column > before && column < p).toList();
            return own.isEmpty() && all.size() <= 2 ? all : own;
        }
    }

    private TestTable(Document document, Block.Table table) {
        this.document = document;
        this.table = table;
        for (int row = 0; row < table.rows().size(); row++) {
            Columns header = header(table.rows().get(row));
            if (!header.ps().isEmpty()) {
                columns = header;
            } else if (!columns.ps().isEmpty()) {
                row(row);
            }
        }
    }

    static TestTable of(Document document, Block.Table table) {
        return new TestTable(document, table);
    }

    List<ReportedTest> tests() {
        return tests;
    }

    List<String> unreadable() {
        return unreadable;
    }

    /// Values of p whose statistic is not shown, where the column surely holds p.
    List<TestText.LoneP> lone() {
        long within = lone.stream()
                .filter(each -> each.p().value().signum() >= 0
                        && each.p().value().compareTo(BigDecimal.ONE) <= 0
                        && each.p().half().compareTo(new BigDecimal("0.01")) < 0)
                .count();
        return within * 2 > lone.size() ? lone : List.of();
    }

    private Columns header(Block.Row row) {
        Map<Integer, Matcher> statistics = new TreeMap<>();
        List<Integer> degrees = new ArrayList<>();
        List<Integer> cases = new ArrayList<>();
        List<Integer> ps = new ArrayList<>();
        for (Block.Cell cell : row.cells()) {
            String text = text(cell);
            Matcher statistic = STATISTIC_HEADER.matcher(text);
            if (P_HEADER.matcher(text).matches()) {
                ps.add(cell.column());
            } else if (statistic.matches()) {
                statistics.put(cell.column(), statistic);
            } else if (DEGREES_HEADER.matcher(text).matches()) {
                degrees.add(cell.column());
            } else if (CASES_HEADER.matcher(text).matches()) {
                cases.add(cell.column());
            }
        }
        return new Columns(statistics, degrees, cases, ps);
    }

    private void row(int row) {
        Map<Integer, Block.Cell> cells = cells(row);
        List<Integer> used = new ArrayList<>();
        columns.statistics()
                .forEach((column, header) -> columns.p(column).ifPresent(p -> {
                    if (cells.containsKey(column) && cells.containsKey(p)) {
                        used.add(p);
                        read(row, cells, column, header, p);
                    }
                }));
        for (int p : columns.ps()) {
            if (!used.contains(p) && cells.containsKey(p)) {
                withoutColumn(cells, p);
            }
        }
    }

    /// A test whose statistic stands in words, as "t(28) = 2.20", in a cell beside its p, or a p alone.
    private void withoutColumn(Map<Integer, Block.Cell> cells, int p) {
        Matcher matcher = P_CELL.matcher(text(cells.get(p)));
        if (!matcher.matches()) {
            return;
        }
        String sign = matcher.group("sign") == null ? "=" : matcher.group("sign");
        for (Block.Cell cell : cells.values()) {
            String text = text(cell);
            if (cell.column() < p
                    && text.length() < 80
                    && !TestText.P.matcher(text).find()) {
                TestText both = TestText.of(text + ", p " + sign + " " + matcher.group("number"), 0);
                if (!both.tests().isEmpty()) {
                    ReportedTest test = both.tests().getLast();
                    add(test, cells.get(p).span(), context(cells));
                    return;
                }
            }
        }
        Numerals.by(matcher.group("number"))
                .p(sign, matcher.group("number"), shownP(sign, matcher.group("number")))
                .ifPresent(
                        value -> lone.add(new TestText.LoneP(value, cells.get(p).span())));
    }

    private void add(ReportedTest test, Span span, String context) {
        tests.add(new ReportedTest(
                test.family(), test.statistic(), test.value(), test.degrees(), test.p(), span, test.shown(), context));
    }

    private void read(int row, Map<Integer, Block.Cell> cells, int column, Matcher header, int pColumn) {
        String valueText = text(cells.get(column));
        String pText = text(cells.get(pColumn));
        if (NOTHING.matcher(valueText).matches()
                || (NOTHING.matcher(pText).matches()
                        && !NOT_SIGNIFICANT.matcher(pText).matches())) {
            return;
        }
        Matcher pCell = P_CELL.matcher(pText);
        boolean notSignificant = NOT_SIGNIFICANT.matcher(pText).matches();
        String number = pCell.matches() ? pCell.group("number") : "";
        Numerals numerals = Numerals.by(valueText, number);
        Optional<DisplayedNumber> value = numerals.number(valueText);
        String sign = number.isEmpty() || pCell.group("sign") == null ? "=" : pCell.group("sign");
        Optional<ReportedP> p = notSignificant
                ? Optional.of(TestText.notSignificant(pText))
                : number.isEmpty() ? Optional.empty() : numerals.p(sign, number, shownP(sign, number));
        Family family = header.group("symbol").equals("Wald")
                ? Family.CHI_SQUARE
                : Numerals.family(header.group("symbol")).orElseThrow();
        if (value.isEmpty() || p.isEmpty()) {
            if (TestText.of(valueText, 0).tests().isEmpty()) {
                unreadable.add("in row '" + text(cells.values().iterator().next()) + "', '" + valueText + "' with '"
                        + pText + "' cannot be read as a test");
            } else {
                withoutColumn(cells, pColumn);
            }
            return;
        }
        List<Degrees> degrees = degrees(numerals, family, row, cells, column, header, pColumn);
        String shown = family.symbol() + " = " + valueText
                + (degrees.isEmpty()
                        ? ""
                        : ", df = "
                                + String.join(
                                        ", ",
                                        degrees.stream().map(Degrees::shown).toList()))
                + ", " + p.get().shown();
        tests.add(new ReportedTest(
                family,
                Numerals.statistic("=", value.get()),
                value.get(),
                degrees,
                p,
                cells.get(pColumn).span(),
                shown,
                context(cells)));
    }

    private static String shownP(String sign, String number) {
        return "p " + sign + " " + number.strip();
    }

    /// Of the header, of the columns, of the number of cases, or of the error row; as many as could be read.
    private List<Degrees> degrees(
            Numerals numerals,
            Family family,
            int row,
            Map<Integer, Block.Cell> cells,
            int column,
            Matcher header,
            int pColumn) {
        if (family.degrees() == 0) {
            return List.of();
        }
        String inside = header.group("inside");
        if (inside != null) {
            Optional<List<Degrees>> given = numerals.degrees(family, inside);
            if (given.isPresent()) {
                return given.get();
            }
        }
        List<Integer> near = columns.near(columns.degrees(), column, pColumn);
        List<Degrees> degrees = new ArrayList<>();
        for (int each : near) {
            String text = cells.containsKey(each) ? text(cells.get(each)) : "";
            Optional<List<Degrees>> all = numerals.degrees(family, text);
            if (near.size() == 1 && all.isPresent()) {
                return all.get();
            }
            numerals.oneDegree(text).ifPresent(degrees::add);
        }
        if (family == Family.R && degrees.isEmpty()) {
            for (int each : columns.near(columns.cases(), column, pColumn)) {
                if (cells.containsKey(each)) {
                    numerals.ofCases(text(cells.get(each))).ifPresent(degrees::add);
                }
            }
        }
        if (family == Family.F && degrees.size() == 1 && near.size() == 1) {
            ofErrorRow(numerals, row, near.getFirst()).ifPresent(degrees::add);
        }
        return degrees;
    }

    private Optional<Degrees> ofErrorRow(Numerals numerals, int row, int column) {
        for (int below = row + 1; below < table.rows().size(); below++) {
            Map<Integer, Block.Cell> cells = cells(below);
            if (!cells.isEmpty()
                    && cells.containsKey(column)
                    && ERROR_ROW.matcher(text(cells.values().iterator().next())).matches()) {
                return numerals.oneDegree(text(cells.get(column)));
            }
        }
        return Optional.empty();
    }

    private Map<Integer, Block.Cell> cells(int row) {
        Map<Integer, Block.Cell> cells = new TreeMap<>();
        table.rows().get(row).cells().forEach(cell -> cells.put(cell.column(), cell));
        return cells;
    }

    private String context(Map<Integer, Block.Cell> cells) {
        StringBuilder context = new StringBuilder(table.name());
        table.rows().stream()
                .limit(3)
                .flatMap(row -> row.cells().stream())
                .forEach(cell -> context.append(' ').append(text(cell)));
        cells.values().forEach(cell -> context.append(' ').append(text(cell)));
        return context.toString();
    }

    private String text(Block.Cell cell) {
        return Spaces.single(document.text(cell.span()));
    }
}
