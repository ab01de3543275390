package dev.assay.intake.folder;

import java.nio.file.Path;
import java.util.Locale;

/// Which names are deliverables.
///
/// A name that begins with a dot is hidden: editors, sync tools and operating systems leave such files, and no
/// vendor means them. A name that ends in `.part` or `.filepart`, or begins with `~$`, belongs to an upload or
/// an editor at work and is waited for under its final name. Any other name is data, also one that ends in
/// `.camelLock`, which a listing by Camel leaves out.
enum NameRule {
    DELIVERABLE,
    HIDDEN,
    TEMPORARY;

    private static final String LISTING_LEAVES_OUT = ".camelLock";

    static NameRule of(Path path) {
        String name = path.getFileName().toString();
        String lower = name.toLowerCase(Locale.ROOT);
        if (name.endsWith(LISTING_LEAVES_OUT)) {
            return DELIVERABLE;
        }
        if (name.startsWith(".")) {
            return HIDDEN;
        }
        boolean temporary = lower.endsWith(".part") || lower.endsWith(".filepart") || name.startsWith("~$");
        return temporary ? TEMPORARY : DELIVERABLE;
    }

    /// Whether a folder of that name is looked into.
    static boolean isOpenFolder(Path path) {
        return !path.getFileName().toString().startsWith(".");
    }
}
