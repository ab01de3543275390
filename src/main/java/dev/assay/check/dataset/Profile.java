package dev.assay.check.dataset;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What the values of one column are like: how many there are, their mean, and, where they are codes, how often each
/// occurs.
final class Profile implements RowRule {
    /// More different values are no codes.
    static final int MOST_CODES = 60;

    private final int column;
    private final Values values;
    private final Map<String, Count> codes = new LinkedHashMap<>();
    private final KeySet different = new KeySet();
    private boolean coded = true;
    private boolean whole = true;
    private int rows;
    private int missing;
    private int numbers;
    private BigDecimal sum = BigDecimal.ZERO;

    Profile(int column, Values values) {
        this.column = column;
        this.values = values;
    }

    /// How often a code occurs, and where first.
    record Count(int count, Spot first) {}

    @Override
    public void row(DataRow row) {
        rows++;
        String text = row.text(column);
        if (values.isNoNumber(text)) {
            missing++;
            return;
        }
        // Only a column of nothing but numbers has a mean.
        Optional<BigDecimal> number = numbers < rows - missing - 1 ? Optional.empty() : values.number(row, column);
        numbers += number.isPresent() ? 1 : 0;
        sum = number.map(sum::add).orElse(sum);
        whole &= number.isEmpty() || number.get().stripTrailingZeros().scale() <= 0;
        different.add(text, 1);
        if (coded) {
            Count count = codes.get(text);
            codes.put(
                    text, count == null ? new Count(1, row.spot(column)) : new Count(count.count() + 1, count.first()));
            coded = codes.size() <= MOST_CODES;
        }
    }

    int rows() {
        return rows;
    }

    int filled() {
        return rows - missing;
    }

    BigDecimal missingShare() {
        return share(missing);
    }

    /// Codes repeat; a column of names or amounts has none.
    boolean isCoded() {
        return coded && filled() >= 5 * codes.size();
    }

    Map<String, Count> codes() {
        return codes;
    }

    /// Per cent of the rows that have some code.
    BigDecimal share(String code) {
        Count count = codes.get(code);
        return share(count == null ? 0 : count.count());
    }

    private BigDecimal share(int count) {
        return rows == 0
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(100L * count).divide(BigDecimal.valueOf(rows), MathContext.DECIMAL64);
    }

    /// The mean of a column of measures: numbers that are neither codes nor the names of rows.
    Optional<BigDecimal> mean() {
        boolean names = whole && different.size() == filled();
        return numbers == 0 || numbers < filled() || isCoded() || names
                ? Optional.empty()
                : Optional.of(sum.divide(BigDecimal.valueOf(numbers), MathContext.DECIMAL64));
    }
}
