package dev.assay.check.figures;

import dev.assay.check.numbers.DisplayedNumber;
import dev.assay.check.numbers.DisplayedNumber.Mark;
import dev.assay.check.numbers.Interval;
import dev.assay.document.Span;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Means that no whole numbers of so many cases can have (N. Brown and J. Heathers, The GRIM test, 2017).
final class WholeNumberMeans {
    private static final Pattern IN_TEXT = Pattern.compile("(?<![\\p{L}])(?:M|[Mm]ean) ?="
            + " ?(?<mean>-?[0-9]{1,6}[.,][0-9]{1,6})[^.;()]{0,40}?(?:[.][0-9]{1,6}[^.;()]{0,20}?)?(?<![\\p{L}])[nN]"
            + " ?= ?(?<n>[0-9]{1,6})");
    private static final Pattern MEAN = Pattern.compile("(?iu)mean|m|average|mittelwert");
    private static final Pattern CASES = Pattern.compile("(?iu)n|cases|respondents|base");

    private WholeNumberMeans() {}

    /// @param items how many whole numbers each case gives
    static void inText(String text, int offset, int items, Consumer<Fault> faults) {
        Matcher matcher = IN_TEXT.matcher(text);
        while (matcher.find()) {
            String shown = matcher.group("mean");
            Mark mark = shown.indexOf(',') >= 0 ? Mark.COMMA : Mark.POINT;
            DisplayedNumber.parse(shown, mark)
                    .ifPresent(mean -> judge(
                            mean,
                            new BigDecimal(matcher.group("n")),
                            items,
                            new Span(offset + matcher.start(), offset + matcher.end()),
                            matcher.group(),
                            faults));
        }
    }

    static void inTable(Cells cells, int items, Consumer<Fault> faults) {
        for (int column = 0; column < cells.columns(); column++) {
            if (MEAN.matcher(cells.lowestHeader(column)).matches()) {
                for (int other = 0; other < cells.columns(); other++) {
                    if (CASES.matcher(cells.lowestHeader(other)).matches()) {
                        rows(cells, column, other, items, faults);
                        break;
                    }
                }
            }
        }
    }

    private static void rows(Cells cells, int mean, int n, int items, Consumer<Fault> faults) {
        for (int row = cells.firstRow(); row < cells.rows(); row++) {
            Optional<DisplayedNumber> value = cells.number(row, mean);
            Optional<DisplayedNumber> count = cells.number(row, n);
            if (value.isPresent() && count.isPresent()) {
                judge(value.get(), count.get().value(), items, cells.span(row, mean), cells.text(row, mean), faults);
            }
        }
    }

    private static void judge(
            DisplayedNumber mean, BigDecimal n, int items, Span span, String shown, Consumer<Fault> faults) {
        BigDecimal parts = n.multiply(BigDecimal.valueOf(items));
        if (n.signum() <= 0) {
            return;
        }
        Interval all = mean.interval();
        BigDecimal least = all.low().multiply(parts).setScale(0, RoundingMode.CEILING);
        if (least.compareTo(all.high().multiply(parts)) > 0) {
            faults.accept(new Fault(
                    span,
                    "'" + shown + "' is impossible: no sum of whole numbers over " + n.toPlainString() + " cases"
                            + (items == 1 ? "" : " with " + items + " items") + " gives this mean.",
                    "Correct the mean or the number of cases, or say that values are missing or not whole."));
        }
    }
}
