package dev.assay.command;

import dev.assay.child.ChildPool;
import dev.assay.child.ChildSettings;
import dev.assay.child.TaskFolder;
import dev.assay.extract.WarmUpTask;
import dev.assay.work.ShownName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A place to work on files without an installation: child processes and a private folder, both gone at the
/// end.
final class Bench implements AutoCloseable {
    private static final int HEAP_MEBIBYTES = 1024;
    private static final int RECYCLE_AFTER = 200;

    private final Path folder;
    private final ChildPool children;
    private final OnStop stop;

    private Bench(Path folder, ChildPool children, OnStop stop) {
        this.folder = folder;
        this.children = children;
        this.stop = stop;
    }

    /// @param count  of child processes
    /// @param warmUp whether many files will follow
    static Bench open(int count, boolean warmUp) throws IOException {
        Path folder = Files.createTempDirectory("assay-");
        @Nullable Class<WarmUpTask> first = warmUp ? WarmUpTask.class : null;
        return new Bench(
                folder,
                ChildPool.start(new ChildSettings(
                        count, HEAP_MEBIBYTES, RECYCLE_AFTER, folder.resolve("scratch"), first, List.of())),
                OnStop.interruptThisThread());
    }

    ChildPool children() {
        return children;
    }

    TaskFolder task() throws IOException {
        return TaskFolder.in(folder);
    }

    /// Copies a file that a person named.
    ///
    /// @throws IllegalStateException if it cannot be read
    static void copy(Path file, Path target) {
        try {
            Files.copy(file, target);
        } catch (FileSystemException e) {
            throw new IllegalStateException(
                    "Cannot read " + ShownName.of(file.toString()) + " ("
                            + (e.getReason() == null ? e.getClass().getSimpleName() : e.getReason())
                            + "). See that this user may read it and that the temporary folder has room.",
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        try (stop) {
            children.close();
            TaskFolder.wipe(folder);
        }
    }
}
