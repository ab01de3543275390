package dev.assay.check.dataset;

import dev.assay.check.Parameters;
import dev.assay.checklist.Grammar;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// All that an item declares of a data set.
///
/// @param sequences each with whether gaps are flagged
/// @param previous  where the wave before is; empty where it is not compared
record Declared(
        List<Column> columns,
        boolean closed,
        List<List<String>> keys,
        List<ForeignKey.Form> foreignKeys,
        List<List<String>> sequences,
        List<List<String>> ranges,
        List<Families.Form> families,
        List<Condition> conditions,
        List<Groups.Form> groups,
        List<Total.Form> totals,
        List<String> missing,
        Optional<String> previous) {
    static Declared of(Parameters parameters) {
        return new Declared(
                parameters.texts("columns").stream().map(Column::of).toList(),
                parameters.flag("closed"),
                parameters.texts("keys").stream().map(Keys::names).toList(),
                parameters.texts("foreign-keys").stream()
                        .map(ForeignKey.Form::of)
                        .toList(),
                parameters.texts("sequences").stream().map(Sequence::names).toList(),
                parameters.texts("ranges").stream().map(Sequence::names).toList(),
                parameters.texts("families").stream().map(Families.Form::of).toList(),
                parameters.texts("conditions").stream().map(Condition::of).toList(),
                parameters.texts("groups").stream().map(Groups.Form::of).toList(),
                parameters.texts("totals").stream().map(Total.Form::of).toList(),
                parameters.texts("missing"),
                parameters.optionalText("previous"));
    }

    /// How the declarations are written.
    static final Grammar GRAMMAR = (parameter, text) -> switch (parameter) {
        case "columns" -> Grammar.of(() -> Column.of(text));
        case "keys" -> Grammar.of(() -> Keys.names(text));
        case "foreign-keys" -> Grammar.of(() -> ForeignKey.Form.of(text));
        case "sequences", "ranges" -> Grammar.of(() -> Sequence.names(text));
        case "families" -> Grammar.of(() -> Families.Form.of(text));
        case "conditions" -> Grammar.of(() -> Condition.of(text));
        case "groups" -> Grammar.of(() -> Groups.Form.of(text));
        case "totals" -> Grammar.of(() -> Total.Form.of(text));
        default -> Optional.empty();
    };

    /// Whether nothing is said of what the table holds.
    boolean isBare() {
        return names().isEmpty() && totals.isEmpty() && previous.isEmpty();
    }

    /// Names of all columns that are spoken of, but for optional ones.
    List<String> names() {
        Set<String> names = new LinkedHashSet<>();
        columns.stream().filter(column -> !column.optional()).map(Column::name).forEach(names::add);
        keys.forEach(names::addAll);
        foreignKeys.forEach(key -> names.addAll(key.columns()));
        sequences.forEach(names::addAll);
        ranges.forEach(names::addAll);
        for (Families.Form form : families) {
            names.addAll(form.family());
            names.addAll(form.document());
        }
        conditions.forEach(condition -> names.addAll(condition.columns()));
        groups.forEach(group -> names.addAll(List.of(group.group(), group.member())));
        totals.stream().map(Total.Form::column).filter(name -> !name.isEmpty()).forEach(names::add);
        columns.stream().filter(Column::optional).map(Column::name).forEach(names::remove);
        return new ArrayList<>(names);
    }

    /// Whether a column may be absent.
    boolean mayBeAbsent(String name) {
        return columns.stream()
                .anyMatch(column ->
                        column.optional() && DataTable.folded(column.name()).equals(DataTable.folded(name)));
    }
}
