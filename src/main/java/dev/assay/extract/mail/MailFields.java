package dev.assay.extract.mail;

import dev.assay.extract.plain.TextEncoding;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.NameValuePair;
import org.apache.james.mime4j.stream.RawField;
import org.apache.james.mime4j.stream.RawFieldParser;
import org.apache.james.mime4j.util.ByteSequence;
import org.apache.james.mime4j.util.MimeParameterMapping;

/// The header fields of a mail or of one of its parts, by name; values decoded (RFC 2047, RFC 2231).
final class MailFields {
    private static final int LONGEST = 1 << 16;

    private final Map<String, List<String>> values = new LinkedHashMap<>();

    void add(Field field) {
        ByteSequence raw = field.getRaw();
        String value = raw == null ? field.getBody() : own(raw);
        put(field.getName().strip().toLowerCase(Locale.ROOT), value);
    }

    /// Header fields may hold 8-bit text in an encoding that nothing declares.
    private static String own(ByteSequence raw) {
        String line = TextEncoding.read(raw.toByteArray(), LONGEST, null).text();
        return line.substring(line.indexOf(':') + 1);
    }

    /// Adds the lines of a header, folded ones included.
    void addLines(List<String> lines) {
        String name = "";
        for (String line : lines) {
            int colon = line.indexOf(':');
            boolean folded = line.startsWith(" ") || line.startsWith("\t");
            if (folded && values.containsKey(name)) {
                List<String> all = values.get(name);
                all.set(all.size() - 1, all.getLast() + " " + line.strip());
            } else if (colon > 0 && line.substring(0, colon).matches("[!-9;-~]+")) {
                name = line.substring(0, colon).toLowerCase(Locale.ROOT);
                put(name, line.substring(colon + 1));
            }
        }
    }

    void addIfAbsent(String name, String value) {
        if (!value.isBlank() && first(name).isEmpty()) {
            replace(name, value);
        }
    }

    void replace(String name, String value) {
        values.remove(name);
        put(name, value);
    }

    private void put(String name, String value) {
        values.computeIfAbsent(name, each -> new ArrayList<>()).add(value);
    }

    /// All values of a field, decoded, in order.
    List<String> all(String name) {
        return values.getOrDefault(name, List.of()).stream()
                .map(MailFields::decoded)
                .toList();
    }

    /// The first value of a field, decoded; empty where there is none.
    String first(String name) {
        List<String> all = values.getOrDefault(name, List.of());
        return all.isEmpty() ? "" : decoded(all.getFirst());
    }

    /// The first value of a field without its parameters, in lower case.
    String word(String name) {
        String value = first(name);
        int end = value.indexOf(';');
        return (end < 0 ? value : value.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }

    /// A parameter of the first field of a name, decoded; empty where there is none.
    String parameter(String field, String parameter) {
        List<String> all = values.getOrDefault(field, List.of());
        if (all.isEmpty()) {
            return "";
        }
        MimeParameterMapping parameters = new MimeParameterMapping();
        RawField raw = new RawField(field, unfolded(all.getFirst()));
        for (NameValuePair pair : RawFieldParser.DEFAULT.parseRawBody(raw).getParams()) {
            if (pair.getName() != null && pair.getValue() != null) {
                parameters.addParameter(pair.getName().toLowerCase(Locale.ROOT), pair.getValue());
            }
        }
        String value = parameters.get(parameter);
        return value == null ? "" : decoded(value);
    }

    private static String unfolded(String value) {
        return value.replaceAll("\\r?\\n(?=[ \\t])", "").strip();
    }

    private static String decoded(String value) {
        String plain = unfolded(value);
        if (!plain.contains("=?")) {
            return plain.replaceAll("\\s+", " ").strip();
        }
        Charset otherwise = Charset.forName("windows-1252");
        return DecoderUtil.decodeEncodedWords(plain, DecodeMonitor.SILENT, otherwise)
                .replaceAll("\\s+", " ")
                .strip();
    }
}
