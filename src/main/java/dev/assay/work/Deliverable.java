package dev.assay.work;

import java.time.Instant;
import java.util.List;

/// An expected output of a work order: the unit of acceptance.
///
/// @param id        matches [Id], unique in its work order
/// @param title     as printed in reports
/// @param role      what it is, such as `report`, `deck`, `tables`, `data`
/// @param checklist name of the checklist in the client's folder that it is held to
/// @param vendors   ids of the vendors assigned to it, at least one
/// @param prefixes  file-name prefixes that name it, compared without regard to case
/// @param due       when the first round is due
public record Deliverable(
        String id,
        String title,
        String role,
        String checklist,
        List<String> vendors,
        List<String> prefixes,
        Instant due) {
    public Deliverable {
        Id.require("deliverable", id);
        vendors = List.copyOf(vendors);
        prefixes = List.copyOf(prefixes);
        if (vendors.isEmpty()) {
            throw new IllegalArgumentException("Deliverable " + id + " has no vendor. Assign at least one.");
        }
    }
}
