package dev.assay.child;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A folder for one task: readable by Assay's user alone, wiped when the task is over.
public final class TaskFolder implements AutoCloseable {
    private static final FileAttribute<?> PRIVATE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private final Path path;

    private TaskFolder(Path path) {
        this.path = path;
    }

    /// Makes a folder of a fresh name.
    ///
    /// @param parent where task folders live; it exists
    public static TaskFolder in(Path parent) throws IOException {
        return new TaskFolder(
                Files.createDirectory(parent.resolve(UUID.randomUUID().toString()), PRIVATE));
    }

    /// Makes the folder of all task folders and wipes what an ended process left in it.
    public static void prepare(Path parent) throws IOException {
        wipe(parent);
        Files.createDirectories(parent, PRIVATE);
    }

    public Path path() {
        return path;
    }

    /// The path of a file in the folder.
    public Path file(String name) {
        return path.resolve(name);
    }

    /// A file of a task's folder, as the child is told it.
    ///
    /// @throws IllegalArgumentException if the name might leave the folder
    public static Path file(Path folder, String name) {
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,99}")) {
            throw new IllegalArgumentException("A task's file is named by letters, digits, '.', '_' and '-' only");
        }
        return folder.resolve(name);
    }

    @Override
    public void close() throws IOException {
        wipe(path);
    }

    /// Deletes a folder with all that is in it; nothing happens if there is none.
    public static void wipe(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure) throws IOException {
                Files.deleteIfExists(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
