package dev.assay.intake.folder;

import dev.assay.work.ShownName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/// Looks at the drop folder itself: what lies beside the vendors' folders, where nothing is received, and who may
/// write there.
public final class DropRoot {
    private final Path root;
    private final Set<String> vendors;

    /// @param root    the folder of the vendors' folders
    /// @param vendors their ids
    public DropRoot(Path root, Set<String> vendors) {
        this.root = root;
        this.vendors = Set.copyOf(vendors);
    }

    /// Folders that belong to no vendor, each as a message for the operator.
    public List<String> strayFolders() {
        return names(Files::isDirectory).stream()
                .filter(name -> !vendors.contains(name))
                .map(name -> "drop folder '" + ShownName.of(name)
                        + "' belongs to no vendor; nothing in it is received. Write vendors/<id>.yaml or remove it.")
                .toList();
    }

    /// One message for all files.
    public List<String> strayFiles() {
        int files = names(path -> !Files.isDirectory(path)).size();
        if (files == 0) {
            return List.of();
        }
        return List.of(files + (files == 1 ? " file lies" : " files lie")
                + " in the drop folder outside the vendors' folders, where nothing is received. Move "
                + (files == 1 ? "it" : "them") + " into drop/<vendor>/.");
    }

    /// Told where the folder itself could be rearranged by anybody.
    public List<String> rights() {
        try {
            return Files.getPosixFilePermissions(root).contains(PosixFilePermission.OTHERS_WRITE)
                    ? List.of("Every user of this machine may write to the drop folder, and could take the place of"
                            + " what is being received. Only vendors' own folders in it are theirs: chmod o-w drop")
                    : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("The drop folder cannot be looked at", e);
        }
    }

    /// Those that are not hidden, in alphabetical order.
    private List<String> names(DirectoryStream.Filter<Path> filter) {
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> inside = Files.newDirectoryStream(root, filter)) {
            inside.forEach(path -> names.add(path.getFileName().toString()));
        } catch (IOException e) {
            throw new UncheckedIOException("The drop folder cannot be listed", e);
        }
        names.removeIf(name -> name.startsWith("."));
        names.sort(Comparator.naturalOrder());
        return names;
    }
}
