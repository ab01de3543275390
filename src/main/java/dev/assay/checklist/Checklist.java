package dev.assay.checklist;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// A client's checklist as it is in force: all layers it is made of, put together.
///
/// @param name    as work orders refer to it
/// @param title   as printed in reports
/// @param version SHA-256 over the texts of all its layers, 64 hex digits, recorded with each verdict
/// @param items   in the order of the layers, and within a layer of its text
/// @param layers  from the one that all others change to the last, at least one
/// @param traces  where each item's values came from, by its id
/// @param dropped what is not on the list any more
public record Checklist(
        String name,
        String title,
        String version,
        List<Item> items,
        List<Layer> layers,
        Map<String, Trace> traces,
        List<Dropped> dropped) {
    public Checklist {
        items = List.copyOf(items);
        layers = List.copyOf(layers);
        traces = Map.copyOf(traces);
        dropped = List.copyOf(dropped);
    }

    /// The same checklist as a later build can run it: parameters that its kinds have got since take their defaults.
    public Checklist completed(Collection<? extends KindForm> kinds) {
        Map<String, KindForm> known = new HashMap<>();
        kinds.forEach(kind -> known.put(kind.id(), kind));
        return new Checklist(
                name,
                title,
                version,
                items.stream()
                        .map(item -> item.check() != null && known.containsKey(item.check())
                                ? item.completed(known.get(item.check()).parameters())
                                : item)
                        .toList(),
                layers,
                traces,
                dropped);
    }

    /// Where an item's values came from.
    public Trace trace(String item) {
        return Objects.requireNonNullElse(traces.get(item), Trace.NONE);
    }
}
