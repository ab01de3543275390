package dev.assay.check.dataset;

import java.util.List;

/// Columns whose values must exist in another table, or in this one.
final class ForeignKey implements RowRule {
    private final List<Integer> columns;
    private final Form form;
    private final Values values;
    private final KeySet known;
    private final Faults faults;

    ForeignKey(List<Integer> columns, Form form, Values values, KeySet known, Faults faults) {
        this.columns = List.copyOf(columns);
        this.form = form;
        this.values = values;
        this.known = known;
        this.faults = faults;
    }

    /// `subject in demographics: subject id`.
    ///
    /// @param columns of this table
    /// @param where   the other table; `this` for the same
    /// @param others  its columns, as many
    record Form(List<String> columns, String where, List<String> others) {
        /// @throws IllegalArgumentException if it is none
        static Form of(String declaration) {
            int in = declaration.indexOf(" in ");
            if (in < 0) {
                throw new IllegalArgumentException(
                        "a foreign key is written 'column in table: column'. Found: '" + declaration + "'");
            }
            List<String> columns = Keys.names(declaration.substring(0, in));
            Column.Source source = Column.Source.of(declaration.substring(in + 4));
            List<String> others = source.column().isEmpty() ? columns : Keys.names(source.column());
            if (source.where().isEmpty() || others.size() != columns.size()) {
                throw new IllegalArgumentException(
                        "a foreign key has as many columns on both sides. Found: '" + declaration + "'");
            }
            return new Form(columns, source.where(), others);
        }

        String described() {
            return String.join(" + ", columns);
        }
    }

    /// A row without a value refers to nothing.
    @Override
    public void row(DataRow row) {
        String key = Keys.key(row, columns, values);
        if (!key.isEmpty() && !known.contains(key)) {
            String where = form.where().equals("this") ? "this table" : "'" + form.where() + "'";
            faults.at(
                    "key without counterpart (" + form.described() + ")",
                    row,
                    columns.getFirst(),
                    "'" + Keys.shown(key) + "' (" + form.described() + ") of row " + row.number()
                            + " does not exist in " + where + ", column '" + String.join(" + ", form.others()) + "'.",
                    "Add what is referred to, or correct the value.");
        }
    }
}
