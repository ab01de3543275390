package dev.assay.config;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Takes the known keys out of a mapping one by one, and tells of wrong types, missing and unknown ones.
///
/// Every reader returns empty after having told a problem, so that reading goes on and all problems are told
/// together.
public final class Fields {
    private final Located.Mapping mapping;
    private final Problems problems;
    private final Set<String> known = new LinkedHashSet<>();

    public Fields(Located.Mapping mapping, Problems problems) {
        this.mapping = mapping;
        this.problems = problems;
    }

    /// The mapping in `value`, or a problem.
    ///
    /// @param subject what the mapping is, for the message: "an item"
    public static Optional<Fields> of(Located value, String subject, Problems problems) {
        if (value instanceof Located.Mapping mapping) {
            return Optional.of(new Fields(mapping, problems));
        }
        problems.add(value.at(), subject + " is a mapping of keys and values. Found: " + value.kind());
        return Optional.empty();
    }

    /// Where the mapping starts.
    public Position at() {
        return mapping.at();
    }

    /// Where the value of a key stands, or the mapping where the key is absent.
    public Position at(String key) {
        return mapping.entry(key).map(entry -> entry.value().at()).orElse(mapping.at());
    }

    public boolean has(String key) {
        known.add(key);
        return mapping.entry(key).isPresent();
    }

    public Optional<Located> value(String key) {
        known.add(key);
        return mapping.entry(key).map(Located.Entry::value);
    }

    public Optional<Located> requiredValue(String key) {
        Optional<Located> value = value(key);
        if (value.isEmpty()) {
            problems.add(mapping.at(), "key '" + key + "' is missing");
        }
        return value;
    }

    public Optional<String> text(String key) {
        return value(key).flatMap(value -> text(key, value));
    }

    public Optional<String> requiredText(String key) {
        return requiredValue(key).flatMap(value -> text(key, value));
    }

    private Optional<String> text(String key, Located value) {
        if (value instanceof Located.Scalar scalar && scalar.type() != Located.Scalar.Type.NOTHING) {
            return Optional.of(scalar.text());
        }
        return wrong(key, "a text", value);
    }

    public Optional<Integer> count(String key) {
        return value(key).flatMap(value -> {
            if (value instanceof Located.Scalar scalar && scalar.text().matches("[0-9]{1,9}")) {
                return Optional.of(Integer.valueOf(scalar.text()));
            }
            return wrong(key, "a whole number of at least 0", value);
        });
    }

    public Optional<BigDecimal> number(String key) {
        return value(key).flatMap(value -> {
            if (value instanceof Located.Scalar scalar && scalar.text().matches("-?[0-9]{1,18}(\\.[0-9]{1,18})?")) {
                return Optional.of(new BigDecimal(scalar.text()));
            }
            return wrong(key, "a number such as 0.5", value);
        });
    }

    public Optional<Boolean> flag(String key) {
        return value(key).flatMap(value -> {
            if (value instanceof Located.Scalar scalar && scalar.type() == Located.Scalar.Type.FLAG) {
                return Optional.of(Boolean.valueOf(scalar.text()));
            }
            return wrong(key, "true or false", value);
        });
    }

    /// The values of a list; one value that is no list is read as a list of one.
    public List<Located> list(String key) {
        return value(key)
                .map(value -> value instanceof Located.Sequence sequence ? sequence.values() : List.of(value))
                .orElse(List.of());
    }

    /// A list of texts; one text is read as a list of one.
    public List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        for (Located value : list(key)) {
            text(key, value).ifPresent(texts::add);
        }
        return texts;
    }

    /// A word that names a constant, written in lower case with hyphens.
    public <E extends Enum<E>> Optional<E> choice(String key, Class<E> type) {
        return text(key).flatMap(word -> {
            Optional<E> constant = Stream.of(type.getEnumConstants())
                    .filter(each -> word(each).equals(word))
                    .findFirst();
            if (constant.isEmpty()) {
                List<String> words =
                        Stream.of(type.getEnumConstants()).map(Fields::word).toList();
                problems.add(
                        at(key),
                        key + " is one of " + String.join(", ", words) + ". Found: '" + word + "'."
                                + Problems.suggestion(word, words));
            }
            return constant;
        });
    }

    /// How a constant is written in files: lower case with hyphens.
    public static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Tells of every key that nobody asked for.
    ///
    /// @param subject what the mapping is, for the message: "an item"
    public void done(String subject) {
        for (Located.Entry entry : mapping.entries()) {
            if (!known.contains(entry.key())) {
                String hint = Problems.suggestion(entry.key(), known);
                problems.add(
                        entry.at(),
                        "unknown key '" + entry.key() + "' of " + subject + "."
                                + (hint.isEmpty()
                                        ? " Known: " + known.stream().sorted().collect(Collectors.joining(", "))
                                        : hint));
            }
        }
    }

    private <T> Optional<T> wrong(String key, String expected, Located value) {
        String found = value instanceof Located.Scalar scalar ? "'" + scalar.text() + "'" : value.kind();
        problems.add(value.at(), "'" + key + "' must be " + expected + ". Found: " + found);
        return Optional.empty();
    }
}
