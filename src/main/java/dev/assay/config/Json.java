package dev.assay.config;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Records as JSON and back: what crosses to a child, lies in a blob, or is printed by `--json`.
///
/// Keys are in declaration order; a sealed interface's values carry their record's name as `type`; instants are
/// ISO 8601 texts. An unknown key, a missing record or a number out of range is an error.
public final class Json {
    private static final ObjectMapper MAPPER = mapper();

    private Json() {}

    /// A value as compact JSON in UTF-8.
    public static byte[] bytes(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JacksonException e) {
            throw new IllegalArgumentException(
                    "Cannot write " + value.getClass().getName() + " as JSON", e);
        }
    }

    /// A value as indented JSON.
    public static String text(Object value) {
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value) + "\n";
        } catch (JacksonException e) {
            throw new IllegalArgumentException(
                    "Cannot write " + value.getClass().getName() + " as JSON", e);
        }
    }

    /// A value from JSON.
    ///
    /// @throws IllegalArgumentException if the bytes are not JSON of that type
    public static <T> T read(byte[] json, Class<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JacksonException e) {
            throw notJson(type, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A value from a file, which is read as it comes: a read document may have hundreds of megabytes.
    ///
    /// @throws IllegalArgumentException if the file is not JSON of that type
    public static <T> T read(Path file, Class<T> type) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return MAPPER.readValue(in, type);
        } catch (JacksonException e) {
            throw notJson(type, e);
        }
    }

    /// Writes a value to a file, compact, replacing what was there.
    public static void write(Path file, Object value) throws IOException {
        try (var out = Files.newOutputStream(file)) {
            MAPPER.writeValue(out, value);
        }
    }

    private static IllegalArgumentException notJson(Class<?> type, JacksonException e) {
        return new IllegalArgumentException("Not JSON of " + type.getName() + ": " + e.getOriginalMessage(), e);
    }

    private static ObjectMapper mapper() {
        // A read document is one text of up to 64 Mi characters, which the reader's own limits hold.
        StreamReadConstraints constraints =
                StreamReadConstraints.builder().maxStringLength(128 << 20).build();
        return JsonMapper.builder(
                        JsonFactory.builder().streamReadConstraints(constraints).build())
                .annotationIntrospector(new SealedTypes())
                .addModule(new JavaTimeModule())
                .addModule(new Jdk8Module())
                .addModule(new SimpleModule().addDeserializer(String.class, new SharedStrings()))
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .visibility(PropertyAccessor.ALL, JsonAutoDetect.Visibility.NONE)
                .visibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY)
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .build();
    }

    /// Keeps short strings that occur more than once in a value as one: a million cells name the same sheet.
    private static final class SharedStrings extends StringDeserializer {
        private static final long serialVersionUID = 1L;
        private static final int LONGEST = 40;
        private static final int MOST = 1 << 16;

        @Override
        public String deserialize(JsonParser json, DeserializationContext context) throws IOException {
            String value = super.deserialize(json, context);
            if (value == null || value.length() > LONGEST) {
                return value;
            }
            Map<String, String> known = known(context);
            String same = known.get(value);
            if (same == null && known.size() < MOST) {
                known.put(value, value);
            }
            return same == null ? value : same;
        }

        /// Those met in the value that is being read.
        @SuppressWarnings("unchecked")
        private static Map<String, String> known(DeserializationContext context) {
            Object known = context.getAttribute(SharedStrings.class);
            if (known == null) {
                known = new HashMap<String, String>();
                context.setAttribute(SharedStrings.class, known);
            }
            return (Map<String, String>) known;
        }
    }

    /// Names the records of a sealed interface by their simple names.
    private static final class SealedTypes extends JacksonAnnotationIntrospector {
        private static final long serialVersionUID = 1L;

        @Override
        public JsonTypeInfo.@Nullable Value findPolymorphicTypeInfo(
                com.fasterxml.jackson.databind.cfg.MapperConfig<?> config, Annotated annotated) {
            return annotated instanceof AnnotatedClass && sealedRoot(annotated.getRawType()) != null
                    ? JsonTypeInfo.Value.construct(
                            JsonTypeInfo.Id.NAME, JsonTypeInfo.As.PROPERTY, "type", null, false, true, true)
                    : super.findPolymorphicTypeInfo(config, annotated);
        }

        @Override
        public @Nullable List<NamedType> findSubtypes(Annotated annotated) {
            Class<?> root = sealedRoot(annotated.getRawType());
            if (root == null) {
                return super.findSubtypes(annotated);
            }
            List<NamedType> types = new ArrayList<>();
            for (Class<?> type : root.getPermittedSubclasses()) {
                types.add(new NamedType(type, type.getSimpleName()));
            }
            return types;
        }

        private static @Nullable Class<?> sealedRoot(Class<?> type) {
            if (type.isInterface() && type.isSealed()) {
                return type;
            }
            for (Class<?> parent : type.getInterfaces()) {
                if (parent.isSealed()) {
                    return parent;
                }
            }
            return null;
        }
    }
}
