package dev.assay.ledger;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Column names and values of a row to write or as read. Names come from this package only, never from outside.
final class Row {
    private final Map<String, @Nullable Object> columns;

    private Row(Map<String, @Nullable Object> columns) {
        this.columns = columns;
    }

    static Row empty() {
        return new Row(new LinkedHashMap<>());
    }

    static Row read(Map<String, @Nullable Object> columns) {
        return new Row(columns);
    }

    Row with(String column, @Nullable Object value) {
        columns.put(column, value instanceof Boolean flag ? (flag ? 1L : 0L) : value);
        return this;
    }

    String text(String column) {
        Object value = columns.get(column);
        if (value == null) {
            throw new IllegalStateException(
                    "Column '" + column + "' is empty or not read. Columns: " + columns.keySet());
        }
        return value.toString();
    }

    @Nullable
    String textOrNull(String column) {
        Object value = columns.get(column);
        return value == null ? null : value.toString();
    }

    long number(String column) {
        return Long.parseLong(text(column));
    }

    int count(String column) {
        return Math.toIntExact(number(column));
    }

    boolean flag(String column) {
        return number(column) != 0;
    }

    Map<String, @Nullable Object> columns() {
        return columns;
    }
}
