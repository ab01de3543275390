package dev.assay.checklist;

import dev.assay.config.Fields;
import dev.assay.config.Located;
import dev.assay.config.Problems;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads the named figures of a checklist, layer by layer.
final class FigureReader {
    private static final String KEY = "figures";

    private final Problems problems;
    private final Map<String, NamedFigure> figures = new LinkedHashMap<>();
    private final Map<String, String> places = new LinkedHashMap<>();

    FigureReader(Problems problems) {
        this.problems = problems;
    }

    /// By name.
    Map<String, NamedFigure> figures() {
        return figures;
    }

    /// Where the last of them is written; empty where there is none.
    Optional<String> place() {
        return places.values().stream().reduce((first, second) -> second);
    }

    /// Lays a layer upon those before.
    void add(Optional<Located> layer) {
        if (layer.isEmpty()) {
            return;
        }
        if (!(layer.get() instanceof Located.Mapping mapping)) {
            problems.add(
                    layer.get().at(),
                    "'" + KEY + "' gives each figure a name, as 'price: {label: Price}'. Found: "
                            + layer.get().kind());
            return;
        }
        mapping.entries().forEach(this::figure);
    }

    private void figure(Located.Entry entry) {
        String name = entry.key();
        if (!NamedFigure.NAME.matcher(name).matches()) {
            problems.add(
                    entry.at(),
                    "a figure's name is 1 to 40 lower-case letters, digits and '_', a letter first. Found: '" + name
                            + "'");
        }
        Fields.of(entry.value(), "a figure", problems).ifPresent(fields -> {
            Optional<String> reason = fields.text(Overlay.REASON).map(String::strip);
            if (figures.containsKey(name)
                    && reason.filter(text -> !text.isEmpty()).isEmpty()) {
                problems.add(
                        entry.at(),
                        "figure '" + name + "' is inherited (" + places.get(name)
                                + "), and items rest on it. Say with 'reason' why it stands elsewhere, or give yours"
                                + " another name");
            }
            figures.put(name, read(name, fields));
            places.put(name, entry.at().toString());
            fields.done("a figure");
        });
    }

    private NamedFigure read(String name, Fields fields) {
        String cell = text(fields, "cell");
        List<String> labels = NamedFigure.labels(text(fields, "label"));
        String column = text(fields, "column");
        String table = text(fields, "table");
        if (labels.isEmpty() == cell.isEmpty()) {
            problems.add(fields.at(), "a figure has a 'label' or a 'cell', one of the two");
        }
        if (!cell.isEmpty() && !cell.matches("[^!]+![A-Z]{1,3}[1-9][0-9]{0,6}")) {
            problems.add(fields.at("cell"), "a cell is written as 'Sheet!B7'. Found: '" + cell + "'");
        }
        if (!cell.isEmpty() && !(column.isEmpty() && table.isEmpty())) {
            problems.add(fields.at("cell"), "'column' and 'table' go with 'label'; a cell says both");
        }
        return new NamedFigure(
                name,
                labels,
                column,
                table,
                cell,
                text(fields, "role"),
                text(fields, "source"),
                fields.flag("date").orElse(false));
    }

    /// A semicolon would part what an item carries.
    private String text(Fields fields, String key) {
        String text = fields.text(key).map(String::strip).orElse("");
        if (text.contains("; ")) {
            problems.add(fields.at(key), "'" + key + "' cannot hold '; '. Found: '" + text + "'");
        }
        return text;
    }
}
