package dev.assay.extract.survey;

import dev.assay.extract.container.ZipEntryHeader;
import dev.assay.extract.container.ZipEntryHeader.Kind;
import dev.assay.extract.format.FormatDetector;
import dev.assay.work.Manifest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The entries of a zip package, sorted by what they are for.
///
/// @param root      the single folder that holds all, with its slash; empty where there is none
/// @param bag       whether it is a bag (RFC 8493)
/// @param parts     regular files, in the order of the directory; of a bag, its payload
/// @param manifests files named as a manifest at the top of what was delivered
/// @param about     what a bag says of itself: its files outside the payload
/// @param complete  whether a marker says that nothing more comes
/// @param skipped   names of entries that are no parts: links, devices, what desktops leave behind
record PackageContent(
        String root,
        boolean bag,
        List<ZipEntryHeader> parts,
        List<ZipEntryHeader> manifests,
        List<ZipEntryHeader> about,
        boolean complete,
        List<String> skipped) {
    /// Where a bag's payload lies (RFC 8493, 2.1.2).
    static final String PAYLOAD = "data/";

    private static final String DECLARATION = "bagit.txt";
    private static final Set<String> RESIDUE = Set.of(".DS_Store", "Thumbs.db", "desktop.ini");

    static PackageContent of(List<ZipEntryHeader> entries) {
        String root = root(entries);
        boolean bag = entries.stream().anyMatch(entry -> entry.key().equals(root + DECLARATION));
        Sorting sorting = new Sorting(root, bag);
        entries.forEach(sorting::add);
        return new PackageContent(
                root, bag, sorting.parts, sorting.manifests, sorting.about, sorting.complete, sorting.skipped);
    }

    /// What a part is called: without what only packs it.
    String name(ZipEntryHeader part) {
        return bag ? part.key().substring((root + PAYLOAD).length()) : part.name();
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

    private static final class Sorting {
        private final String root;
        private final boolean bag;
        private final List<ZipEntryHeader> parts = new ArrayList<>();
        private final List<ZipEntryHeader> manifests = new ArrayList<>();
        private final List<ZipEntryHeader> about = new ArrayList<>();
        private final List<String> skipped = new ArrayList<>();
        private boolean complete;

        Sorting(String root, boolean bag) {
            this.root = root;
            this.bag = bag;
        }

        void add(ZipEntryHeader entry) {
            if (entry.kind() == Kind.FOLDER) {
                return;
            }
            String top = bag ? root + PAYLOAD : root;
            if (bag && !entry.key().startsWith(top) && entry.kind() == Kind.FILE) {
                about.add(entry);
            } else if (isSkipped(entry)) {
                skipped.add(entry.name());
            } else if (entry.key().equals(top + Manifest.COMPLETE_MARKER)) {
                complete = true;
            } else if (entry.key().startsWith(top)
                    && ManifestReader.isManifest(entry.key().substring(top.length()))) {
                manifests.add(entry);
            } else {
                parts.add(entry);
            }
        }
    }
}
