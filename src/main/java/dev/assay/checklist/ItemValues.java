package dev.assay.checklist;

import dev.assay.config.Fields;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The values of an item as a person reads them, in the order of the page.
public final class ItemValues {
    /// What stands before a parameter of the check kind.
    public static final String PARAMETER = "with.";

    private ItemValues() {}

    /// Key and value; keys without a value are left out.
    public static Map<String, String> of(Item item) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("by", Fields.word(item.by()));
        put(values, "check", item.check() == null ? "" : item.check());
        new TreeMap<>(item.parameters()).forEach((name, value) -> values.put(PARAMETER + name, text(value)));
        values.put("severity", Fields.word(item.severity()));
        values.put("effect", Fields.word(item.effect()));
        values.put("mode", Fields.word(item.mode()));
        values.put(
                "weight", BigDecimal.valueOf(item.weight()).stripTrailingZeros().toPlainString());
        values.put("blocking", String.valueOf(item.blocking()));
        put(values, "requirement", item.requirement());
        put(values, "clause", item.clause());
        put(values, "remedy", item.remedy());
        put(values, "guidance", item.guidance());
        put(values, item.reach());
        return values;
    }

    private static void put(Map<String, String> values, Reach reach) {
        put(values, "when.role", reach.when().role());
        put(values, "when.format", reach.when().format());
        put(values, "when.language", reach.when().language());
        put(values, "when.practice", reach.when().practice());
        put(values, "when.tier", reach.when().tier());
        put(values, "scope.layer", reach.scope().layer());
        put(values, "scope.section", reach.scope().section());
        put(values, "scope.part", reach.scope().part());
        put(values, "mostly", reach.mostly() == null ? "" : reach.mostly().toPlainString());
        put(
                values,
                "most-findings",
                reach.mostFindings() == null ? "" : reach.mostFindings().toString());
        put(values, "expires", reach.expires() == null ? "" : reach.expires().toString());
    }

    private static void put(Map<String, String> values, String key, List<String> words) {
        put(values, key, words.isEmpty() ? "" : text(words));
    }

    /// A value as a checklist writes it.
    static String text(Object value) {
        return value instanceof List<?> list
                ? list.stream().map(ItemValues::text).collect(Collectors.joining(", ", "[", "]"))
                : value.toString();
    }

    private static void put(Map<String, String> values, String key, String value) {
        if (!value.isEmpty()) {
            values.put(key, value);
        }
    }
}
