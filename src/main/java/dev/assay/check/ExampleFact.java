package dev.assay.check;

import dev.assay.config.Fields;
import dev.assay.document.Fact;
import dev.assay.document.Place;
import dev.assay.document.Span;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads one fact from light notation: `@fact hidden kind=row name="3 rows"`. The first word is the fact's kind,
/// then come its fields, each with a value in quotation marks where it has spaces. A field left out is empty, 0,
/// 1 for a shown number of uses, or false; a place is where the line stands; a span is that of the words the
/// field gives, which must have been written above, else of the text just before.
final class ExampleFact {
    private static final Pattern FIELD = Pattern.compile("([a-z][A-Za-z]*)=(?:\"([^\"]*)\"|(\\S*))");

    private static final Map<String, Class<?>> KINDS = Stream.of(Fact.class.getPermittedSubclasses())
            .collect(Collectors.toMap(type -> word(type.getSimpleName()), type -> type));

    private final String text;
    private final Place place;
    private final Span latest;

    /// @param text   all written so far
    /// @param place  where the line stands
    /// @param latest the text just before
    ExampleFact(String text, Place place, Span latest) {
        this.text = text;
        this.place = place;
        this.latest = latest;
    }

    /// The fact of a line after `@fact`.
    ///
    /// @throws IllegalArgumentException if there is no such kind of fact, field or word
    Fact of(String line) {
        String[] halves = line.strip().split("\\s+", 2);
        Class<?> type = KINDS.get(halves[0]);
        if (type == null) {
            throw new IllegalArgumentException(
                    "There is no fact '" + halves[0] + "'. Known: " + String.join(", ", new TreeSet<>(KINDS.keySet())));
        }
        List<String> known = Stream.of(type.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
        Map<String, String> fields = new HashMap<>();
        Matcher field = FIELD.matcher(halves.length > 1 ? halves[1] : "");
        while (field.find()) {
            if (!known.contains(field.group(1))) {
                throw new IllegalArgumentException("A fact '" + halves[0] + "' has no field '" + field.group(1)
                        + "'. Known: " + String.join(", ", known));
            }
            fields.put(field.group(1), field.group(2) == null ? field.group(3) : field.group(2));
        }
        return made(type, fields);
    }

    /// `TrackedChange` as `tracked-change`.
    private static String word(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    private Fact made(Class<?> type, Map<String, String> fields) {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = new Object[components.length];
        Class<?>[] types = new Class<?>[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            boolean nullable = components[i].getAnnotatedType().isAnnotationPresent(Nullable.class);
            String value = fields.get(components[i].getName());
            values[i] = value == null && nullable ? null : value(types[i], value == null ? "" : value);
        }
        try {
            return (Fact) type.getDeclaredConstructor(types).newInstance(values);
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException(e.getCause().getMessage(), e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("A fact is a public record: " + type, e);
        }
    }

    private Object value(Class<?> type, String word) {
        if (type == int.class) {
            return word.isEmpty() ? 0 : Integer.parseInt(word);
        }
        if (type == double.class) {
            return word.isEmpty() ? 0.0 : Double.parseDouble(word);
        }
        if (type == boolean.class) {
            return Boolean.valueOf(word);
        }
        if (type.isEnum()) {
            return constant(type, word);
        }
        if (type == Place.class) {
            return place;
        }
        if (type == Span.class) {
            return span(word);
        }
        return type == List.class ? list(word) : word;
    }

    private static Object constant(Class<?> type, String word) {
        return Stream.of(type.getEnumConstants())
                .filter(constant ->
                        word.isEmpty() || Fields.word((Enum<?>) constant).equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + word + "' is none of: "
                        + Stream.of(type.getEnumConstants())
                                .map(constant -> Fields.word((Enum<?>) constant))
                                .collect(Collectors.joining(", "))));
    }

    private Span span(String words) {
        int at = words.isEmpty() ? -1 : text.lastIndexOf(words);
        return at < 0 ? latest : new Span(at, at + words.length());
    }

    private static List<String> list(String words) {
        return words.isEmpty() ? List.of() : List.of(words.split(", *"));
    }
}
