package dev.assay.command.checklist;

import dev.assay.checklist.Checklist;
import dev.assay.checklist.Dropped;
import dev.assay.checklist.Effect;
import dev.assay.checklist.Item;
import dev.assay.checklist.ItemValues;
import dev.assay.checklist.Layer;
import dev.assay.checklist.Trace;
import dev.assay.config.Fields;
import dev.assay.work.ShownName;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// An effective checklist as a person or a program reads it: each value with where it came from.
///
/// @param version hash over all layers
/// @param items   in the list's order
/// @param dropped what is not on the list any more
record EffectiveList(
        String name, String title, String version, List<Layer> layers, List<Shown> items, List<Dropped> dropped) {
    private static final String DEFAULT = "default";

    /// An item.
    ///
    /// @param weakened what asks for less than a layer before did
    record Shown(String id, List<Value> values, List<Trace.Weakened> weakened) {}

    /// A value of an item.
    ///
    /// @param at file, line and column; `default` where no layer gives it
    record Value(String key, String value, String at) {}

    static EffectiveList of(Checklist checklist) {
        List<Shown> shown = new ArrayList<>();
        for (Item item : checklist.items()) {
            Trace trace = checklist.trace(item.id());
            List<Value> values = new ArrayList<>();
            for (Map.Entry<String, String> value : ItemValues.of(item).entrySet()) {
                values.add(
                        new Value(value.getKey(), value.getValue(), trace.at().getOrDefault(value.getKey(), DEFAULT)));
            }
            shown.add(new Shown(item.id(), values, trace.weakened()));
        }
        return new EffectiveList(
                checklist.name(),
                checklist.title(),
                checklist.version(),
                checklist.layers(),
                shown,
                checklist.dropped());
    }

    void print(PrintWriter out) {
        out.println(ShownName.of(title) + " (checklist " + name + ", version " + version.substring(0, 12) + ")");
        for (int i = 0; i < layers.size(); i++) {
            Layer layer = layers.get(i);
            out.println("  layer " + (i + 1) + "  " + layer.file() + " ("
                    + Fields.word(layer.origin()).replace('-', ' ') + ")");
        }
        items.forEach(item -> print(item, out));
        if (!dropped.isEmpty()) {
            out.println();
            out.println("Dropped");
            dropped.forEach(each -> out.println("  " + each.id()
                    + (each.effect() == Effect.CONTAIN ? " (CONTAIN)" : "") + "  from " + each.from() + ", dropped at "
                    + each.at() + ": " + ShownName.of(each.reason())));
        }
    }

    private static void print(Shown item, PrintWriter out) {
        out.println();
        out.println(item.id());
        int key = item.values().stream()
                .mapToInt(each -> each.key().length())
                .max()
                .orElse(0);
        for (Value value : item.values()) {
            out.println("  " + value.key() + " ".repeat(key - value.key().length()) + "  " + ShownName.of(value.value())
                    + "  <- " + value.at());
        }
        for (Trace.Weakened weakened : item.weakened()) {
            weakened.changes()
                    .forEach(change ->
                            out.println("  WEAKENED " + ShownName.of(change.toString()) + "  <- " + change.at()));
            out.println("    reason: " + ShownName.of(weakened.reason()));
        }
    }
}
