package dev.assay.dispatch;

import dev.assay.child.TaskFolder;
import dev.assay.meter.CrashPoint;
import dev.assay.vault.Disk;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/// Where a folder is written and flushed before it is renamed, in one step, to where its reader finds it.
///
/// When a folder is staged and no longer there, the rename has happened, even if a reader has taken it since.
final class Stage {
    static final String NAME = ".stage";

    private final Path folder;
    private final Disk disk = new Disk();

    /// @param root below which the targets lie
    Stage(Path root) {
        this.folder = root.resolve(NAME);
    }

    /// Writes what a reader finds.
    interface Content {
        /// Writes into an empty folder.
        void write(Path folder) throws IOException;
    }

    /// Makes the stage.
    void prepare() throws IOException {
        Files.createDirectories(folder);
    }

    /// Makes a folder that staged ones are moved into, and sees that a rename into it is one step.
    ///
    /// @throws IllegalStateException if they are on different file systems
    void prepare(Path target) throws IOException {
        Files.createDirectories(target);
        if (!Files.getAttribute(target, "unix:dev").equals(Files.getAttribute(folder, "unix:dev"))) {
            throw new IllegalStateException("The folders " + target + " and " + folder
                    + " are on different file systems, so publishing could not be one step. Put them on one.");
        }
    }

    /// Writes and flushes a folder, anew where an interrupted attempt left one.
    ///
    /// @param id of the outbox entry
    void write(String id, Content content) throws IOException {
        Path staged = folder.resolve(id);
        TaskFolder.wipe(staged);
        Files.createDirectory(staged);
        content.write(staged);
        flush(staged);
        disk.forceFolder(staged);
        CrashPoint.here("W12");
    }

    /// Moves a folder whose staging is recorded to its target, unless that happened before.
    void move(String id, Path target) throws IOException {
        CrashPoint.here("W13");
        Path staged = folder.resolve(id);
        if (Files.exists(staged)) {
            Files.move(staged, target, StandardCopyOption.ATOMIC_MOVE);
        }
        CrashPoint.here("W14");
        disk.forceFolder(target);
        disk.forceFolder(staged);
        CrashPoint.here("W15");
    }

    private void flush(Path written) throws IOException {
        Files.walkFileTree(written, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                    disk.force(channel, file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure) throws IOException {
                try (FileChannel channel = FileChannel.open(visited, StandardOpenOption.READ)) {
                    disk.force(channel, visited);
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
