package dev.assay.stage;

import dev.assay.checklist.Checklist;

/// The checklists in force.
public interface Checklists {
    /// A client's checklist.
    ///
    /// @throws java.util.NoSuchElementException if it has none of that name
    Checklist get(String client, String name);
}
