package dev.assay.work;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/// What a vendor says it delivers, as read by the child from `manifest.yaml`.
///
/// @param workOrder    the id as written; looked up, never used in a path
/// @param deliverable  the id as written; empty where the manifest names none
/// @param parts        the files it lists; empty where it lists none
/// @param declarations the vendor's answers to declaration items, by item id
/// @param answers      to findings of the round before
public record Manifest(
        String workOrder,
        String deliverable,
        List<ManifestPart> parts,
        Map<String, String> declarations,
        List<VendorAnswer> answers) {
    public Manifest {
        parts = List.copyOf(parts);
        declarations = Map.copyOf(declarations);
        // Manifests that were recorded before findings could be answered have none.
        answers = List.copyOf(Objects.requireNonNullElse(answers, List.of()));
    }

    /// A manifest without answers.
    public Manifest(String workOrder, String deliverable, List<ManifestPart> parts, Map<String, String> declarations) {
        this(workOrder, deliverable, parts, declarations, List.of());
    }

    /// A file a manifest lists.
    ///
    /// @param path   relative to the manifest
    /// @param role   such as `report` or `annex`; empty where none is given
    /// @param sha256 64 hex digits; empty where none is given
    public record ManifestPart(String path, String role, String sha256) {}
}
