package dev.assay.priorwork.index;

import java.util.Optional;

/// Sorts what a look-up may name into groups, each of which has room of its own: fifty reports of one kind leave
/// room for the one of another kind that matters more.
public interface Grouping {
    /// The group that other work belongs to.
    ///
    /// @return empty for work that is not to be named at all
    Optional<String> of(IndexedWork.Source other);

    /// All work in one group.
    static Grouping none() {
        return other -> Optional.of("");
    }
}
