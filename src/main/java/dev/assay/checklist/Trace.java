package dev.assay.checklist;

import java.util.List;
import java.util.Map;

/// Where the values of one effective item came from.
///
/// @param at       key and place, such as `severity` and `clients/northwind/deck.yaml:7:15`; a key that is absent has
///                 the default
/// @param weakened in the order of the layers
public record Trace(Map<String, String> at, List<Weakened> weakened) {
    /// What nothing is known of.
    public static final Trace NONE = new Trace(Map.of(), List.of());

    public Trace {
        at = Map.copyOf(at);
        weakened = List.copyOf(weakened);
    }

    /// What one layer weakened.
    ///
    /// @param changes at least one
    /// @param reason  as its author gave it
    public record Weakened(List<Change> changes, String reason) {
        public Weakened {
            changes = List.copyOf(changes);
        }
    }
}
