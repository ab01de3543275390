package dev.assay.checklist;

import dev.assay.config.Problems;
import dev.assay.config.TextFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// The checklists that lie in one folder.
///
/// @param folder of the client
/// @param named  how messages name a file in it
public record FolderShelf(Path folder, Function<Path, String> named) implements Shelf {
    private static final String ENDING = ".yaml";

    /// The folder that a file lies in, whose files are named as that one is.
    public static FolderShelf beside(Path file) {
        return new FolderShelf(
                Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(Path.of(".")),
                other -> Optional.ofNullable(file.getParent())
                        .map(parent -> parent.resolve(name(other)))
                        .orElse(Path.of(name(other)))
                        .toString());
    }

    @Override
    public Optional<TextFile> find(String name, Problems problems) {
        Path file = folder.resolve(name + ENDING);
        return Files.isRegularFile(file) ? TextFile.named(named.apply(file), file, problems) : Optional.empty();
    }

    @Override
    public List<String> names() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(FolderShelf::name)
                    .filter(name -> name.endsWith(ENDING) && !name.equals("client" + ENDING))
                    .map(name -> name.substring(0, name.length() - ENDING.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + folder, e);
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
