package dev.assay.intake.identify;

import dev.assay.extract.survey.Survey.SurveyPart;
import dev.assay.work.CoveringMail;
import dev.assay.work.Deliverable;
import dev.assay.work.ExpectedPart;
import dev.assay.work.Manifest;
import dev.assay.work.Manifest.ManifestPart;
import dev.assay.work.PartRole;
import dev.assay.work.PartRole.Basis;
import dev.assay.work.ShownName;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// What each file of a delivery is for: what the manifest says; else what its name fits or says, or its format, among
/// the roles the work order expects; else the deliverable's own.
///
/// @param count how many files came for the deliverable
public record PartRoles(Deliverable deliverable, Optional<Manifest> manifest, int count) {
    /// The role of a file that came without a manifest.
    public PartRole of(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return deliverable.parts().isEmpty() ? unasked(name) : expected(name);
    }

    /// The role of a file.
    ///
    /// @param companion whether nothing says that it is for this deliverable
    PartRole of(SurveyPart part, boolean companion) {
        Optional<String> listed = listed(manifest, part)
                .map(ManifestPart::role)
                // A file that called itself a covering mail would be held to nothing.
                .filter(role -> !role.isEmpty() && !role.equals(CoveringMail.ROLE));
        if (listed.isPresent()) {
            return new PartRole(listed.get(), Basis.MANIFEST);
        }
        if (companion) {
            return new PartRole(PartRole.OTHER, Basis.COMPANION);
        }
        return of(part.name());
    }

    private PartRole expected(String name) {
        List<String> roles =
                deliverable.parts().stream().map(ExpectedPart::role).toList();
        List<String> fitting = deliverable.parts().stream()
                .filter(part -> part.names().stream().anyMatch(pattern -> fits(name, pattern)))
                .map(ExpectedPart::role)
                .toList();
        if (!fitting.isEmpty()) {
            return new PartRole(fitting.getFirst(), Basis.PATTERN);
        }
        if (roles.size() == 1 && count == 1) {
            return new PartRole(roles.getFirst(), Basis.ONLY_ONE);
        }
        return only(RoleWords.named(name, roles), Basis.WORD)
                .or(() -> only(RoleWords.formed(name, roles), Basis.FORMAT))
                .orElse(new PartRole(PartRole.OTHER, Basis.COMPANION));
    }

    /// Where the work order expects no particular files.
    private PartRole unasked(String name) {
        if (count == 1) {
            return new PartRole(deliverable.role(), Basis.ONLY_ONE);
        }
        if (!RoleWords.named(name, List.of(deliverable.role())).isEmpty()) {
            return new PartRole(deliverable.role(), Basis.WORD);
        }
        return only(RoleWords.named(name, RoleWords.usual()), Basis.WORD)
                .orElse(new PartRole(deliverable.role(), Basis.DELIVERABLE));
    }

    private static Optional<PartRole> only(List<String> roles, Basis basis) {
        return roles.size() == 1 ? Optional.of(new PartRole(roles.getFirst(), basis)) : Optional.empty();
    }

    /// Whether a name fits a pattern of `*` and `?`, without regard to case.
    private static boolean fits(String name, String pattern) {
        String regex = "\\Q"
                + folded(pattern).replace("\\E", "").replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q") + "\\E";
        return Pattern.compile(regex, Pattern.DOTALL).matcher(folded(name)).matches();
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    /// What in a manifest does not fit the bytes, in words for the vendor.
    static Optional<String> mismatch(Optional<Manifest> manifest, List<SurveyPart> parts) {
        return parts.stream()
                .filter(part -> listed(manifest, part)
                        .map(ManifestPart::sha256)
                        .filter(sha256 -> !sha256.isEmpty() && !sha256.equalsIgnoreCase(part.sha256()))
                        .isPresent())
                .findFirst()
                .map(part -> "The manifest gives another SHA-256 for " + ShownName.of(part.name())
                        + " than the file has (" + part.sha256() + "). Deliver the file and its manifest again.");
    }

    /// What the manifest lists for this deliverable.
    List<ManifestPart> listed() {
        return manifest.stream()
                .flatMap(each -> each.parts().stream())
                .filter(part ->
                        part.deliverable().isEmpty() || part.deliverable().equalsIgnoreCase(deliverable.id()))
                .toList();
    }

    private static Optional<ManifestPart> listed(Optional<Manifest> manifest, SurveyPart part) {
        return manifest.stream()
                .flatMap(each -> each.parts().stream())
                .filter(each -> each.names(part.name()))
                .findFirst();
    }
}
