package dev.assay.dispatch;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;

/// The rights that others have in a folder, to be given to what comes into it: whoever may look into it reads what
/// lies there, whoever may write into it takes it away.
///
/// @param group of the folder
record SharedRights(Set<PosixFilePermission> permissions, GroupPrincipal group) {
    private static final Set<PosixFilePermission> OWNERS = EnumSet.of(
            PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);
    private static final Set<PosixFilePermission> ENTERING = EnumSet.of(
            PosixFilePermission.OWNER_EXECUTE, PosixFilePermission.GROUP_EXECUTE, PosixFilePermission.OTHERS_EXECUTE);

    /// Of a folder.
    static SharedRights of(Path folder) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(folder, PosixFileAttributeView.class);
        Set<PosixFilePermission> all = EnumSet.copyOf(view.readAttributes().permissions());
        all.addAll(OWNERS);
        return new SharedRights(all, view.readAttributes().group());
    }

    /// Gives them to a folder and the files in it.
    void give(Path folder) throws IOException {
        Set<PosixFilePermission> ofFiles = EnumSet.copyOf(permissions);
        ofFiles.removeAll(ENTERING);
        try (Stream<Path> inside = Files.list(folder)) {
            for (Path file : inside.toList()) {
                give(file, ofFiles);
            }
        }
        give(folder, permissions);
    }

    /// A group that Assay's user is not in cannot be given; then its rights are not given either.
    private void give(Path path, Set<PosixFilePermission> rights) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        Set<PosixFilePermission> given = EnumSet.copyOf(rights);
        if (!view.readAttributes().group().equals(group)) {
            try {
                view.setGroup(group);
            } catch (FileSystemException e) {
                given.removeIf(right -> right.name().startsWith("GROUP"));
            }
        }
        view.setPermissions(given);
    }
}
