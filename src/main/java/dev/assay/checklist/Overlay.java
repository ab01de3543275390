package dev.assay.checklist;

import dev.assay.config.Located;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// Lays what a later layer says of an item upon what an earlier one said. Each value keeps its position, and so
/// tells where it came from.
final class Overlay {
    /// Keys of a layer's text that say something of the layer, not of the item.
    static final String REASON = "reason";

    private static final String WITH = "with";
    private static final String EXAMPLES = "examples";

    /// Keys that change what an item finds, so that examples written for other values need not hold any more.
    private static final Set<String> DEFINING = Set.of(WITH, "scope", "when", "mostly");

    private Overlay() {}

    /// An item as it stands after the later layer.
    static Located.Mapping of(Located.Mapping before, Located.Mapping later) {
        Map<String, Located.Entry> entries = entries(before);
        boolean redefined = later.entries().stream().anyMatch(entry -> DEFINING.contains(entry.key()));
        if (redefined && later.entry(EXAMPLES).isEmpty()) {
            entries.remove(EXAMPLES);
        }
        for (Located.Entry entry : later.entries()) {
            if (!entry.key().equals(REASON)) {
                entries.merge(entry.key(), entry, Overlay::later);
            }
        }
        return new Located.Mapping(new ArrayList<>(entries.values()), later.at());
    }

    /// Parameters are changed one by one; every other value is replaced.
    private static Located.Entry later(Located.Entry before, Located.Entry later) {
        if (before.key().equals(WITH)
                && before.value() instanceof Located.Mapping old
                && later.value() instanceof Located.Mapping fresh) {
            Map<String, Located.Entry> entries = entries(old);
            fresh.entries().forEach(entry -> entries.put(entry.key(), entry));
            return new Located.Entry(
                    WITH, later.at(), new Located.Mapping(new ArrayList<>(entries.values()), fresh.at()));
        }
        return later;
    }

    private static Map<String, Located.Entry> entries(Located.Mapping mapping) {
        Map<String, Located.Entry> entries = new LinkedHashMap<>();
        mapping.entries().forEach(entry -> entries.put(entry.key(), entry));
        return entries;
    }

    /// Key and place of each value, parameters one by one.
    static Map<String, String> places(Located.Mapping item) {
        Map<String, String> places = new LinkedHashMap<>();
        for (Located.Entry entry : item.entries()) {
            places.put(entry.key(), entry.value().at().toString());
            if (!entry.key().equals(EXAMPLES) && entry.value() instanceof Located.Mapping inner) {
                inner.entries()
                        .forEach(each -> places.put(
                                entry.key() + "." + each.key(),
                                each.value().at().toString()));
            }
        }
        places.remove(WITH);
        return places;
    }
}
