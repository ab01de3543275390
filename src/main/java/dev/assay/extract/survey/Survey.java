package dev.assay.extract.survey;

import dev.assay.extract.format.FormatDetector;
import dev.assay.work.Manifest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one arrived file brought.
///
/// @param mediaType      type found from the content
/// @param parts          the files it brought: itself, none where it is a manifest, or the files of a zip package
///                       without its manifest and, of a bag, without the files about it
/// @param told           what it says of itself
/// @param skipped        entries of a package that are no parts (links, devices, desktop residue), by name
/// @param quarantine     the limit it passed, named first; null where it passed none
/// @param damaged        what is broken about a package; null where nothing is
/// @param passwordNeeded whether the package is encrypted
/// @param mail           the mail that brought the parts; null where they came otherwise
public record Survey(
        String mediaType,
        List<SurveyPart> parts,
        Told told,
        List<String> skipped,
        @Nullable String quarantine,
        @Nullable String damaged,
        boolean passwordNeeded,
        @Nullable CoveringMail mail) {
    public Survey {
        parts = List.copyOf(parts);
        skipped = List.copyOf(skipped);
    }

    /// Files that could be looked at.
    static Survey of(String mediaType, List<SurveyPart> parts, Told told, List<String> skipped) {
        return new Survey(mediaType, parts, told, skipped, null, null, false, null);
    }

    /// The same, brought by a mail.
    Survey by(CoveringMail covering) {
        return new Survey(mediaType, parts, told, skipped, quarantine, damaged, passwordNeeded, covering);
    }

    /// Whether it is a manifest for files that come beside it.
    public boolean manifestAlone() {
        return told.manifest() != null && parts.isEmpty() && !mediaType.equals(FormatDetector.PACKAGE);
    }

    /// What a delivery says of itself.
    ///
    /// @param manifest   what the manifest says; null where there is none or it has problems
    /// @param identifier a bag's `External-Identifier`; empty where there is none
    /// @param complete   whether a marker says that nothing more comes
    /// @param problems   every mistake in the manifest, and what is not as a bag says
    public record Told(@Nullable Manifest manifest, String identifier, boolean complete, List<String> problems) {
        static final Told NOTHING = new Told(null, "", false, List.of());

        public Told {
            problems = List.copyOf(problems);
        }

        static Told of(ManifestReader.Result manifest) {
            return new Told(manifest.manifest(), "", false, manifest.problems());
        }
    }

    /// A mail that brought parts.
    ///
    /// @param subject decoded; data
    /// @param itself  the mail as a file
    public record CoveringMail(String subject, SurveyPart itself) {}

    /// A file that was brought.
    ///
    /// @param file   its name in the task's folder
    /// @param name   what the vendor calls it, with the package's folders; data, never a path
    /// @param size   bytes
    /// @param sha256 of the bytes, 64 hex digits
    public record SurveyPart(String file, String name, long size, String sha256) {}
}
