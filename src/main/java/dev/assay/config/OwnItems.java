package dev.assay.config;

import java.util.Optional;

/// What a deliverable of a work order changes of its checklist.
///
/// @param file  the work order's, as messages name it
/// @param items the value of `items`; empty where it has none
/// @param drop  the value of `drop`; empty where it has none
public record OwnItems(String file, Optional<Located> items, Optional<Located> drop) {
    /// SHA-256 over what it changes, 64 hex digits; what else the work order says does not count.
    public String hash() {
        return TextFile.hash(items.map(Located::canonical).orElse("") + "\n"
                + drop.map(Located::canonical).orElse(""));
    }
}
