package dev.assay.config;

import java.util.ArrayList;
import java.util.List;

/// Comma-separated values (RFC 4180): fields between commas, quoted where they hold a comma, a quote or a line
/// end; a quote within quotes is doubled. Lines may end in a line feed alone.
public final class Csv {
    private final String text;
    private final String file;
    private final Problems problems;
    private int at;
    private int line = 1;
    private int lineStart;

    private Csv(String file, String text, Problems problems) {
        this.file = file;
        this.text = text;
        this.problems = problems;
    }

    /// A field and where it begins.
    public record Field(Position at, String text) {}

    /// The records of a text; empty lines are passed over.
    ///
    /// @param file     its name, for messages
    /// @param problems take a quote that does not end, and text after one that does
    public static List<List<Field>> read(String file, String text, Problems problems) {
        return new Csv(file, text.startsWith("\uFEFF") ? text.substring(1) : text, problems).records();
    }

    private List<List<Field>> records() {
        List<List<Field>> records = new ArrayList<>();
        while (at < text.length()) {
            List<Field> record = record();
            if (record.size() > 1 || !record.getFirst().text().isBlank()) {
                records.add(record);
            }
        }
        return records;
    }

    private List<Field> record() {
        List<Field> fields = new ArrayList<>();
        fields.add(field());
        while (at < text.length() && text.charAt(at) == ',') {
            at++;
            fields.add(field());
        }
        if (at < text.length() && text.charAt(at) == '\r') {
            at++;
        }
        if (at < text.length() && text.charAt(at) == '\n') {
            at++;
            newLine();
        }
        return fields;
    }

    private Field field() {
        Position start = new Position(file, line, at - lineStart + 1);
        if (at < text.length() && text.charAt(at) == '"') {
            return new Field(start, quoted(start));
        }
        int from = at;
        while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return new Field(start, text.substring(from, at));
    }

    private String quoted(Position start) {
        StringBuilder value = new StringBuilder();
        at++;
        while (at < text.length()) {
            char next = text.charAt(at++);
            if (next == '\n') {
                newLine();
            }
            if (next != '"') {
                value.append(next);
            } else if (at < text.length() && text.charAt(at) == '"') {
                value.append(text.charAt(at++));
            } else {
                requireEnd();
                return value.toString();
            }
        }
        problems.add(start, "the quote that begins here does not end. Double a quote that is meant as one");
        return value.toString();
    }

    private void requireEnd() {
        if (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
            problems.add(
                    new Position(file, line, at - lineStart + 1),
                    "text follows a quote that has ended. Double a quote that is meant as one");
            while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
                at++;
            }
        }
    }

    private void newLine() {
        line++;
        lineStart = at;
    }
}
