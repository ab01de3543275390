package dev.assay.check.dataset;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A control total: as many rows, or such a sum of a column, as is stated elsewhere.
final class Total implements RowRule {
    private final DataTable table;
    private final Form form;
    private final int column;
    private final Stated stated;
    private final Values values;
    private final Faults faults;
    private BigDecimal sum = BigDecimal.ZERO;
    private long rows;

    /// @param column counted from 0; any where rows are counted
    Total(DataTable table, Form form, int column, Stated stated, Values values, Faults faults) {
        this.table = table;
        this.form = form;
        this.column = column;
        this.stated = stated;
        this.values = values;
        this.faults = faults;
    }

    /// What is stated.
    ///
    /// @param where     in words
    /// @param quotable  whether the vendor may be told the number
    record Stated(BigDecimal value, String where, boolean quotable) {}

    /// `rows = 1200`, `sum of amount = 10500.25`, `rows in control: Number of records`.
    ///
    /// @param column summed; empty where rows are counted
    /// @param value  stated in the checklist
    /// @param source states it, with the label it has there
    record Form(String column, Optional<BigDecimal> value, Optional<Column.Source> source, String words) {
        private static final Pattern FORM =
                Pattern.compile("(?:rows|sum of (?<column>.+?)) *(?:= *(?<value>-?[0-9]{1,18}(?:\\.[0-9]{1,18})?)|in"
                        + " (?<source>[^:]+:.+))");

        /// @throws IllegalArgumentException if it is none
        static Form of(String declaration) {
            Matcher form = FORM.matcher(declaration.strip());
            if (!form.matches()) {
                throw new IllegalArgumentException(
                        "a control total is written 'rows = 1200', 'sum of amount = 10500.25' or 'rows in control:"
                                + " label'. Found: '" + declaration + "'");
            }
            return new Form(
                    Optional.ofNullable(form.group("column")).orElse(""),
                    Optional.ofNullable(form.group("value")).map(BigDecimal::new),
                    Optional.ofNullable(form.group("source")).map(Column.Source::of),
                    declaration.strip());
        }
    }

    @Override
    public void row(DataRow row) {
        rows++;
        if (form.column().isEmpty() || values.isNoNumber(row.text(column))) {
            return;
        }
        Optional<BigDecimal> number = values.number(row, column);
        if (number.isEmpty()) {
            faults.doubt("'" + Keys.shown(row.text(column)) + "' in column '" + form.column() + "' (row " + row.number()
                    + ") is not a number, so that the column has no sum");
        } else {
            sum = sum.add(number.get());
        }
    }

    @Override
    public void end() {
        BigDecimal found = form.column().isEmpty() ? BigDecimal.valueOf(rows) : sum;
        if (found.compareTo(stated.value()) == 0) {
            return;
        }
        String subject = form.column().isEmpty()
                ? String.format(Locale.ROOT, "There are %,d rows in %s", rows, table.described())
                : "Column '" + form.column() + "' of " + table.described() + " adds up to " + written(sum);
        String told = stated.quotable()
                ? ", " + stated.where() + " states " + written(stated.value()) + ": "
                        + written(found.subtract(stated.value()).abs())
                        + (found.compareTo(stated.value()) > 0 ? " too many." : " missing.")
                : ", which is not what " + stated.where() + " states.";
        faults.about(
                "control total",
                form.words(),
                subject + told,
                "Deliver all rows once, or have the control total corrected.");
    }

    private static String written(BigDecimal number) {
        BigDecimal plain = number.stripTrailingZeros();
        return String.format(Locale.ROOT, "%,." + Math.max(0, plain.scale()) + "f", plain);
    }
}
