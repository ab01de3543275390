package dev.assay.intake.identify;

import dev.assay.extract.Survey.SurveyPart;
import dev.assay.work.CoveringMail;
import dev.assay.work.Deliverable;
import dev.assay.work.Manifest;
import dev.assay.work.Manifest.ManifestPart;
import dev.assay.work.ShownName;
import java.util.List;
import java.util.Optional;

/// The roles of a delivery's parts: what the manifest says, else the deliverable's own.
record PartRoles(Deliverable deliverable, Optional<Manifest> manifest) {
    String of(SurveyPart part) {
        return listed(part)
                .map(ManifestPart::role)
                .filter(role -> !role.isEmpty() && !role.equals(CoveringMail.ROLE))
                .orElse(deliverable.role());
    }

    /// What in the manifest does not fit the bytes, in words for the vendor.
    Optional<String> mismatch(List<SurveyPart> parts) {
        return parts.stream()
                .filter(part -> listed(part)
                        .map(ManifestPart::sha256)
                        .filter(sha256 -> !sha256.isEmpty() && !sha256.equalsIgnoreCase(part.sha256()))
                        .isPresent())
                .findFirst()
                .map(part -> "The manifest gives another SHA-256 for " + ShownName.of(part.name())
                        + " than the file has (" + part.sha256() + "). Deliver the file and its manifest again.");
    }

    private Optional<ManifestPart> listed(SurveyPart part) {
        return manifest.stream()
                .flatMap(each -> each.parts().stream())
                .filter(each -> part.name().equals(each.path()) || part.name().endsWith("/" + each.path()))
                .findFirst();
    }
}
