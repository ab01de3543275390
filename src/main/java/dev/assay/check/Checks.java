package dev.assay.check;

import java.util.List;
import java.util.Optional;

/// The registry of check kinds: one line each, in alphabetical order of their ids.
public final class Checks {
    private static final List<Check> ALL = List.of();

    private Checks() {}

    /// All kinds, in alphabetical order of their ids.
    public static List<Check> all() {
        return ALL;
    }

    /// The kind of that id.
    public static Optional<Check> find(String id) {
        return ALL.stream().filter(check -> check.kind().id().equals(id)).findFirst();
    }
}
