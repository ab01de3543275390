package dev.assay;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Lets one process work in a home; the system lets go of it when the process ends, however.
final class HomeLock implements AutoCloseable {
    private final FileChannel channel;

    private HomeLock(FileChannel channel) {
        this.channel = channel;
    }

    /// Takes the home.
    ///
    /// @param data the home's data folder, where the lock lies
    /// @throws IllegalStateException if another process has it
    static HomeLock take(Path home, Path data) throws IOException {
        return tryTake(data)
                .orElseThrow(() -> new IllegalStateException(
                        "Another Assay works in " + home + ". Stop it first, or name another home."));
    }

    /// Takes the home if no other process has it.
    static Optional<HomeLock> tryTake(Path data) throws IOException {
        return taken(data.resolve("lock"));
    }

    /// Takes the right to store what no fact names yet, beside a running installation.
    static Optional<HomeLock> tryTakeForCommand(Path data) throws IOException {
        return taken(data.resolve("commands.lock"));
    }

    private static Optional<HomeLock> taken(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (lock(channel) == null) {
            channel.close();
            return Optional.empty();
        }
        return Optional.of(new HomeLock(channel));
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            // Taken in this very process.
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
