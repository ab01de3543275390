package dev.assay.intake;

import dev.assay.work.Manifest;
import java.util.Locale;

/// Which names are deliverables, in a drop folder and on a vendor's server.
///
/// A name that begins with a dot, but `.complete`, is hidden: editors, sync tools and operating systems leave such
/// files, and no vendor means them. A name that ends in `.part` or `.filepart`, or begins with `~$`, belongs to an
/// upload or
/// an editor at work and is waited for under its final name. Any other name is data, also one that ends in
/// `.camelLock`, which a listing by Camel leaves out.
public enum NameRule {
    DELIVERABLE,
    HIDDEN,
    TEMPORARY;

    private static final String LISTING_LEAVES_OUT = ".camelLock";

    /// What a file's name, without its folder, says.
    public static NameRule of(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (name.endsWith(LISTING_LEAVES_OUT) || name.equals(Manifest.COMPLETE_MARKER)) {
            return DELIVERABLE;
        }
        if (name.startsWith(".")) {
            return HIDDEN;
        }
        boolean temporary = lower.endsWith(".part") || lower.endsWith(".filepart") || name.startsWith("~$");
        return temporary ? TEMPORARY : DELIVERABLE;
    }

    /// Whether a folder of that name is looked into.
    public static boolean isOpenFolder(String name) {
        return !name.startsWith(".");
    }
}
