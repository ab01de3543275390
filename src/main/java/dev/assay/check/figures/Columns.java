package dev.assay.check.figures;

import dev.assay.check.numbers.DisplayedNumber;
import dev.assay.document.Block;
import dev.assay.document.Place;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Table columns whose figures have different numbers of decimals, or of which some separate thousands.
final class Columns {
    private static final int LEAST = 3;
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final Pattern OTHER_ROW = Pattern.compile(
            "(?iu)(?:(?:un)?weighted"
                + " )?(?:n|base|basis|mean|average|median|sd|s\\.d\\.|se|std.*|p|p-value|total|sum|min.*|max.*|count|index|ratio|mittelwert|standardabweichung|gesamt|summe|r2|r\u00b2)\\b.{0,40}");

    private final Cells cells;
    private final Collected collected;

    private record Shown(int row, DisplayedNumber number, int decimals) {}

    private Columns(Cells cells, Collected collected) {
        this.cells = cells;
        this.collected = collected;
    }

    static void check(Cells cells, Collected collected) {
        Columns columns = new Columns(cells, collected);
        for (int column = 1; column < cells.columns(); column++) {
            columns.column(column);
        }
    }

    private void column(int column) {
        List<Shown> shown = new ArrayList<>();
        int percent = 0;
        for (int row = cells.firstRow(); row < cells.rows(); row++) {
            Optional<DisplayedNumber> number = cells.number(row, column);
            if (number.isPresent()
                    && isFormatted(row, column)
                    && !OTHER_ROW.matcher(cells.label(row)).matches()) {
                shown.add(new Shown(row, number.get(), decimals(number.get())));
                percent += number.get().percent() ? 1 : 0;
            }
        }
        boolean oneUnit = percent == 0 || percent == shown.size();
        if (oneUnit && shown.size() > LEAST) {
            decimals(column, shown);
            separators(column, shown);
        }
    }

    /// In a workbook, a figure without a format of its own shows as many decimals as it happens to have.
    private boolean isFormatted(int row, int column) {
        Optional<Block.Cell> cell = cells.cell(row, column);
        return cell.isPresent()
                && !(cell.get().place() instanceof Place.Line)
                && (!(cell.get().place() instanceof Place.Cell)
                        || cell.get().format() != null
                        || cell.get().raw() == null);
    }

    private static int decimals(DisplayedNumber number) {
        BigDecimal half = number.half().stripTrailingZeros();
        return Math.max(0, half.scale() - 1);
    }

    private void decimals(int column, List<Shown> shown) {
        List<Shown> counted = shown.stream()
                .filter(each -> each.number().value().signum() != 0
                        && !(each.number().value().compareTo(HUNDRED) == 0 && each.decimals() == 0))
                .toList();
        Map<Integer, Integer> counts = new TreeMap<>();
        counted.forEach(each -> counts.merge(each.decimals(), 1, Integer::sum));
        counted.forEach(each -> collected.looked());
        int usual = counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(0);
        int most = counts.getOrDefault(usual, 0);
        if (most < LEAST || most < LEAST * (counted.size() - most)) {
            return;
        }
        counted.stream()
                .filter(each -> each.decimals() != usual)
                .forEach(each -> collected.fault(new Fault(
                        cells.span(each.row(), column),
                        "'" + cells.text(each.row(), column) + "'" + cells.where(each.row(), column) + " has "
                                + each.decimals() + " decimals, " + most + " others in the column have " + usual + ".",
                        "Write the figures of a column with the same number of decimals.")));
    }

    private void separators(int column, List<Shown> shown) {
        List<Shown> large = shown.stream()
                .filter(each -> each.number().value().abs().compareTo(THOUSAND) >= 0)
                .toList();
        List<Shown> bare = large.stream()
                .filter(each -> each.number().grouping().isEmpty()
                        && cells.text(each.row(), column).matches(".*[0-9]{4}.*"))
                .toList();
        int separated = (int) large.stream()
                .filter(each -> !each.number().grouping().isEmpty())
                .count();
        if (separated >= LEAST && separated >= LEAST * bare.size()) {
            bare.forEach(each -> collected.fault(new Fault(
                    cells.span(each.row(), column),
                    "'" + cells.text(each.row(), column) + "'" + cells.where(each.row(), column)
                            + " does not separate thousands, " + separated + " others in the column do.",
                    "Write the figures of a column in one way.")));
        }
    }

    /// "1 decimal", "2 decimals".
    static String counted(int decimals) {
        return decimals + (decimals == 1 ? " decimal" : " decimals");
    }
}
