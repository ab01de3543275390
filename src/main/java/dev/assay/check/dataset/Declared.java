package dev.assay.check.dataset;

import dev.assay.check.Parameters;
import dev.assay.checklist.KindForm;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

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

    /// How each of these parameters is read, which ends with [IllegalArgumentException] where it is not understood.
    private static final Map<String, Consumer<String>> READINGS = Map.of(
            "columns", Column::of,
            "keys", Keys::names,
            "foreign-keys", ForeignKey.Form::of,
            "sequences", Sequence::names,
            "ranges", Sequence::names,
            "families", Families.Form::of,
            "conditions", Condition::of,
            "groups", Groups.Form::of,
            "totals", Total.Form::of);

    /// What is not understood of what an item declares.
    static List<KindForm.Mistake> mistakes(Map<String, Object> values) {
        Parameters parameters = new Parameters(values);
        List<KindForm.Mistake> mistakes = new ArrayList<>();
        READINGS.forEach((name, reading) -> parameters.texts(name).forEach(text -> {
            try {
                reading.accept(text);
            } catch (IllegalArgumentException e) {
                mistakes.add(new KindForm.Mistake(name, String.valueOf(e.getMessage())));
            }
        }));
        return mistakes;
    }

    /// Names of references and files that are looked into.
    List<String> sources() {
        Set<String> sources = new LinkedHashSet<>();
        columns.stream()
                .map(Column::codes)
                .filter(Objects::nonNull)
                .map(Column.Source::where)
                .forEach(sources::add);
        foreignKeys.stream()
                .map(ForeignKey.Form::where)
                .filter(where -> !where.equals("this"))
                .forEach(sources::add);
        totals.stream()
                .flatMap(form -> form.source().stream())
                .map(Column.Source::where)
                .forEach(sources::add);
        previous.ifPresent(sources::add);
        return new ArrayList<>(sources);
    }

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
