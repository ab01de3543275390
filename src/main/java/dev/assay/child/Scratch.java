package dev.assay.child;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// The folder under which each child has its own; held by one pool at a time.
final class Scratch implements AutoCloseable {
    private static final String PREFIX = "child-";
    private static final String LOCK = "pool.lock";

    private final Path folder;
    private final FileChannel lock;
    private final AtomicInteger count = new AtomicInteger();

    private Scratch(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /// Takes the folder and wipes what children of a killed pool left in it.
    ///
    /// @throws IOException if it cannot be made or wiped, or another pool holds it
    static Scratch open(Path folder) throws IOException {
        Folders.createAll(folder);
        FileChannel lock = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (tryLock(lock) == null) {
                throw new IOException("The folder " + folder
                        + " must belong to one pool of children alone. Another holds it. Name another folder.");
            }
            Scratch scratch = new Scratch(folder, lock);
            scratch.wipe();
            return scratch;
        } catch (IOException e) {
            lock.close();
            throw e;
        }
    }

    /// A folder's path that no other child has or had.
    Path next() {
        return folder.resolve(PREFIX + count.incrementAndGet());
    }

    @Override
    public void close() throws IOException {
        try (lock) {
            wipe();
            Files.deleteIfExists(folder.resolve(LOCK));
        }
    }

    private void wipe() throws IOException {
        for (Path name : Folders.names(folder)) {
            if (name.toString().startsWith(PREFIX)) {
                Folders.delete(folder.resolve(name));
            }
        }
    }

    private static @Nullable FileLock tryLock(FileChannel lock) throws IOException {
        try {
            return lock.tryLock();
        } catch (OverlappingFileLockException e) {
            // Another pool of this JVM.
            return null;
        }
    }
}
