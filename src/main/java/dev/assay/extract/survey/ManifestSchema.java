package dev.assay.extract.survey;

import dev.assay.config.Fields;
import dev.assay.config.Json;
import dev.assay.work.VendorAnswer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The JSON Schema (draft 2020-12) of `manifest.yaml` and `manifest.json`, as [ManifestReader] reads them.
public final class ManifestSchema {
    private ManifestSchema() {}

    /// The schema as indented JSON.
    public static String text() {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", "Assay manifest");
        schema.putAll(object(
                List.of("work-order"),
                Map.entry("work-order", text("The id of the work order, as the order says it.")),
                Map.entry("deliverable", text("The id of the deliverable, where the order has several.")),
                Map.entry("parts", list(part(), "The files that are delivered.")),
                Map.entry(
                        "complete",
                        Map.of(
                                "type",
                                "boolean",
                                "default",
                                false,
                                "description",
                                "Whether nothing more comes, whatever is missing.")),
                Map.entry(
                        "declarations",
                        Map.of(
                                "type",
                                "object",
                                "additionalProperties",
                                Map.of("type", "string"),
                                "description",
                                "Answers to what the client asks, by the item's id.")),
                Map.entry("answers", list(answer(), "Answers to findings of the round before."))));
        return Json.text(schema);
    }

    private static Map<String, Object> part() {
        return object(
                List.of("path"),
                Map.entry("path", text("The file, from the manifest's folder.")),
                Map.entry("role", text("What it is for, such as report or annex.")),
                Map.entry(
                        "sha256",
                        Map.of(
                                "type",
                                "string",
                                "pattern",
                                "^[0-9A-Fa-f]{64}$",
                                "description",
                                "The SHA-256 of the file; it is compared.")),
                Map.entry("deliverable", text("The deliverable it belongs to, where it is not the manifest's.")));
    }

    private static Map<String, Object> answer() {
        List<String> kinds =
                Stream.of(VendorAnswer.Kind.values()).map(Fields::word).toList();
        return object(
                List.of("id", "answer"),
                Map.entry(
                        "id",
                        Map.of(
                                "type",
                                "string",
                                "pattern",
                                "^[0-9a-f]{8,32}$",
                                "description",
                                "The finding's id, as the letter prints it.")),
                Map.entry("answer", Map.of("enum", kinds, "description", "What became of it.")),
                Map.entry("text", text("Why, or what is asked; needed unless it is fixed.")));
    }

    private static Map<String, Object> text(String meaning) {
        return Map.of("type", "string", "description", meaning);
    }

    private static Map<String, Object> list(Map<String, Object> entry, String meaning) {
        Map<String, Object> list = new LinkedHashMap<>();
        list.put("type", "array");
        list.put("description", meaning);
        list.put("items", entry);
        return list;
    }

    @SafeVarargs
    private static Map<String, Object> object(List<String> required, Map.Entry<String, Map<String, Object>>... of) {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (Map.Entry<String, Map<String, Object>> property : of) {
            properties.put(property.getKey(), property.getValue());
        }
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("type", "object");
        object.put("properties", properties);
        object.put("required", required);
        object.put("additionalProperties", false);
        return object;
    }
}
