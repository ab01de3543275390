package dev.assay.intake.identify;

import dev.assay.work.Manifest;
import java.util.Optional;

/// All that may say which deliverable a file is.
///
/// @param vendor   who delivered it
/// @param path     the arrival's name below the vendor's folder, `/` between folders; empty for a mail
/// @param subject  of the mail it came by; empty where it came otherwise
/// @param bag      the `External-Identifier` of the bag it came in; empty where there is none
/// @param manifest that speaks for it
/// @param inner    the file's name in the package or mail, with its folders; empty where it is the arrival itself
record Clues(String vendor, String path, String subject, String bag, Optional<Manifest> manifest, String inner) {

    /// The clues to one file of the package or mail.
    Clues to(String part) {
        return new Clues(vendor, path, subject, bag, manifest, part);
    }

    /// The deliverable that the manifest names for it; empty where it names none.
    String namedDeliverable() {
        return manifest.map(each -> each.parts().stream()
                        .filter(part -> !inner.isEmpty() && part.names(inner))
                        .map(Manifest.ManifestPart::deliverable)
                        .filter(named -> !named.isEmpty())
                        .findFirst()
                        .orElse(each.deliverable()))
                .orElse("");
    }
}
