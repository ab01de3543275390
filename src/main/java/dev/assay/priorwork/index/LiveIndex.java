package dev.assay.priorwork.index;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The prior-work index in use. One that was built anew beside it takes its place between two look-ups, also
/// when another process has built it.
public final class LiveIndex implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LiveIndex.class);

    private final Path folder;
    private final Opening opening;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private PriorWorkIndex index;

    private LiveIndex(Path folder, Opening opening) throws IOException {
        this.folder = folder;
        this.opening = opening;
        this.index = opening.open(folder);
    }

    /// How an index of this installation is opened.
    public interface Opening {
        PriorWorkIndex open(Path folder) throws IOException;
    }

    /// Something done with the index.
    public interface Work<T> {
        T with(PriorWorkIndex index) throws IOException;
    }

    /// Opens the index in use; one that was built anew takes its place first.
    public static LiveIndex open(Path folder, Opening opening) throws IOException {
        finish(folder);
        LiveIndex live = new LiveIndex(folder, opening);
        live.adopt();
        return live;
    }

    /// Where an index that is being built anew lies.
    public static Path building(Path folder) {
        return beside(folder, "new");
    }

    /// Offers an index that was built anew, and closed, to whoever uses the one in use.
    public static void offer(Path folder) throws IOException {
        wipe(next(folder));
        Files.move(building(folder), next(folder), StandardCopyOption.ATOMIC_MOVE);
    }

    /// Deletes all indexes but the one in use. To be called while nothing is being built.
    public static void wipeOthers(Path folder) throws IOException {
        wipe(building(folder));
        wipe(next(folder));
        wipe(beside(folder, "old"));
    }

    /// Does something with the index, which stays in use meanwhile.
    public <T> T ask(Work<T> work) throws IOException {
        lock.readLock().lock();
        try {
            return work.with(index);
        } finally {
            lock.readLock().unlock();
        }
    }

    /// Takes into use what was built anew, if there is any that this installation can use.
    public void adopt() throws IOException {
        if (!Files.exists(next(folder)) || !isUsable()) {
            return;
        }
        lock.writeLock().lock();
        try {
            index.close();
            Files.move(folder, beside(folder, "old"), StandardCopyOption.ATOMIC_MOVE);
            Files.move(next(folder), folder, StandardCopyOption.ATOMIC_MOVE);
            index = opening.open(folder);
            LOG.info("The prior-work index that was built anew is in use, sequence {}", index.sequence());
        } finally {
            lock.writeLock().unlock();
        }
        wipe(beside(folder, "old"));
    }

    private boolean isUsable() throws IOException {
        try (PriorWorkIndex built = opening.open(next(folder))) {
            if (built.emptied().isEmpty()) {
                return true;
            }
            LOG.warn(
                    "The prior-work index that was built anew is not taken into use: {}",
                    built.emptied().get());
        }
        wipe(next(folder));
        return false;
    }

    /// Ends what a halt interrupted between two renames.
    private static void finish(Path folder) throws IOException {
        if (!Files.exists(folder) && Files.exists(next(folder))) {
            Files.move(next(folder), folder, StandardCopyOption.ATOMIC_MOVE);
        }
        wipe(beside(folder, "old"));
    }

    private static Path next(Path folder) {
        return beside(folder, "next");
    }

    private static Path beside(Path folder, String ending) {
        return folder.resolveSibling(folder.getFileName() + "." + ending);
    }

    private static void wipe(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
                for (Path file : files) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }

    @Override
    public void close() throws IOException {
        lock.writeLock().lock();
        try {
            index.close();
        } finally {
            lock.writeLock().unlock();
        }
    }
}
