package dev.assay.intake.folder;

import dev.assay.intake.NameRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/// What a listing of a drop folder may show: plain files and real folders, never a link, pipe, socket or
/// device, nothing hidden or temporary, nothing Assay has claimed or refused.
///
/// It spares the listing from walking into links. It guards nothing: what is listed is looked at again when it
/// is claimed.
public final class DropFilter {
    private final Path folder;

    /// A filter for listings of a folder.
    public DropFilter(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    /// Whether a listing may show a file or walk into a folder.
    public boolean accepts(Path listed) {
        Path path = listed.toAbsolutePath().normalize();
        if (!path.startsWith(folder)) {
            return false;
        }
        if (path.equals(folder)) {
            return Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS);
        }
        for (Path above : folder.relativize(path.getParent())) {
            if (!above.toString().isEmpty() && !NameRule.isOpenFolder(above.toString())) {
                return false;
            }
        }
        return acceptsLast(path);
    }

    private static boolean acceptsLast(Path path) {
        try {
            var attributes = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return switch (FileFacts.Kind.of(attributes)) {
                case FOLDER -> NameRule.isOpenFolder(path.getFileName().toString());
                case FILE -> NameRule.of(path.getFileName().toString()) == NameRule.DELIVERABLE;
                case LINK, OTHER -> false;
            };
        } catch (IOException e) {
            return false;
        }
    }
}
