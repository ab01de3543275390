package dev.assay.dispatch;

import dev.assay.child.TaskFolder;
import dev.assay.ledger.Job;
import dev.assay.ledger.Ledger;
import dev.assay.ledger.Outbox;
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
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Puts a decided submission's folder into its queue, exactly once.
///
/// The folder is written and flushed beside the queues, recorded as staged, and only then renamed into its
/// queue. When it is staged and no longer there, the rename has happened, even if a consumer has taken it
/// since.
public final class QueuePublisher implements AutoCloseable {
    /// The queues, by the name of their folders.
    public static final List<String> QUEUES = List.of("accept", "rework", "review");

    private static final Logger LOG = LoggerFactory.getLogger(QueuePublisher.class);
    private static final String STAGE = ".stage";

    private final Ledger ledger;
    private final Path queues;
    private final FolderWriter folders;
    private final IndexWriter indexes;
    private final Disk disk = new Disk();

    /// @param queues  the folder of the queues
    /// @param folders writes what a reader finds in a submission's folder
    /// @param indexes writes the list of what a queue holds
    public QueuePublisher(Ledger ledger, Path queues, FolderWriter folders, IndexWriter indexes) {
        this.indexes = indexes;
        this.ledger = ledger;
        this.queues = queues;
        this.folders = folders;
    }

    /// Makes the queues' folders and sees that a rename between them is one step.
    ///
    /// @throws IllegalStateException if they are on different file systems
    /// @throws IOException           if they cannot be made
    public void prepare() throws IOException {
        Files.createDirectories(queues.resolve(STAGE));
        for (String queue : QUEUES) {
            Path folder = queues.resolve(queue);
            Files.createDirectories(folder);
            if (!Files.getAttribute(folder, "unix:dev").equals(Files.getAttribute(queues.resolve(STAGE), "unix:dev"))) {
                throw new IllegalStateException("The queue " + folder + " and " + queues.resolve(STAGE)
                        + " are on different file systems, so publishing could not be one step. Put them on one.");
            }
            index(queue);
        }
    }

    /// Publishes the job's outbox entry.
    ///
    /// @throws IOException if a queue cannot be written; nothing is lost and the job may be tried again
    public void work(Job job) throws IOException {
        Outbox.Entry entry = ledger.outbox().get(job.subject());
        Path stage = queues.resolve(STAGE).resolve(entry.id());
        Path target = queues.resolve(entry.target()).resolve(entry.submission());
        if (!entry.staged()) {
            TaskFolder.wipe(stage);
            Files.createDirectory(stage);
            folders.write(entry.submission(), stage);
            flush(stage);
            disk.forceFolder(stage);
            CrashPoint.here("W12");
            ledger.outbox().staged(job);
        }
        CrashPoint.here("W13");
        if (Files.exists(stage)) {
            Files.move(stage, target, StandardCopyOption.ATOMIC_MOVE);
        }
        CrashPoint.here("W14");
        disk.forceFolder(target);
        disk.forceFolder(stage);
        CrashPoint.here("W15");
        ledger.outbox().published(job);
        LOG.info("Submission {}: in queue {}", entry.submission(), entry.target());
        index(entry.target());
    }

    /// Writes the indexes once more: a stop may have interrupted the writing of one. To be called when nothing
    /// is published any more.
    @Override
    public void close() {
        QUEUES.forEach(this::index);
    }

    /// Writes a queue's index anew, as after a submission left it. The index is derived from the ledger: one that
    /// could not be written is written with the next entry, or at start.
    public synchronized void index(String queue) {
        try {
            indexes.write(queue, queues.resolve(queue).resolve("index.tsv"));
        } catch (IOException e) {
            LOG.warn(
                    "Cannot write the index of queue {}: {}. It is written again with the next entry.",
                    queue,
                    e.toString());
        }
    }

    private void flush(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
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
