package dev.assay.check.numbers;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Finds the totals of a table and sums what they may be the total of.
///
/// A total row may be the sum of the rows since the last total, of all rows above, of the totals above, and of
/// some other sets; it agrees when one of them fits.
final class TotalSums {
    private static final BigDecimal HUNDRED = new BigDecimal(100);
    private static final BigDecimal FEW_PERCENT = new BigDecimal(15);
    private static final Pattern YEAR = Pattern.compile(
            "(?:19|20)[0-9]{2}(?:\\s?[/\u2013-]\\s?[0-9]{2,4})?[*a-z]?|[0-9]{1,2}[./][0-9]{1,2}[./][0-9]{2,4}|FY"
                    + " ?[0-9]{2,4}");
    private static final int MOST_STEPS = 5_000_000;
    private static final int LONGEST_GROUP = 40;

    private final TableGrid grid;
    private final TotalLabels labels;
    private final Role[] roles;
    private final int headerRows;
    private Set<List<Integer>> candidates = Set.of();
    private int candidateRow = -1;
    private int steps;

    /// What a row is for the sums.
    private enum Role {
        HEADER,
        TITLE,
        PART,
        OF_WHICH,
        SUBTRACTED,
        ASIDE,
        TOTAL
    }

    /// What comparing a total with its parts came to.
    sealed interface Comparison {}

    record Agrees(Sum sum) implements Comparison {}

    record Differs(Sum sum) implements Comparison {}

    /// A figure that belongs to the sum cannot be read.
    record Unreadable(String text) implements Comparison {}

    /// There is nothing to compare, or the figures do not add up by their nature.
    record NoSum() implements Comparison {}

    /// A total beside the sum of its parts.
    ///
    /// @param across the column that was summed, or the row where columns were
    /// @param lines  the rows, or columns, of the parts
    record Sum(int across, List<Integer> lines, DisplayedNumber total, BigDecimal sum) {
        String shown() {
            return total.format(total.value());
        }

        String found() {
            return total.format(sum);
        }

        String difference() {
            BigDecimal difference = total.value().subtract(sum);
            return total.format(difference.abs()) + (difference.signum() > 0 ? " too much" : " too little");
        }

        /// Whether both are of the same size, as they are where one figure is mistaken.
        boolean isNear() {
            BigDecimal difference = total.value().subtract(sum).abs();
            return difference.multiply(new BigDecimal(5)).compareTo(sum.abs()) <= 0;
        }
    }

    TotalSums(TableGrid grid, TotalLabels labels) {
        this.grid = grid;
        this.labels = labels;
        this.headerRows = countHeaderRows();
        this.roles = IntStream.range(0, grid.rows()).mapToObj(this::role).toArray(Role[]::new);
    }

    int headerRows() {
        return headerRows;
    }

    /// Whether the table has so many totals over so many rows that the rest was left out.
    boolean isExhausted() {
        return steps > MOST_STEPS;
    }

    /// The rows labelled as totals.
    List<Integer> totalRows() {
        return IntStream.range(headerRows, grid.rows())
                .filter(row -> roles[row] == Role.TOTAL)
                .boxed()
                .toList();
    }

    /// The columns of a total row that may be sums.
    List<Integer> columns(int row) {
        int label = grid.labelColumn(row).orElse(-1);
        return IntStream.range(label + 1, grid.columns())
                .filter(column -> !labels.isNoSum(grid.header(column, headerRows)))
                .boxed()
                .toList();
    }

    /// The columns headed as totals, with at least two columns of figures to their left.
    List<Integer> totalColumns() {
        return IntStream.range(2, grid.columns())
                .filter(column -> labels.isPlain(grid.header(column, headerRows)))
                .boxed()
                .toList();
    }

    List<Integer> rowsWithTotal(int column) {
        return IntStream.range(headerRows, grid.rows())
                .filter(row -> roles[row] != Role.TITLE && roles[row] != Role.ASIDE)
                .filter(row -> grid.figure(row, column) instanceof Figure.Shown)
                .boxed()
                .toList();
    }

    /// Compares a total with the rows above it.
    Comparison above(int row, int column) {
        Figure figure = grid.figure(row, column);
        steps += row;
        if (isExhausted()) {
            return new NoSum();
        }
        if (figure instanceof Figure.Doubtful && partsAbove(row).stream().anyMatch(part -> isShown(part, column))) {
            return new Unreadable(grid.text(row, column));
        }
        if (!(figure instanceof Figure.Shown total)) {
            return new NoSum();
        }
        if (row != candidateRow) {
            candidates = candidates(row);
            candidateRow = row;
        }
        List<List<Integer>> sets = new ArrayList<>(candidates);
        sets.add(outermost(partsAbove(row), column));
        Comparison first = new NoSum();
        for (List<Integer> rows : sets) {
            Comparison comparison = compare(total.number(), rows, column, false);
            if (comparison instanceof Agrees) {
                return comparison;
            }
            first = first instanceof NoSum ? comparison : first;
        }
        boolean noSum = first instanceof Differs differs && (!isSum(differs.sum(), row) || isOfTwo(differs.sum()));
        return noSum ? new NoSum() : first;
    }

    /// Compares a total with the figures to its left, since the last total.
    Comparison left(int row, int column) {
        if (!(grid.figure(row, column) instanceof Figure.Shown total)) {
            return new NoSum();
        }
        int from = grid.labelColumn(row).orElse(-1) + 1;
        List<Integer> columns = new ArrayList<>();
        for (int each = column - 1; each >= from; each--) {
            String header = grid.header(each, headerRows);
            if (labels.isTotal(header)) {
                break;
            }
            if (!labels.isNoSum(header)) {
                columns.addFirst(each);
            }
        }
        Comparison comparison = compare(total.number(), columns, row, true);
        return comparison instanceof Differs differs && isBetween(differs.sum(), row) ? new NoSum() : comparison;
    }

    private Comparison compare(DisplayedNumber total, List<Integer> lines, int across, boolean leftward) {
        Interval sum = Interval.ZERO;
        BigDecimal value = BigDecimal.ZERO;
        int parts = 0;
        steps += lines.size();
        for (int line : lines) {
            Figure figure = leftward ? grid.figure(across, line) : grid.figure(line, across);
            switch (figure) {
                case Figure.Shown shown -> {
                    boolean less = !leftward
                            && roles[line] == Role.SUBTRACTED
                            && shown.value().signum() > 0;
                    Interval interval = shown.number().interval();
                    sum = less ? sum.minus(interval) : sum.plus(interval);
                    value = less ? value.subtract(shown.value()) : value.add(shown.value());
                    parts += shown.value().signum() == 0 ? 0 : 1;
                }
                case Figure.Doubtful ignored -> {
                    return new Unreadable(leftward ? grid.text(across, line) : grid.text(line, across));
                }
                case Figure.Withheld ignored -> {
                    return new NoSum();
                }
                case Figure.Blank ignored -> {}
                case Figure.Words ignored -> {}
            }
        }
        if (parts < 2) {
            return new NoSum();
        }
        Sum both = new Sum(across, lines, total, value);
        return sum.meets(total.interval()) ? new Agrees(both) : new Differs(both);
    }

    /// Whether a total that differs from its parts is meant as their sum.
    private boolean isSum(Sum sum, int row) {
        String header = grid.header(sum.across(), headerRows) + " " + grid.name();
        boolean share = sum.total().percent() || labels.isShare(header) || labels.isShare(rowLabel(row));
        if (share && sum.total().value().compareTo(HUNDRED) == 0) {
            return sum.sum().subtract(HUNDRED).abs().compareTo(FEW_PERCENT) <= 0;
        }
        if (share && sum.sum().subtract(HUNDRED).abs().compareTo(BigDecimal.ONE) > 0) {
            return false;
        }
        List<BigDecimal> parts = sum.lines().stream()
                .filter(each -> grid.figure(each, sum.across()) instanceof Figure.Shown)
                .map(each -> ((Figure.Shown) grid.figure(each, sum.across())).value())
                .toList();
        return !isBetween(parts, sum.total().value());
    }

    /// Whether a total far from the sum of all rows is that of the first and one other: two groups whose
    /// members are listed in part only.
    private boolean isOfTwo(Sum sum) {
        if (sum.isNear() || !(grid.figure(sum.lines().getFirst(), sum.across()) instanceof Figure.Shown first)) {
            return false;
        }
        BigDecimal rest = sum.total().value().subtract(first.value());
        return sum.lines().stream()
                .skip(1)
                .map(line -> grid.figure(line, sum.across()))
                .anyMatch(other ->
                        other instanceof Figure.Shown shown && shown.value().compareTo(rest) == 0);
    }

    private boolean isBetween(Sum sum, int row) {
        List<BigDecimal> parts = sum.lines().stream()
                .filter(column -> grid.figure(row, column) instanceof Figure.Shown)
                .map(column -> ((Figure.Shown) grid.figure(row, column)).value())
                .toList();
        return isBetween(parts, sum.total().value());
    }

    /// An average lies between the least and the greatest of its parts, the sum of positive parts does not.
    private static boolean isBetween(List<BigDecimal> parts, BigDecimal total) {
        BigDecimal least = parts.stream().min(BigDecimal::compareTo).orElse(BigDecimal.ZERO);
        BigDecimal greatest = parts.stream().max(BigDecimal::compareTo).orElse(BigDecimal.ZERO);
        return least.compareTo(total) <= 0 && total.compareTo(greatest) <= 0;
    }

    private Set<List<Integer>> candidates(int row) {
        int lastTotal = lastBefore(row, Role.TOTAL);
        int lastTitle = lastBefore(row, Role.TITLE);
        List<Integer> since = parts(lastTotal + 1, row, false);
        List<Integer> totals = IntStream.range(headerRows, row)
                .filter(each -> roles[each] == Role.TOTAL)
                .boxed()
                .toList();
        Set<List<Integer>> sets = new LinkedHashSet<>();
        sets.add(since);
        sets.add(totals);
        sets.add(parts(headerRows, row, false));
        sets.add(joined(totals, since));
        sets.add(lastTotal < 0 ? since : joined(List.of(lastTotal), since));
        sets.add(parts(Math.max(lastTitle, lastTotal) + 1, row, false));
        sets.add(parts(lastTotal + 1, row, true));
        sets.add(parts(headerRows, row, true));
        sets.removeIf(rows -> rows.size() < 2);
        return sets;
    }

    private List<Integer> partsAbove(int row) {
        List<Integer> since = parts(lastBefore(row, Role.TOTAL) + 1, row, false);
        return since.isEmpty() ? parts(headerRows, row, false) : since;
    }

    /// Leaves out the members of groups whose first, or last, row is their sum already.
    private List<Integer> outermost(List<Integer> rows, int column) {
        List<Integer> outer = new ArrayList<>();
        int at = 0;
        while (at < rows.size()) {
            int members = members(rows, at, column);
            outer.add(rows.get(at));
            at += 1 + members;
        }
        return outer;
    }

    private int members(List<Integer> rows, int at, int column) {
        if (!(grid.figure(rows.get(at), column) instanceof Figure.Shown head)
                || head.value().signum() == 0) {
            return 0;
        }
        Interval sum = Interval.ZERO;
        int last = Math.min(rows.size(), at + 1 + LONGEST_GROUP);
        for (int next = at + 1; next < last; next++) {
            if (grid.figure(rows.get(next), column) instanceof Figure.Shown member) {
                sum = sum.plus(member.number().interval());
                steps++;
            }
            if (next > at + 1 && sum.meets(head.number().interval())) {
                return next - at;
            }
        }
        return 0;
    }

    private static List<Integer> joined(List<Integer> some, List<Integer> more) {
        List<Integer> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }

    private List<Integer> parts(int from, int to, boolean withOfWhich) {
        return IntStream.range(Math.max(from, headerRows), to)
                .filter(row -> roles[row] == Role.PART
                        || roles[row] == Role.SUBTRACTED
                        || (withOfWhich && roles[row] == Role.OF_WHICH))
                .boxed()
                .toList();
    }

    private int lastBefore(int row, Role role) {
        for (int each = row - 1; each >= headerRows; each--) {
            if (roles[each] == role) {
                return each;
            }
        }
        return -1;
    }

    private boolean isShown(int row, int column) {
        return grid.figure(row, column) instanceof Figure.Shown;
    }

    private String rowLabel(int row) {
        OptionalInt column = grid.labelColumn(row);
        return column.isPresent() ? grid.text(row, column.getAsInt()) : "";
    }

    private Role role(int row) {
        if (row < headerRows) {
            return Role.HEADER;
        }
        String label = rowLabel(row);
        int labelColumn = grid.labelColumn(row).orElse(-1);
        if (!grid.hasFigures(row, labelColumn) && !grid.withholds(row, labelColumn)) {
            return Role.TITLE;
        }
        if (labels.isTotal(label)) {
            return Role.TOTAL;
        }
        if (labels.isAside(label)) {
            return Role.ASIDE;
        }
        if (labels.isOfWhich(label)) {
            return Role.OF_WHICH;
        }
        return labels.isSubtracted(label) ? Role.SUBTRACTED : Role.PART;
    }

    /// Rows above the first one with figures; a first row of years is a header.
    private int countHeaderRows() {
        int row = 0;
        while (row < grid.rows() && (!grid.hasFigures(row, grid.labelColumn(row).orElse(-1)) || isRowOfYears(row))) {
            row++;
        }
        return row;
    }

    private boolean isRowOfYears(int row) {
        return IntStream.range(0, grid.columns())
                .filter(column -> isFigure(row, column))
                .allMatch(column -> YEAR.matcher(grid.text(row, column)).matches());
    }

    private boolean isFigure(int row, int column) {
        return grid.figure(row, column) instanceof Figure.Shown || grid.figure(row, column) instanceof Figure.Doubtful;
    }
}
