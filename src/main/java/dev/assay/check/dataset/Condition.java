package dev.assay.check.dataset;

import dev.assay.check.Quotes;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What must hold within a row: `when consent = yes then signed required`, `end >= [start]`.
///
/// @param when tests that pick the rows; none for every row
/// @param then tests that must hold in these
/// @param words as declared
record Condition(List<Test> when, List<Test> then, String words) {
    private static final Set<String> OPERATORS = Set.of("=", "!=", "<", "<=", ">", ">=");
    private static final Set<String> NAME_ENDS =
            Set.of("=", "!=", "<", "<=", ">", ">=", "required", "empty", "in", "not", "and", "then", "|", "]");
    private static final Set<String> VALUE_ENDS = Set.of("and", "then", "|");

    Condition {
        when = List.copyOf(when);
        then = List.copyOf(then);
    }

    /// One test of one column.
    sealed interface Test {
        String column();
    }

    /// There is a value, or there is none.
    record Present(String column, boolean wanted) implements Test {}

    /// It is one of some values, or none of them.
    record Among(String column, Set<String> values, boolean wanted) implements Test {
        public Among {
            values = Set.copyOf(values);
        }
    }

    /// It compares with a value or with another column.
    ///
    /// @param isColumn whether `operand` names a column
    record Compared(String column, String operator, String operand, boolean isColumn) implements Test {}

    /// Reads a declaration.
    ///
    /// @throws IllegalArgumentException if it is none; the message says why
    static Condition of(String declaration) {
        Words words = new Words(declaration);
        List<Test> when = List.of();
        if (words.take("when")) {
            when = tests(words);
            words.expect("then");
        }
        List<Test> then = tests(words);
        words.end();
        return new Condition(when, then, declaration.strip());
    }

    /// Names of all columns it looks at.
    List<String> columns() {
        List<String> columns = new ArrayList<>();
        for (List<Test> tests : List.of(when, then)) {
            for (Test test : tests) {
                columns.add(test.column());
                if (test instanceof Compared compared && compared.isColumn()) {
                    columns.add(compared.operand());
                }
            }
        }
        return columns;
    }

    private static List<Test> tests(Words words) {
        List<Test> tests = new ArrayList<>();
        tests.add(test(words));
        while (words.take("and")) {
            tests.add(test(words));
        }
        return tests;
    }

    private static Test test(Words words) {
        String column = words.upTo(NAME_ENDS);
        if (words.take("required")) {
            return new Present(column, true);
        }
        if (words.take("empty")) {
            return new Present(column, false);
        }
        boolean wanted = !words.take("not");
        if (words.take("in")) {
            return new Among(column, values(words), wanted);
        }
        if (!wanted || !OPERATORS.contains(words.peek())) {
            throw words.wrong("after '" + column + "' comes required, empty, in, not in, or one of = != < <= > >=");
        }
        String operator = words.next();
        if (words.take("[")) {
            String other = words.upTo(Set.of("]"));
            words.expect("]");
            return new Compared(column, operator, other, true);
        }
        return new Compared(column, operator, words.upTo(VALUE_ENDS), false);
    }

    private static Set<String> values(Words words) {
        Set<String> values = new HashSet<>();
        values.add(words.upTo(VALUE_ENDS));
        while (words.take("|")) {
            values.add(words.upTo(VALUE_ENDS));
        }
        return values;
    }

    /// Holds the rows of a table against it.
    RowRule over(DataTable table, Values values, Faults faults) {
        return new Rule(this, table, values, faults);
    }

    private enum Truth {
        HOLDS,
        FAILS,
        /// Nothing to compare.
        EMPTY,
        /// The values cannot be compared.
        UNCLEAR
    }

    private record Rule(Condition condition, DataTable table, Values values, Faults faults) implements RowRule {
        @Override
        public void row(DataRow row) {
            for (Test test : condition.when()) {
                Truth truth = truth(test, row);
                if (truth == Truth.UNCLEAR) {
                    unclear(test, row);
                }
                if (truth != Truth.HOLDS) {
                    return;
                }
            }
            condition.then().forEach(test -> judge(test, row));
        }

        private void judge(Test test, DataRow row) {
            switch (truth(test, row)) {
                case HOLDS, EMPTY -> {}
                case UNCLEAR -> unclear(test, row);
                case FAILS -> {
                    int column = at(test.column());
                    faults.at(
                            "condition '" + condition.words() + "'",
                            row,
                            column,
                            "Row " + row.number() + ": " + found(test, row, column) + "; required is: "
                                    + Quotes.shortened(condition.words(), 160) + ".",
                            "Correct whichever value is wrong.");
                }
            }
        }

        private void unclear(Test test, DataRow row) {
            faults.doubt("'" + Quotes.shortened(row.text(at(test.column())), 60) + "' in column '" + test.column()
                    + "' (row " + row.number() + ") cannot be compared as '" + condition.words() + "' asks");
        }

        private String found(Test test, DataRow row, int column) {
            String text = row.text(column);
            String value = text.isEmpty()
                    ? "'" + test.column() + "' is empty"
                    : "'" + test.column() + "' is '" + Quotes.shortened(text, 60) + "'";
            if (test instanceof Compared compared && compared.isColumn()) {
                value += ", '" + compared.operand() + "' is '" + Quotes.shortened(row.text(at(compared.operand())), 60)
                        + "'";
            }
            for (Test picked : condition.when()) {
                value += ", '" + picked.column() + "' is '" + Quotes.shortened(row.text(at(picked.column())), 60) + "'";
            }
            return value;
        }

        private int at(String column) {
            return table.column(column).orElse(0);
        }

        private Truth truth(Test test, DataRow row) {
            int column = at(test.column());
            boolean missing = values.isMissing(row.text(column));
            return switch (test) {
                case Present present -> of(present.wanted() != missing);
                case Among among ->
                    missing && among.wanted()
                            ? condition.when().contains(test) ? Truth.FAILS : Truth.EMPTY
                            : of(among.values().contains(row.text(column)) == among.wanted());
                case Compared compared -> missing ? Truth.EMPTY : compared(compared, row, column);
            };
        }

        private Truth compared(Compared test, DataRow row, int column) {
            int other = test.isColumn() ? at(test.operand()) : -1;
            String operand = test.isColumn() ? row.text(other) : test.operand();
            if (values.isMissing(operand)) {
                return Truth.EMPTY;
            }
            Optional<BigDecimal> one = values.number(row, column);
            Optional<BigDecimal> two = test.isColumn() ? values.number(row, other) : values.number(operand);
            if (one.isPresent() && two.isPresent()) {
                return of(holds(test.operator(), one.get().compareTo(two.get())));
            }
            List<LocalDate> first = values.dates(row, column);
            List<LocalDate> second = test.isColumn() ? values.dates(row, other) : Values.dates(operand);
            if (first.size() == 1 && second.size() == 1) {
                return of(holds(test.operator(), first.getFirst().compareTo(second.getFirst())));
            }
            return switch (test.operator()) {
                case "=" -> of(row.text(column).equals(operand));
                case "!=" -> of(!row.text(column).equals(operand));
                default -> Truth.UNCLEAR;
            };
        }

        private static Truth of(boolean holds) {
            return holds ? Truth.HOLDS : Truth.FAILS;
        }

        private static boolean holds(String operator, int compared) {
            return switch (operator) {
                case "=" -> compared == 0;
                case "!=" -> compared != 0;
                case "<" -> compared < 0;
                case "<=" -> compared <= 0;
                case ">" -> compared > 0;
                default -> compared >= 0;
            };
        }
    }
}
