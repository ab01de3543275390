package dev.assay.checklist;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A figure or date that a checklist names once, so that items can use it: where it stands.
///
/// @param name   as expressions write it; matches [#NAME]
/// @param labels the words before it in text or in its table row, any one of them; empty where `cell` says it
/// @param column words of the column's header; empty for a row with one figure
/// @param table  words of the table's or sheet's name; empty for any
/// @param cell   a cell of a workbook as `Sheet!B7`; empty where `labels` say it
/// @param role   of the file it stands in; empty for any
/// @param source the reference or other deliverable it stands in; empty for what was delivered
/// @param date   whether it is a date
public record NamedFigure(
        String name,
        List<String> labels,
        String column,
        String table,
        String cell,
        String role,
        String source,
        boolean date) {
    /// What a name may be: letters, digits and `_`, so that a minus sign is one.
    public static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,39}");

    private static final String KEY = "(?:label|column|table|cell|role|source|date): ";
    private static final Pattern WRITTEN =
            Pattern.compile(NAME.pattern() + " = " + KEY + "[^;]+(?:; " + KEY + "[^;]+)*");
    private static final String OTHERS = "|";

    public NamedFigure {
        labels = List.copyOf(labels);
    }

    /// As an item carries it: one text that [#of] reads.
    String text() {
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put("label", String.join(" " + OTHERS + " ", labels));
        keys.put("column", column);
        keys.put("table", table);
        keys.put("cell", cell);
        keys.put("role", role);
        keys.put("source", source);
        keys.put("date", date ? "true" : "");
        List<String> said = new ArrayList<>();
        keys.forEach((key, value) -> {
            if (!value.isEmpty()) {
                said.add(key + ": " + value);
            }
        });
        return name + " = " + String.join("; ", said);
    }

    /// Whether a text is such as [#text] writes.
    public static boolean isOne(String text) {
        return WRITTEN.matcher(text).matches();
    }

    /// What [#text] wrote.
    public static NamedFigure of(String text) {
        int equals = text.indexOf(" = ");
        Map<String, String> keys = new LinkedHashMap<>();
        for (String said : text.substring(equals + 3).split("; ", -1)) {
            int colon = said.indexOf(": ");
            keys.put(
                    said.substring(0, Math.max(0, colon)),
                    said.substring(colon + 1).strip());
        }
        return new NamedFigure(
                text.substring(0, equals),
                labels(keys.getOrDefault("label", "")),
                keys.getOrDefault("column", ""),
                keys.getOrDefault("table", ""),
                keys.getOrDefault("cell", ""),
                keys.getOrDefault("role", ""),
                keys.getOrDefault("source", ""),
                keys.getOrDefault("date", "").equals("true"));
    }

    static List<String> labels(String text) {
        return Stream.of(text.split(Pattern.quote(OTHERS), -1))
                .map(String::strip)
                .filter(label -> !label.isEmpty())
                .toList();
    }
}
