package dev.assay.ledger;

import java.util.Map;
import java.util.TreeMap;

/// A balance that must always hold: what came in equals the sum of what became of it.
///
/// @param in   how many came in, counted from the chain of events
/// @param rows how many of them each named row holds, counted from the facts
public record Balance(long in, Map<String, Long> rows) {
    public Balance {
        rows = Map.copyOf(rows);
    }

    /// What is missing; anything but 0 is an alert.
    public long gap() {
        return in - rows.values().stream().mapToLong(Long::longValue).sum();
    }

    @Override
    public String toString() {
        return in + " = " + new TreeMap<>(rows) + (gap() == 0 ? "" : ", gap " + gap());
    }
}
