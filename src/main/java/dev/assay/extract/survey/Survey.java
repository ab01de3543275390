package dev.assay.extract.survey;

import dev.assay.extract.format.FormatDetector;
import dev.assay.work.Manifest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one arrived file brought.
///
/// @param mediaType        type found from the content
/// @param parts            the files it brought: itself, none where it is a manifest, or the files of a zip
///                       package without its manifest
/// @param manifest         what the manifest says; null where there is none or it has problems
/// @param manifestProblems every mistake in the manifest, with line and column
/// @param skipped          entries of a package that are no parts (links, devices, desktop residue), by name
/// @param quarantine       the limit it passed, named first; null where it passed none
/// @param damaged          what is broken about a package; null where nothing is
/// @param passwordNeeded   whether the package is encrypted
/// @param mail             the mail that brought the parts; null where they came otherwise
public record Survey(
        String mediaType,
        List<SurveyPart> parts,
        @Nullable Manifest manifest,
        List<String> manifestProblems,
        List<String> skipped,
        @Nullable String quarantine,
        @Nullable String damaged,
        boolean passwordNeeded,
        @Nullable CoveringMail mail) {
    public Survey {
        parts = List.copyOf(parts);
        manifestProblems = List.copyOf(manifestProblems);
        skipped = List.copyOf(skipped);
    }

    /// Whether it is a manifest for files that come beside it.
    public boolean manifestAlone() {
        return manifest != null && parts.isEmpty() && !mediaType.equals(FormatDetector.PACKAGE);
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
