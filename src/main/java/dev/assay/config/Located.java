package dev.assay.config;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// A value read from YAML or JSON that knows where it stood.
public sealed interface Located {
    Position at();

    /// What a person calls this kind of value.
    String kind();

    /// What stands there, wherever it stood and however it was laid out: the same text for the same values.
    default String canonical() {
        return switch (this) {
            case Scalar scalar -> scalar.type() + ":" + scalar.text().length() + ":" + scalar.text();
            case Sequence sequence ->
                sequence.values().stream().map(Located::canonical).collect(Collectors.joining(",", "[", "]"));
            case Mapping mapping ->
                mapping.entries().stream()
                        .map(entry -> entry.key().length() + ":" + entry.key() + "="
                                + entry.value().canonical())
                        .collect(Collectors.joining(",", "{", "}"));
        };
    }

    /// A text, number, flag or nothing.
    ///
    /// @param text as written, without quotes
    record Scalar(Type type, String text, Position at) implements Located {
        /// What a scalar is by YAML's core schema.
        public enum Type {
            TEXT,
            NUMBER,
            FLAG,
            NOTHING
        }

        @Override
        public String kind() {
            return switch (type) {
                case TEXT -> "a text";
                case NUMBER -> "a number";
                case FLAG -> "true or false";
                case NOTHING -> "nothing";
            };
        }
    }

    /// A list.
    record Sequence(List<Located> values, Position at) implements Located {
        public Sequence {
            values = List.copyOf(values);
        }

        @Override
        public String kind() {
            return "a list";
        }
    }

    /// Keys with values, in the order written.
    record Mapping(List<Entry> entries, Position at) implements Located {
        public Mapping {
            entries = List.copyOf(entries);
        }

        public Optional<Entry> entry(String key) {
            return entries.stream().filter(entry -> entry.key().equals(key)).findFirst();
        }

        @Override
        public String kind() {
            return "a mapping";
        }
    }

    /// A key and its value.
    record Entry(String key, Position at, Located value) {}
}
