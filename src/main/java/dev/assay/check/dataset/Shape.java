package dev.assay.check.dataset;

import dev.assay.check.Quotes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// What is wrong with a table whatever it holds: rows of another length, names given twice, columns without a name or
/// a value, a few texts among numbers, whole rows given twice.
final class Shape implements RowRule {
    private static final Pattern KEY_LIKE = Pattern.compile(
            "(?i)(?:.*[ _-])?(?:id|ids|key|uuid|guid|caseid|respid|subjid|usubjid|docid|begbates|begdoc|respondent"
                    + "|(?:respondent|case|record|row|subject|customer|invoice|order) ?(?:no\\.?|number|nr\\.?))");
    private static final int SAMPLED = 50;
    private static final int LEAST_NUMBERS = 20;
    private static final int MOST_OTHERS = 20;
    private static final int MOST_PENDING = 1_000;

    private final DataTable table;
    private final Values values;
    private final Faults faults;
    private final int width;
    private final List<ColumnShape> columns = new ArrayList<>();
    private final KeySet wholeRows = new KeySet();
    private final Optional<Integer> key;
    private final KeySet keys = new KeySet();
    private final List<Repeated> repeated = new ArrayList<>();
    private final Map<Integer, Beside> beside = new TreeMap<>();
    private int repetitions;
    private int rows;

    private record Repeated(Spot spot, String value, int first) {}

    /// Values right of the last column that has a name.
    private record Beside(Spot first, int count) {
        Beside and(Beside other) {
            return new Beside(first, count + other.count);
        }
    }

    private record Other(DataRow row, String text) {}

    /// @param declared names of columns that are declared, whose values other rules judge
    Shape(DataTable table, List<String> declared, Values values, Faults faults) {
        this.table = table;
        this.values = values;
        this.faults = faults;
        this.width = usualWidth(table);
        List<String> known = declared.stream().map(DataTable::folded).toList();
        for (int column = 0; column < Math.max(width, table.names().size()); column++) {
            columns.add(new ColumnShape(column, known.contains(DataTable.folded(name(column)))));
        }
        this.key = keyColumn(table);
    }

    private String name(int column) {
        return column < table.names().size() ? table.names().get(column) : "";
    }

    private static Optional<Integer> keyColumn(DataTable table) {
        for (int column = 0; column < table.names().size(); column++) {
            if (KEY_LIKE.matcher(table.names().get(column)).matches()) {
                return Optional.of(column);
            }
        }
        return Optional.empty();
    }

    /// That of most of the first rows; of a sheet that of its header.
    private static int usualWidth(DataTable table) {
        int header = table.names().size();
        if (!table.isDelimited()) {
            return header;
        }
        Map<Integer, Integer> counts = new HashMap<>();
        List<DataRow> first = table.first(SAMPLED);
        first.forEach(row -> counts.merge(row.width(), 1, Integer::sum));
        return counts.entrySet().stream()
                .filter(entry -> 2 * entry.getValue() > first.size())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(header);
    }

    @Override
    public void row(DataRow row) {
        rows++;
        ragged(row);
        for (int column = 0; column < Math.min(columns.size(), row.width()); column++) {
            columns.get(column).value(row);
        }
        if (key.isPresent()) {
            keys.add(row.text(key.get()), 1);
            repeated(row, key.get());
        }
    }

    private void ragged(DataRow row) {
        if (table.isDelimited() && row.width() != width) {
            faults.at(
                    "row of another length",
                    row,
                    0,
                    "Row " + row.number() + " has " + fields(row.width()) + ", the others have " + width + ".",
                    "Look for a missing or surplus delimiter, or a line break or quotation mark inside a field.");
        } else if (!table.isDelimited()) {
            for (int column = width; column < row.width(); column++) {
                if (!row.text(column).isEmpty()) {
                    beside.merge(column, new Beside(row.spot(column), 1), Beside::and);
                }
            }
        }
    }

    private static String fields(int count) {
        return count == 1 ? "1 field" : count + " fields";
    }

    private void repeated(DataRow row, int column) {
        StringBuilder whole = new StringBuilder();
        for (int each = 0; each < row.width(); each++) {
            whole.append(row.text(each)).append('\u001F');
        }
        int first = wholeRows.add(whole.toString(), row.number());
        if (first != 0) {
            repetitions++;
            if (repeated.size() < MOST_PENDING) {
                repeated.add(new Repeated(row.spot(column), row.text(column), first));
            }
        }
    }

    @Override
    public void end() {
        header();
        columns.forEach(ColumnShape::end);
        beside.forEach((column, values) -> faults.at(
                "value beside the table",
                values.first(),
                DataRow.letters(column),
                "Column " + DataRow.letters(column) + " has "
                        + (values.count() == 1
                                ? "a value"
                                : values.count() + " values, the first in row "
                                        + values.first().row() + ",")
                        + " and no name.",
                "Name the column, or move what it holds out of the data."));
        boolean named = 20L * keys.size() >= 19L * (rows - repetitions);
        if (named && rows > repetitions) {
            repeated.forEach(each -> faults.at(
                    "row given twice",
                    each.spot(),
                    each.value(),
                    "Row " + each.spot().row() + " ('" + table.name(each.spot().column()) + "' is '"
                            + Quotes.shortened(each.value(), 60) + "') is the same as row " + each.first()
                            + " in every column.",
                    "Take the repeated row out."));
        }
    }

    private void header() {
        if (!table.hasHeader()) {
            return;
        }
        int named = table.names().size();
        if (table.isDelimited() && named != width && rows > 0) {
            faults.about(
                    "header of another length",
                    "",
                    "The header has " + named + " names, the rows have " + fields(width) + ".",
                    "Give each column one name.");
        }
        Map<String, Integer> seen = new HashMap<>();
        for (int column = 0; column < named; column++) {
            String name = table.names().get(column);
            Integer first = name.isEmpty() ? null : seen.putIfAbsent(name, column);
            if (first != null) {
                faults.header(
                        "name given twice",
                        column,
                        "Column " + DataRow.letters(column) + " is named '" + name + "', as column "
                                + DataRow.letters(first) + " is.",
                        "Give each column a name of its own.");
            }
        }
    }

    /// One column as its rows pass by.
    private final class ColumnShape {
        private final int column;
        private final boolean declared;
        private final List<Other> others = new ArrayList<>();
        private int filled;
        private int numbers;
        private int notNumbers;

        ColumnShape(int column, boolean declared) {
            this.column = column;
            this.declared = declared;
        }

        void value(DataRow row) {
            String text = row.text(column);
            if (text.isEmpty()) {
                return;
            }
            filled++;
            // Once there are many texts the column is none of numbers, and parsing them all would be dear.
            if (declared || notNumbers > MOST_OTHERS || values.isNoNumber(text) || isBound(text)) {
                return;
            }
            if (values.number(row, column).isPresent()) {
                numbers++;
                return;
            }
            notNumbers++;
            if (others.size() < MOST_OTHERS) {
                others.add(new Other(row, text));
            }
        }

        /// Below or above what can be measured.
        private static boolean isBound(String text) {
            return text.charAt(0) == '<'
                    || text.charAt(0) == '>'
                    || text.charAt(0) == '\u2264'
                    || text.charAt(0) == '\u2265';
        }

        void end() {
            if (!table.hasHeader()) {
                mixed();
                return;
            }
            boolean nameless = name(column).isEmpty() && column < table.names().size();
            if (nameless && filled > 0) {
                faults.header(
                        "column without a name",
                        column,
                        String.format(
                                Locale.ROOT,
                                "Column %s has values in %,d rows and no name.",
                                DataRow.letters(column),
                                filled),
                        "Name the column.");
            }
            if (filled == 0 && rows > 0 && column < table.names().size() && !nameless) {
                faults.header(
                        "column without a value",
                        column,
                        "Column '" + name(column) + "' has no value in any of its rows.",
                        "Fill the column, or take it out.");
            }
            mixed();
        }

        /// A few texts among numbers; many such are codes.
        private void mixed() {
            if (numbers < LEAST_NUMBERS || notNumbers > MOST_OTHERS || 20 * notNumbers > numbers) {
                return;
            }
            others.forEach(each -> faults.at(
                    "text among numbers in column '" + table.name(column) + "'",
                    each.row(),
                    column,
                    String.format(
                            Locale.ROOT,
                            "'%s' in column '%s' (row %d) is not a number; %,d others in the column are.",
                            Quotes.shortened(each.text(), 60),
                            table.name(column),
                            each.row().number(),
                            numbers),
                    "Write the number, or leave the cell empty where there is none."));
        }
    }
}
