package dev.assay.check.dataset;

import dev.assay.check.Quotes;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Holds the values of one column against what was declared of it.
final class ColumnRule implements RowRule {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final DataTable table;
    private final int at;
    private final Column column;
    private final Values values;
    private final @Nullable KeySet codes;
    private final Set<String> allowed;
    private final @Nullable KeySet seen;
    private final Faults faults;
    private final String name;
    private int rows;
    private int missing;

    /// @param codes the code list, null where none is declared or it is not there
    ColumnRule(DataTable table, int at, Column column, Values values, @Nullable KeySet codes, Faults faults) {
        this.table = table;
        this.at = at;
        this.column = column;
        this.values = values;
        this.codes = codes;
        this.allowed = new HashSet<>(column.values());
        this.seen = column.unique() ? new KeySet() : null;
        this.faults = faults;
        this.name = "'" + column.name() + "'";
    }

    @Override
    public void row(DataRow row) {
        rows++;
        String text = row.text(at);
        if (values.isMissing(text) || (column.isNumber() && values.isNoNumber(text))) {
            missing++;
            if (column.required()) {
                tell(
                        row,
                        "no value",
                        "Row " + row.number() + " has no value in column " + name + ", which every row needs"
                                + (text.isEmpty() ? "." : ": '" + shown(text) + "' stands for none."),
                        "Give the value, or take the row out.");
            }
            return;
        }
        typed(row, text);
        listed(row, text);
        if (seen != null) {
            int first = seen.add(text, row.number());
            if (first != 0) {
                tell(
                        row,
                        "value given twice",
                        "'" + shown(text) + "' in column " + name + " stands in row " + first + " already, and has to"
                                + " be unique.",
                        "Give each row a value of its own, or take the repeated row out.");
            }
        }
    }

    private void typed(DataRow row, String text) {
        if (column.isNumber()) {
            number(row, text, values.number(row, at));
        } else if (column.isDate()) {
            date(row, text, values.dates(row, at));
        }
    }

    private void number(DataRow row, String text, Optional<BigDecimal> number) {
        if (number.isEmpty()) {
            tell(
                    row,
                    "no number",
                    "'" + shown(text) + "' in column " + name + " is not a number.",
                    "Write a number, or leave the cell empty where there is none.");
            return;
        }
        boolean whole = number.get().stripTrailingZeros().scale() <= 0;
        if (column.type() == Column.Type.INTEGER && !whole) {
            tell(
                    row,
                    "no whole number",
                    "'" + shown(text) + "' in column " + name + " is not a whole number.",
                    "Write a whole number.");
        }
        boolean below = column.low() != null && number.get().compareTo(column.low()) < 0;
        boolean above = column.high() != null && number.get().compareTo(column.high()) > 0;
        if (below || above) {
            tell(
                    row,
                    "value out of range",
                    "'" + shown(text) + "' in column " + name + " is outside what is allowed: "
                            + range(column.low(), column.high()) + ".",
                    "Correct the value, or say why it is right.");
        }
    }

    private void date(DataRow row, String text, List<LocalDate> days) {
        if (days.isEmpty()) {
            tell(
                    row,
                    "no date",
                    "'" + shown(text) + "' in column " + name + " is not a date.",
                    "Write a date that exists, best as year-month-day.");
            return;
        }
        long outside = days.stream()
                .filter(day -> (column.from() != null && day.isBefore(column.from()))
                        || (column.until() != null && day.isAfter(column.until())))
                .count();
        if (outside == days.size()) {
            tell(
                    row,
                    "date out of range",
                    "'" + shown(text) + "' in column " + name + " is outside what is allowed: "
                            + range(column.from(), column.until()) + ".",
                    "Correct the date, or say why it is right.");
        } else if (outside > 0) {
            faults.doubt("day and month of '" + shown(text) + "' in column " + name + " can be exchanged");
        }
    }

    private static String range(@Nullable Object low, @Nullable Object high) {
        if (low == null) {
            return "at most " + high;
        }
        return high == null ? "at least " + low : low + " to " + high;
    }

    private void listed(DataRow row, String text) {
        if (!allowed.isEmpty() && !allowed.contains(text)) {
            tell(
                    row,
                    "value not allowed",
                    "'" + shown(text) + "' in column " + name + " is none of the values allowed: "
                            + Quotes.shortened(String.join(", ", column.values()), 200) + ".",
                    "Use one of these values.");
        }
        if (codes != null && column.codes() != null && !codes.contains(text)) {
            tell(
                    row,
                    "code not listed",
                    "'" + shown(text) + "' in column " + name + " is not in the code list '"
                            + column.codes().where() + "'.",
                    "Use a code of the list, or have the list completed.");
        }
        if (column.pattern() != null && !column.pattern().matches(text)) {
            tell(
                    row,
                    "value not in the form",
                    "'" + shown(text) + "' in column " + name + " is not written as required: " + column.pattern()
                            + ".",
                    "Write the value in the required form.");
        }
    }

    private void tell(DataRow row, String rule, String message, String remedy) {
        faults.at(rule + " in column " + name, row, at, message, remedy);
    }

    private static String shown(String text) {
        return Quotes.shortened(text, 60);
    }

    @Override
    public void end() {
        BigDecimal most = column.mostMissing();
        if (most != null
                && rows > 0
                && BigDecimal.valueOf(missing).multiply(HUNDRED).compareTo(most.multiply(BigDecimal.valueOf(rows)))
                        > 0) {
            faults.header(
                    "values missing in column " + name,
                    at,
                    String.format(
                            Locale.ROOT,
                            "%,d of %,d rows have no value in column %s: %s %%, and at most %s %% are allowed.",
                            missing,
                            rows,
                            name,
                            BigDecimal.valueOf(missing)
                                    .multiply(HUNDRED)
                                    .divide(BigDecimal.valueOf(rows), 1, RoundingMode.HALF_UP),
                            most.toPlainString()),
                    "Complete the column, or say why so much is missing in " + table.described() + ".");
        }
    }
}
