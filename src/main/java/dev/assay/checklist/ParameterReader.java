package dev.assay.checklist;

import dev.assay.config.ClientPattern;
import dev.assay.config.Fields;
import dev.assay.config.Located;
import dev.assay.config.Position;
import dev.assay.config.Problems;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads what an item sets for its check kind, under the key `with`.
final class ParameterReader {
    private final KindForm kind;
    private final String item;
    private final Problems problems;

    ParameterReader(KindForm kind, String item, Problems problems) {
        this.kind = kind;
        this.item = item;
        this.problems = problems;
    }

    /// The values for the kind's parameters, defaults filled in.
    Map<String, Object> read(Fields itemFields) {
        Optional<Located> given = itemFields.value("with");
        Fields fields = given.isPresent()
                ? Fields.of(given.get(), "'with'", problems)
                        .orElse(nothing(given.get().at()))
                : nothing(itemFields.at());
        Map<String, Object> values = new LinkedHashMap<>();
        for (Parameter parameter : kind.parameters()) {
            tellMissing(fields, parameter);
            Optional<?> value = value(fields, parameter);
            Object chosen = value.isPresent() ? value.get() : parameter.defaultValue();
            if (chosen != null) {
                values.put(parameter.name(), chosen);
            }
        }
        tellNoneOf(fields);
        kind.ranges().forEach(range -> tellEmpty(range, fields, values));
        fields.done("check '" + kind.id() + "'");
        return values;
    }

    private Fields nothing(Position at) {
        return new Fields(new Located.Mapping(List.of(), at), problems);
    }

    private void tellMissing(Fields fields, Parameter parameter) {
        if (parameter.required() && !fields.has(parameter.name())) {
            problems.add(
                    fields.at(),
                    "check '" + kind.id() + "' needs '" + parameter.name() + "' under 'with': " + parameter.meaning()
                            + subject());
        }
    }

    private void tellNoneOf(Fields fields) {
        if (!kind.anyOf().isEmpty() && kind.anyOf().stream().noneMatch(fields::has)) {
            problems.add(
                    fields.at(),
                    "check '" + kind.id() + "' needs '" + String.join("' or '", kind.anyOf()) + "' under 'with'"
                            + subject());
        }
    }

    private void tellEmpty(KindForm.Range range, Fields fields, Map<String, Object> values) {
        Object low = values.get(range.low());
        Object high = values.get(range.high());
        if (low != null
                && high != null
                && new BigDecimal(low.toString()).compareTo(new BigDecimal(high.toString())) > 0) {
            problems.add(
                    fields.at(range.low()),
                    range.low() + " must be at most " + range.high() + ". Found: " + low + " and " + high + subject());
        }
    }

    private String subject() {
        return " (item '" + item + "')";
    }

    private Optional<?> value(Fields fields, Parameter parameter) {
        String name = parameter.name();
        return switch (parameter.type()) {
            case TEXT -> fields.text(name).filter(text -> said(fields, name, List.of(text)));
            case TEXTS -> texts(fields, name);
            case PATTERN -> fields.text(name).filter(text -> patterns(fields, name, List.of(text)));
            case PATTERNS -> texts(fields, name).filter(texts -> patterns(fields, name, texts));
            case NAMED_PATTERNS ->
                texts(fields, name)
                        .filter(texts -> patterns(
                                fields,
                                name,
                                texts.stream().map(ParameterReader::pattern).toList()));
            case COUNT -> fields.count(name);
            case NUMBER -> fields.number(name).map(BigDecimal::toPlainString);
            case FLAG -> fields.flag(name);
            case CHOICE -> fields.text(name).filter(word -> chosen(parameter, word, fields.at(name)));
            case CHOICES -> texts(fields, name).filter(words -> chosen(fields, parameter, words));
            case LIMITS -> texts(fields, name).filter(limits -> limits(fields, parameter, limits));
        };
    }

    private Optional<List<String>> texts(Fields fields, String name) {
        if (!fields.has(name)) {
            return Optional.empty();
        }
        List<String> texts = fields.texts(name);
        if (fields.list(name).isEmpty()) {
            problems.add(fields.at(name), "'" + name + "' needs at least one entry" + subject());
        }
        return said(fields, name, texts) ? Optional.of(texts) : Optional.empty();
    }

    /// An empty text would match everywhere, or nothing.
    private boolean said(Fields fields, String name, List<String> texts) {
        if (texts.stream().anyMatch(String::isBlank)) {
            problems.add(fields.at(name), "'" + name + "' must not hold an empty text" + subject());
            return false;
        }
        return true;
    }

    /// The pattern of a named one; of a name alone one that matches.
    private static String pattern(String named) {
        int equals = named.indexOf('=');
        return equals < 0 ? "." : named.substring(equals + 1).strip();
    }

    private boolean patterns(Fields fields, String name, List<String> expressions) {
        List<Located> values = fields.list(name);
        boolean good = true;
        for (int i = 0; i < expressions.size(); i++) {
            Position at = values.size() == expressions.size() ? values.get(i).at() : fields.at(name);
            good &= pattern(name, expressions.get(i), at);
        }
        return good;
    }

    private boolean pattern(String name, String expression, Position at) {
        try {
            ClientPattern.of(expression);
            return true;
        } catch (IllegalArgumentException e) {
            problems.add(at, "'" + name + "' is " + e.getMessage() + subject());
            return false;
        }
    }

    private boolean limits(Fields fields, Parameter parameter, List<String> limits) {
        List<Located> values = fields.list(parameter.name());
        boolean good = true;
        for (int i = 0; i < limits.size(); i++) {
            Position at = values.size() == limits.size() ? values.get(i).at() : fields.at(parameter.name());
            good &= limit(parameter, limits.get(i), at);
        }
        return good;
    }

    private boolean limit(Parameter parameter, String text, Position at) {
        Optional<Limit> limit = Limit.read(text)
                .filter(read -> read.of().isEmpty() || !parameter.choices().isEmpty());
        if (limit.isEmpty()) {
            problems.add(
                    at,
                    parameter.name() + " is a limit such as '200 words' or '10 %'. Found: '" + text + "'" + subject());
            return false;
        }
        return limit.get().of().isEmpty() || chosen(parameter, limit.get().of(), at);
    }

    private boolean chosen(Fields fields, Parameter parameter, List<String> words) {
        List<Located> values = fields.list(parameter.name());
        boolean good = true;
        for (int i = 0; i < words.size(); i++) {
            Position at = values.size() == words.size() ? values.get(i).at() : fields.at(parameter.name());
            good &= chosen(parameter, words.get(i), at);
        }
        return good;
    }

    private boolean chosen(Parameter parameter, String word, Position at) {
        if (parameter.choices().contains(word)) {
            return true;
        }
        problems.add(
                at,
                parameter.name() + " is one of " + String.join(", ", parameter.choices()) + ". Found: '" + word + "'."
                        + Problems.suggestion(word, parameter.choices()) + subject());
        return false;
    }
}
