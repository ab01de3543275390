package dev.assay.intake;

import dev.assay.work.ShownName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/// What lies beside the vendors' folders in the drop folder, where nothing is received.
public final class StrayDrops {
    private final Path root;
    private final Set<String> vendors;

    /// @param root    the folder of the vendors' folders
    /// @param vendors their ids
    public StrayDrops(Path root, Set<String> vendors) {
        this.root = root;
        this.vendors = Set.copyOf(vendors);
    }

    /// Folders that belong to no vendor, each as a message for the operator.
    public List<String> folders() {
        return names(Files::isDirectory).stream()
                .filter(name -> !vendors.contains(name))
                .map(name -> "drop folder '" + ShownName.of(name)
                        + "' belongs to no vendor; nothing in it is received. Write vendors/<id>.yaml or remove it.")
                .toList();
    }

    /// One message for all files.
    public List<String> files() {
        int files = names(path -> !Files.isDirectory(path)).size();
        if (files == 0) {
            return List.of();
        }
        return List.of(files + (files == 1 ? " file lies" : " files lie")
                + " in the drop folder outside the vendors' folders, where nothing is received. Move "
                + (files == 1 ? "it" : "them") + " into drop/<vendor>/.");
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
