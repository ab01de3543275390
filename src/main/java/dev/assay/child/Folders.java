package dev.assay.child;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.Set;

/// Folders that only this user may enter, and their end.
final class Folders {
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");
    private static final FileAttribute<Set<PosixFilePermission>> AS_OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(OWNER_ONLY);

    private Folders() {}

    static Path create(Path folder) throws IOException {
        return Files.createDirectory(folder, AS_OWNER_ONLY);
    }

    static void createAll(Path folder) throws IOException {
        Files.createDirectories(folder, AS_OWNER_ONLY);
    }

    /// The names of what lies in a folder.
    static Set<Path> names(Path folder) throws IOException {
        Set<Path> names = new HashSet<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            entries.forEach(entry -> names.add(entry.getFileName()));
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return names;
    }

    /// Deletes a file or a folder with all that is in it, following no link. Nothing happens where there is
    /// none.
    static void delete(Path path) throws IOException {
        if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            empty(path, Set.of());
        }
        Files.deleteIfExists(path);
    }

    /// Deletes all that is in a folder, save the kept names.
    static void empty(Path folder, Set<Path> kept) throws IOException {
        // A folder that its maker locked can be listed again by its owner only after this.
        Files.setPosixFilePermissions(folder, OWNER_ONLY);
        for (Path name : names(folder)) {
            if (!kept.contains(name)) {
                delete(folder.resolve(name));
            }
        }
    }
}
