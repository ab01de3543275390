package dev.assay.check.dataset;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Holds one table against what is declared: sends its rows once past all rules.
final class TableCheck {
    private final DataTable table;
    private final Declared declared;
    private final Lookup lookup;
    private final BigDecimal limit;
    private final Values values;
    private final Faults faults;
    private final List<RowRule> rules = new ArrayList<>();
    private final Set<String> absent = new LinkedHashSet<>();
    private int rows;

    private TableCheck(DataTable table, Declared declared, Lookup lookup, BigDecimal limit) {
        this.table = table;
        this.declared = declared;
        this.lookup = lookup;
        this.limit = limit;
        this.values = table.values(declared.missing());
        this.faults = new Faults(table);
    }

    /// What came of it.
    record Result(DataTable table, int rows, Faults faults) {}

    /// @param limit of drift
    static Result of(DataTable table, Declared declared, Lookup lookup, BigDecimal limit) {
        TableCheck check = new TableCheck(table, declared, lookup, limit);
        check.prepare();
        table.each(check::row);
        check.rules.forEach(RowRule::end);
        return new Result(table, check.rows, check.faults);
    }

    private void row(DataRow row) {
        rows++;
        for (RowRule rule : rules) {
            rule.row(row);
        }
    }

    private void prepare() {
        if (table.property("dialect").equals("opticon")) {
            rules.add(new LoadFile(faults));
        }
        rules.add(new Shape(table, declared.columns().stream().map(Column::name).toList(), values, faults));
        declared.columns().forEach(this::column);
        if (declared.closed()) {
            undeclared();
        }
        declared.keys().forEach(this::key);
        declared.foreignKeys().forEach(this::foreignKey);
        declared.sequences().forEach(names -> sequence(names, true));
        declared.ranges().forEach(names -> sequence(names, false));
        declared.families().forEach(this::families);
        declared.conditions().forEach(this::condition);
        declared.groups().forEach(this::group);
        declared.totals().forEach(this::total);
        declared.previous().ifPresent(this::drift);
    }

    private void undeclared() {
        Set<String> known = new LinkedHashSet<>();
        declared.columns().forEach(column -> known.add(DataTable.folded(column.name())));
        for (int column = 0; column < table.names().size(); column++) {
            String name = table.names().get(column);
            if (!name.isEmpty() && !known.contains(DataTable.folded(name))) {
                faults.header(
                        "undeclared column",
                        column,
                        "Column '" + name + "' is none of those declared.",
                        "Take it out, or have it declared.");
            }
        }
    }

    /// Where a column is; empty, and told, where it is not.
    private Optional<Integer> at(String name) {
        Optional<Integer> at = table.column(name);
        if (at.isEmpty() && !declared.mayBeAbsent(name) && absent.add(DataTable.folded(name))) {
            faults.about(
                    "column missing",
                    name,
                    "Column '" + name + "' is not in " + table.described() + ".",
                    "Add the column, under this name.");
        }
        return at;
    }

    /// Where some columns are; empty where one is not.
    private List<Integer> all(List<String> names) {
        List<Integer> at = new ArrayList<>();
        for (String name : names) {
            at(name).ifPresent(at::add);
        }
        return at.size() == names.size() ? at : List.of();
    }

    private void column(Column column) {
        Optional<Integer> at = at(column.name());
        if (at.isEmpty()) {
            return;
        }
        Column.Source codes = column.codes();
        Optional<KeySet> known = codes == null
                ? Optional.empty()
                : lookup.keys(
                        codes.where(),
                        List.of(codes.column().isEmpty() ? column.name() : codes.column()),
                        codes.column().isEmpty(),
                        declared.missing(),
                        faults);
        rules.add(new ColumnRule(table, at.get(), column, values, known.orElse(null), faults));
    }

    private void key(List<String> names) {
        List<Integer> at = all(names);
        if (!at.isEmpty()) {
            rules.add(new Keys(at, String.join(" + ", names), values, faults));
        }
    }

    private void foreignKey(ForeignKey.Form form) {
        List<Integer> at = all(form.columns());
        if (at.isEmpty()) {
            return;
        }
        Optional<KeySet> known = form.where().equals("this")
                ? own(all(form.others()))
                : lookup.keys(form.where(), form.others(), false, declared.missing(), faults);
        known.ifPresent(keys -> rules.add(new ForeignKey(at, form, values, keys, faults)));
    }

    private Optional<KeySet> own(List<Integer> columns) {
        if (columns.isEmpty()) {
            return Optional.empty();
        }
        KeySet keys = new KeySet();
        Lookup.load(table, columns, declared.missing(), keys);
        return Optional.of(keys);
    }

    private void sequence(List<String> names, boolean flagsGaps) {
        List<Integer> at = all(names);
        if (!at.isEmpty()) {
            rules.add(new Sequence(table, at.getFirst(), at.getLast(), flagsGaps, values, faults));
        }
    }

    private void families(Families.Form form) {
        List<Integer> family = all(form.family());
        List<Integer> document = all(form.document());
        if (!family.isEmpty() && !document.isEmpty()) {
            rules.add(new Families(table, family, document, faults));
        }
    }

    private void condition(Condition condition) {
        if (!all(condition.columns()).isEmpty()) {
            rules.add(condition.over(table, values, faults));
        }
    }

    private void group(Groups.Form form) {
        List<Integer> at = all(List.of(form.group(), form.member()));
        if (!at.isEmpty()) {
            rules.add(new Groups(form, at.getFirst(), at.getLast(), values, faults));
        }
    }

    private void total(Total.Form form) {
        Optional<Integer> at = form.column().isEmpty() ? Optional.of(0) : at(form.column());
        Optional<Total.Stated> stated = form.value()
                .map(value -> new Total.Stated(value, "the checklist", true))
                .or(() -> form.source().flatMap(source -> lookup.stated(source, faults)));
        if (at.isPresent() && stated.isPresent()) {
            rules.add(new Total(table, form, at.get(), stated.get(), values, faults));
        }
    }

    private void drift(String where) {
        for (Lookup.Found file : lookup.files(where)) {
            Optional<DataTable> before = lookup.before(file, table);
            if (before.isPresent()) {
                compare(before.get(), file.quotable());
                return;
            }
        }
        faults.doubt(
                "there is no '" + where + "' with a table of the same columns, so that no wave before is compared");
    }

    private void compare(DataTable before, boolean quotable) {
        if (before.isWhole()) {
            rules.add(new Drift(table, before, quotable, limit, declared.missing(), faults));
        } else {
            faults.doubt("the wave before was not read to its end");
        }
    }
}
