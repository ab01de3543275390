package dev.assay.check.dataset;

import dev.assay.check.Quotes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Columns whose values together name a row: no two rows share them.
final class Keys implements RowRule {
    private final List<Integer> columns;
    private final String described;
    private final Values values;
    private final Faults faults;
    private final KeySet seen = new KeySet();

    Keys(List<Integer> columns, String described, Values values, Faults faults) {
        this.columns = List.copyOf(columns);
        this.described = described;
        this.values = values;
        this.faults = faults;
    }

    /// The columns of a key such as `subject + visit`.
    ///
    /// @throws IllegalArgumentException if it is none
    static List<String> names(String declaration) {
        List<String> names =
                Arrays.stream(declaration.split("\\+", -1)).map(String::strip).toList();
        if (names.stream().anyMatch(String::isEmpty)) {
            throw new IllegalArgumentException(
                    "a key is a column, or columns joined by '+'. Found: '" + declaration + "'");
        }
        return names;
    }

    /// What a row has in some columns; empty where one of them lacks a value.
    static String key(DataRow row, List<Integer> columns, Values values) {
        if (columns.size() == 1) {
            String text = row.text(columns.getFirst());
            return values.isMissing(text) ? "" : text;
        }
        List<String> texts = new ArrayList<>();
        for (int column : columns) {
            String text = row.text(column);
            if (values.isMissing(text)) {
                return "";
            }
            texts.add(text);
        }
        return String.join("\u001F", texts);
    }

    /// A key as a message shows it.
    static String shown(String key) {
        return Quotes.shortened(key.replace("\u001F", " + "), 80);
    }

    @Override
    public void row(DataRow row) {
        String key = key(row, columns, values);
        if (key.isEmpty()) {
            faults.at(
                    "no key " + described,
                    row,
                    columns.getFirst(),
                    "Row " + row.number() + " has no complete key (" + described + "), which names each row.",
                    "Give the key, or take the row out.");
            return;
        }
        int first = seen.add(key, row.number());
        if (first != 0) {
            faults.at(
                    "key given twice (" + described + ")",
                    row,
                    columns.getFirst(),
                    "The key '" + shown(key) + "' (" + described + ") of row " + row.number() + " is that of row "
                            + first + " already.",
                    "Give each row a key of its own, or take the repeated row out.");
        }
    }
}
