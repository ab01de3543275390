package dev.assay.work;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/// An expected output of a work order: the unit of acceptance.
///
/// @param id        matches [Id], unique in its work order
/// @param title     as printed in reports
/// @param role      what it is, such as `report`, `deck`, `tables`, `data`
/// @param checklist name of the checklist in the client's folder that it is held to
/// @param vendors   ids of the vendors assigned to it, at least one
/// @param prefixes  file-name prefixes that name it, compared without regard to case
/// @param due       when the first round is due
/// @param parts     the files it is expected to have; empty where any file is taken for it
/// @param window    how long a delivery that lacks some of them waits for the rest, from its newest file on
/// @param checklistVersion hash of the effective checklist, with what the work order itself changes of it; empty where
///                         it is not known
public record Deliverable(
        String id,
        String title,
        String role,
        String checklist,
        List<String> vendors,
        List<String> prefixes,
        Instant due,
        List<ExpectedPart> parts,
        Duration window,
        String checklistVersion) {
    /// How long a delivery waits for its missing parts where nothing is said.
    public static final Duration STANDARD_WINDOW = Duration.ofHours(1);

    public Deliverable {
        // Versions that were recorded before these could be said have none.
        parts = List.copyOf(Objects.requireNonNullElse(parts, List.of()));
        window = Objects.requireNonNullElse(window, STANDARD_WINDOW);
        checklistVersion = Objects.requireNonNullElse(checklistVersion, "");
        Id.require("deliverable", id);
        vendors = List.copyOf(vendors);
        prefixes = List.copyOf(prefixes);
        if (vendors.isEmpty()) {
            throw new IllegalArgumentException("Deliverable " + id + " has no vendor. Assign at least one.");
        }
    }

    /// A deliverable whose checklist is not known yet.
    public Deliverable(
            String id,
            String title,
            String role,
            String checklist,
            List<String> vendors,
            List<String> prefixes,
            Instant due,
            List<ExpectedPart> parts,
            Duration window) {
        this(id, title, role, checklist, vendors, prefixes, due, parts, window, "");
    }

    /// The same deliverable held to a version of its checklist.
    public Deliverable heldTo(String version) {
        return new Deliverable(id, title, role, checklist, vendors, prefixes, due, parts, window, version);
    }

    /// A deliverable for which any file is taken.
    public Deliverable(
            String id,
            String title,
            String role,
            String checklist,
            List<String> vendors,
            List<String> prefixes,
            Instant due) {
        this(id, title, role, checklist, vendors, prefixes, due, List.of(), STANDARD_WINDOW);
    }
}
