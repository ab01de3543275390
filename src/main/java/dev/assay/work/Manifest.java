package dev.assay.work;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/// What a vendor says it delivers, as read by the child from `manifest.yaml`.
///
/// @param workOrder    the id as written; looked up, never used in a path
/// @param deliverable  the id as written; empty where the manifest names none, or its parts do
/// @param parts        the files it lists; empty where it lists none
/// @param complete     whether nothing more comes, whatever is missing
/// @param declarations the vendor's answers to declaration items, by item id
/// @param answers      to findings of the round before
public record Manifest(
        String workOrder,
        String deliverable,
        List<ManifestPart> parts,
        boolean complete,
        Map<String, String> declarations,
        List<VendorAnswer> answers) {
    /// The name of an empty file that says for its folder or package: nothing more comes.
    public static final String COMPLETE_MARKER = ".complete";

    public Manifest {
        parts = List.copyOf(parts);
        declarations = Map.copyOf(declarations);
        // Manifests that were recorded before findings could be answered have none.
        answers = List.copyOf(Objects.requireNonNullElse(answers, List.of()));
    }

    /// A manifest without answers.
    public Manifest(String workOrder, String deliverable, List<ManifestPart> parts, Map<String, String> declarations) {
        this(workOrder, deliverable, parts, false, declarations, List.of());
    }

    /// A file a manifest lists.
    ///
    /// @param path        relative to the manifest
    /// @param role        such as `report` or `annex`; empty where none is given
    /// @param sha256      64 hex digits; empty where none is given
    /// @param deliverable which deliverable it belongs to; empty for the manifest's own
    public record ManifestPart(String path, String role, String sha256, String deliverable) {
        public ManifestPart {
            // Manifests that were recorded before parts could name deliverables have none.
            deliverable = Objects.requireNonNullElse(deliverable, "");
        }

        /// A part of the manifest's own deliverable.
        public ManifestPart(String path, String role, String sha256) {
            this(path, role, sha256, "");
        }

        /// Whether it is a file of that name; a package may hold manifest and files in a folder.
        public boolean names(String file) {
            return file.equals(path) || file.endsWith("/" + path) || path.endsWith("/" + file);
        }
    }
}
