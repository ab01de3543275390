package dev.assay.checklist;

import dev.assay.config.Problems;
import dev.assay.config.TextFile;
import java.util.List;
import java.util.Optional;

/// Where a checklist finds the others of its client that it may extend.
public interface Shelf {
    /// A shelf with nothing on it: only what is shipped can be extended.
    Shelf EMPTY = new Shelf() {
        @Override
        public Optional<TextFile> find(String name, Problems problems) {
            return Optional.empty();
        }

        @Override
        public List<String> names() {
            return List.of();
        }
    };

    /// The checklist of that name; empty where there is none, or where it could not be read, which then is among the
    /// problems.
    Optional<TextFile> find(String name, Problems problems);

    /// The names of all that are there.
    List<String> names();
}
