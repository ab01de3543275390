package dev.assay.extract.survey;

import dev.assay.extract.container.ZipEntryHeader;
import dev.assay.extract.container.ZipEntryHeader.Kind;
import dev.assay.extract.format.FormatDetector;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The entries of a zip package, sorted by what they are for.
///
/// @param parts     regular files, in the order of the directory
/// @param manifests files named as a manifest at the root, or inside a single folder that holds all
/// @param skipped   names of entries that are no parts: links, devices, what desktops leave behind
record PackageContent(List<ZipEntryHeader> parts, List<ZipEntryHeader> manifests, List<String> skipped) {
    private static final Set<String> RESIDUE = Set.of(".DS_Store", "Thumbs.db", "desktop.ini");

    static PackageContent of(List<ZipEntryHeader> entries) {
        List<ZipEntryHeader> parts = new ArrayList<>();
        List<ZipEntryHeader> manifests = new ArrayList<>();
        List<String> skipped = new ArrayList<>();
        String root = root(entries);
        for (ZipEntryHeader entry : entries) {
            if (entry.kind() == Kind.FOLDER) {
                continue;
            }
            if (isSkipped(entry)) {
                skipped.add(entry.name());
            } else if (entry.key().startsWith(root)
                    && ManifestReader.isManifest(entry.key().substring(root.length()))) {
                manifests.add(entry);
            } else {
                parts.add(entry);
            }
        }
        return new PackageContent(parts, manifests, skipped);
    }

    private static boolean isSkipped(ZipEntryHeader entry) {
        return entry.kind() == Kind.SPECIAL
                || entry.key().startsWith("__MACOSX/")
                || RESIDUE.contains(FormatDetector.baseName(entry.key()));
    }

    /// The single top folder with its slash, or nothing.
    private static String root(List<ZipEntryHeader> entries) {
        Set<String> tops = new HashSet<>();
        for (ZipEntryHeader entry : entries) {
            if (!isSkipped(entry)) {
                tops.add(entry.key().substring(0, entry.key().indexOf('/') + 1));
            }
        }
        return tops.size() == 1 ? tops.iterator().next() : "";
    }
}
