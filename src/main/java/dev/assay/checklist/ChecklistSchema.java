package dev.assay.checklist;

import dev.assay.config.Fields;
import dev.assay.config.Json;
import dev.assay.work.Tier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The JSON Schema (draft 2020-12) of a checklist file, which gives editors completion and hints. It is made of
/// the same parameters that [ChecklistReader] reads by; the reader tells more.
public final class ChecklistSchema {
    private static final String ID = "^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$";

    private ChecklistSchema() {}

    /// The schema as indented JSON, keys in alphabetical order.
    public static String of(Collection<? extends KindForm> kinds) {
        List<KindForm> sorted = new ArrayList<>(kinds);
        sorted.sort(Comparator.comparing(KindForm::id));
        return Json.text(with(
                object(Map.of(
                        "name", described(identifier(), "How work orders refer to it; the file's name where left out."),
                        "title", described(text(), "What the checklist is for, as printed in reports."),
                        "extends", described(text(), "The checklist that this one changes."),
                        "drop", Map.of("type", "array", "items", dropped()),
                        "figures", figures(),
                        "items", Map.of("type", "array", "items", item(sorted)))),
                Map.of(
                        "$schema",
                        "https://json-schema.org/draft/2020-12/schema",
                        "title",
                        "Assay checklist",
                        "if",
                        Map.of("not", Map.of("required", List.of("extends"))),
                        "then",
                        whole())));
    }

    /// What a checklist needs that builds on no other.
    private static Map<String, Object> whole() {
        Map<String, Object> item = Map.of(
                "if",
                answeredByOthers(),
                "then",
                Map.of("required", List.of("requirement")),
                "else",
                Map.of("required", List.of("check")));
        return Map.of(
                "required", List.of("title", "items"),
                "properties", Map.of("items", Map.of("minItems", 1, "items", item)));
    }

    private static Map<String, Object> dropped() {
        return with(
                object(Map.of(
                        "id", described(identifier(), "Of the inherited item."),
                        "reason", described(text(), "Why it does not hold any more."))),
                Map.of("required", List.of("id", "reason")));
    }

    private static Map<String, Object> figures() {
        Map<String, Object> figure = object(Map.of(
                "label", described(text(), "The words before it; others of the same after '|'."),
                "column", described(text(), "Words of its column's header."),
                "table", described(text(), "Words of its table's or sheet's name."),
                "cell", described(text(), "A cell of a workbook, as 'Sheet!B7'."),
                "role", described(text(), "The role of the file it stands in."),
                "source", described(text(), "The reference or other deliverable it stands in."),
                "date", Map.of("type", "boolean", "default", false, "description", "Whether it is a date."),
                "reason", described(text(), "Why an inherited figure stands elsewhere.")));
        return Map.of(
                "type",
                "object",
                "description",
                "Figures that rules name, each by where it stands.",
                "propertyNames",
                Map.of("pattern", "^" + NamedFigure.NAME.pattern() + "$"),
                "additionalProperties",
                figure);
    }

    private static Map<String, Object> item(List<KindForm> kinds) {
        List<Object> rules = new ArrayList<>();
        rules.add(Map.of("if", answeredByOthers(), "then", question()));
        kinds.forEach(kind -> rules.add(rule(kind)));
        return with(object(properties(kinds)), Map.of("required", List.of("id"), "allOf", rules));
    }

    private static Map<String, Object> properties(List<KindForm> kinds) {
        Map<String, Object> properties = new TreeMap<>();
        properties.put("id", described(identifier(), "Unique in this checklist."));
        properties.put("by", choice(By.values(), By.MACHINE, "Who answers."));
        properties.put(
                "check",
                Map.of(
                        "enum",
                        kinds.stream().map(KindForm::id).toList(),
                        "description",
                        "The check kind that answers."));
        properties.put("with", Map.of("type", "object", "description", "What the check kind is to look for."));
        properties.put("severity", choice(Severity.values(), Severity.MAJOR, "How bad a finding is."));
        properties.put("effect", choice(Effect.values(), Effect.REWORK, "Who acts on a finding."));
        properties.put("mode", choice(Mode.values(), Mode.ENFORCE, "Whether it counts yet."));
        properties.put(
                "weight",
                Map.of(
                        "type", "number",
                        "exclusiveMinimum", 0,
                        "maximum", 1000,
                        "default", 1,
                        "description", "Multiplies the severity's points in the score."));
        properties.put(
                "blocking",
                Map.of(
                        "type", "boolean",
                        "default", false,
                        "description", "Whether nothing is accepted without a clear answer."));
        properties.put("requirement", described(text(), "What you require, in your own words."));
        properties.put("clause", described(Map.of("type", List.of("string", "number")), "Where your rule stands."));
        properties.put("remedy", described(text(), "What the vendor should do."));
        properties.put("guidance", described(text(), "How a person answers."));
        properties.put(
                "scale",
                Map.of(
                        "type",
                        "array",
                        "minItems",
                        2,
                        "items",
                        Map.of("type", "string", "pattern", "^.+=\\s*(passed|failed|cannot-tell|not-applicable)\\s*$"),
                        "description",
                        "What a person chooses from: a word, an equals sign and what it means."));
        properties.put(
                "evidence",
                Map.of(
                        "type",
                        "boolean",
                        "default",
                        false,
                        "description",
                        "Whether a person's answer needs a note that says what it rests on."));
        properties.put(
                "who",
                Map.of(
                        "type", List.of("array", "string"),
                        "items", text(),
                        "description", "Names of the people who may answer; anybody where left out."));
        properties.put("when", described(when(), "On which occasions it holds; each a word or a list of words."));
        properties.put("scope", described(scope(), "What it looks at; each a word or a list of words."));
        properties.put(
                "mostly",
                Map.of(
                        "type",
                        "number",
                        "exclusiveMinimum",
                        0,
                        "exclusiveMaximum",
                        1,
                        "description",
                        "Share of what is counted that must be right."));
        properties.put(
                "most-findings",
                Map.of("type", "integer", "minimum", 10, "description", "How many findings of one file are listed."));
        properties.put("expires", described(Map.of("type", "string", "format", "date"), "The last day it counts."));
        properties.put("reason", described(text(), "Why an inherited item is weakened."));
        properties.put("examples", object(Map.of("pass", examples(), "fail", examples())));
        return properties;
    }

    private static Map<String, Object> when() {
        return object(Map.of(
                "role", texts(identifier()),
                "format", texts(words(FileFormat.values())),
                "language", texts(text()),
                "practice", texts(identifier()),
                "tier", texts(words(Tier.values()))));
    }

    private static Map<String, Object> scope() {
        Map<String, Object> pattern = with(text(), Map.of("format", "regex"));
        return object(Map.of(
                "layer", texts(words(dev.assay.document.Layer.values())),
                "section", texts(pattern),
                "part", texts(pattern)));
    }

    private static Map<String, Object> words(Enum<?>[] constants) {
        return Map.of("enum", Stream.of(constants).map(Fields::word).toList());
    }

    private static Map<String, Object> answeredByOthers() {
        return Map.of(
                "required",
                List.of("by"),
                "properties",
                Map.of("by", Map.of("enum", List.of(Fields.word(By.PERSON), Fields.word(By.VENDOR)))));
    }

    private static Map<String, Object> question() {
        return Map.of("properties", Map.of("check", false, "with", false, "examples", false));
    }

    private static Map<String, Object> rule(KindForm kind) {
        Map<String, Object> parameters = new TreeMap<>();
        kind.parameters().forEach(parameter -> parameters.put(parameter.name(), schema(parameter)));
        List<String> required = kind.parameters().stream()
                .filter(Parameter::required)
                .map(Parameter::name)
                .toList();
        List<Map<String, List<String>>> anyOf = kind.anyOf().stream()
                .map(name -> Map.of("required", List.of(name)))
                .toList();
        Map<String, Object> with = with(
                object(parameters),
                required.isEmpty() ? Map.of() : Map.of("required", required),
                anyOf.isEmpty() ? Map.of() : Map.of("anyOf", anyOf));
        Map<String, Object> then = with(
                Map.of("properties", Map.of("with", with)),
                required.isEmpty() && anyOf.isEmpty() ? Map.of() : Map.of("required", List.of("with")));
        return Map.of(
                "if",
                Map.of("required", List.of("check"), "properties", Map.of("check", Map.of("const", kind.id()))),
                "then",
                then);
    }

    private static Map<String, Object> schema(Parameter parameter) {
        Map<String, Object> type = switch (parameter.type()) {
            case TEXT -> text();
            case PATTERN -> with(text(), Map.of("format", "regex"));
            case TEXTS, NAMED_PATTERNS -> texts(text());
            case PATTERNS -> texts(with(text(), Map.of("format", "regex")));
            case COUNT -> Map.of("type", "integer", "minimum", 0);
            case NUMBER -> Map.of("type", "number");
            case FLAG -> Map.of("type", "boolean");
            case CHOICE -> Map.of("enum", parameter.choices());
            case CHOICES -> texts(Map.of("enum", parameter.choices()));
            case LIMITS ->
                texts(with(
                        text(),
                        Map.of(
                                "pattern",
                                "^"
                                        + (parameter.choices().isEmpty()
                                                ? ""
                                                : "((" + String.join("|", parameter.choices()) + ") +)?")
                                        + "[0-9]+(\\.[0-9]+)? *(words?|%)$")));
        };
        Object fallback = parameter.defaultValue();
        return with(described(type, parameter.meaning()), fallback == null ? Map.of() : Map.of("default", fallback));
    }

    private static Map<String, Object> texts(Map<String, Object> entry) {
        return Map.of("oneOf", List.of(entry, Map.of("type", "array", "minItems", 1, "items", entry)));
    }

    private static Map<String, Object> examples() {
        Map<String, Object> named = object(Map.of("name", text(), "text", Map.of("type", "string")));
        return Map.of("type", "array", "items", Map.of("oneOf", List.of(Map.of("type", "string"), named)));
    }

    private static Map<String, Object> choice(Enum<?>[] constants, Enum<?> fallback, String meaning) {
        return Map.of(
                "enum", Stream.of(constants).map(Fields::word).toList(),
                "default", Fields.word(fallback),
                "description", meaning);
    }

    private static Map<String, Object> identifier() {
        return Map.of("type", "string", "pattern", ID);
    }

    private static Map<String, Object> text() {
        return Map.of("type", "string", "minLength", 1);
    }

    private static Map<String, Object> described(Map<String, Object> schema, String meaning) {
        return with(schema, Map.of("description", meaning));
    }

    private static Map<String, Object> object(Map<String, Object> properties) {
        return Map.of("type", "object", "additionalProperties", false, "properties", properties);
    }

    @SafeVarargs
    private static Map<String, Object> with(Map<String, ?>... parts) {
        Map<String, Object> whole = new TreeMap<>();
        for (Map<String, ?> part : parts) {
            whole.putAll(part);
        }
        return whole;
    }
}
