package dev.assay.config;

import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The JSON Schema (draft 2020-12) of what [Json] writes for a record: every component in its order, a sealed
/// interface as one of its records with their name as `type`, an enum as one of its names.
public final class RecordSchema {
    private final Map<String, Object> definitions = new TreeMap<>();

    private RecordSchema() {}

    /// The schema as indented JSON.
    ///
    /// @param title what the text is
    /// @param root  a record, or a sealed interface of records
    public static String of(String title, Class<?> root) {
        RecordSchema schema = new RecordSchema();
        Map<String, Object> text = new LinkedHashMap<>();
        text.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        text.put("title", title);
        text.putAll(schema.reference(root));
        text.put("$defs", schema.definitions);
        return Json.text(text);
    }

    private Map<String, Object> schema(Type type) {
        if (type instanceof ParameterizedType parameterized) {
            Type[] arguments = parameterized.getActualTypeArguments();
            return parameterized.getRawType() == Map.class
                    ? Map.of("type", "object", "additionalProperties", schema(arguments[1]))
                    : Map.of("type", "array", "items", schema(arguments[0]));
        }
        return plain((Class<?>) type);
    }

    private Map<String, Object> plain(Class<?> type) {
        if (type == int.class || type == long.class) {
            return Map.of("type", "integer");
        }
        if (type == double.class) {
            return Map.of("type", "number");
        }
        if (type == boolean.class) {
            return Map.of("type", "boolean");
        }
        if (type.isEnum()) {
            return Map.of(
                    "enum",
                    Stream.of(type.getEnumConstants()).map(Object::toString).toList());
        }
        return type.isRecord() || type.isSealed() ? reference(type) : Map.of("type", "string");
    }

    private Map<String, Object> reference(Class<?> type) {
        String name = name(type);
        if (!definitions.containsKey(name)) {
            definitions.put(name, Map.of());
            definitions.put(name, type.isRecord() ? object(type) : alternatives(type));
        }
        return Map.of("$ref", "#/$defs/" + name);
    }

    private Map<String, Object> alternatives(Class<?> type) {
        return Map.of(
                "oneOf",
                Stream.of(type.getPermittedSubclasses()).map(this::reference).toList());
    }

    private Map<String, Object> object(Class<?> type) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        if (Stream.of(type.getInterfaces()).anyMatch(Class::isSealed)) {
            properties.put("type", Map.of("const", type.getSimpleName()));
            required.add("type");
        }
        for (RecordComponent component : type.getRecordComponents()) {
            Map<String, Object> schema = schema(component.getGenericType());
            boolean optional = isNullable(component.getAnnotatedType());
            properties.put(
                    component.getName(), optional ? Map.of("anyOf", List.of(schema, Map.of("type", "null"))) : schema);
            if (!optional) {
                required.add(component.getName());
            }
        }
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("type", "object");
        object.put("properties", properties);
        object.put("required", required);
        object.put("additionalProperties", false);
        return object;
    }

    private static boolean isNullable(AnnotatedType type) {
        return type.isAnnotationPresent(Nullable.class);
    }

    /// The simple name, after that of the type around it where there is one.
    private static String name(Class<?> type) {
        Class<?> outer = type.getEnclosingClass();
        return outer == null ? type.getSimpleName() : name(outer) + "." + type.getSimpleName();
    }
}
