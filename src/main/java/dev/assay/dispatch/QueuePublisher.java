package dev.assay.dispatch;

import dev.assay.ledger.Job;
import dev.assay.ledger.Ledger;
import dev.assay.ledger.Outbox;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Puts a decided submission's folder into its queue, exactly once.
///
/// The folder is written and flushed beside the queues, recorded as staged, and only then renamed into its queue.
public final class QueuePublisher implements Publisher, AutoCloseable {
    /// The queues, by the name of their folders.
    public static final List<String> QUEUES = List.of("accept", "rework", "review");

    private static final Logger LOG = LoggerFactory.getLogger(QueuePublisher.class);

    private final Ledger ledger;
    private final Path queues;
    private final FolderWriter folders;
    private final IndexWriter indexes;
    private final Stage stage;

    /// @param queues  the folder of the queues
    /// @param folders writes what a reader finds in a submission's folder
    /// @param indexes writes the list of what a queue holds
    public QueuePublisher(Ledger ledger, Path queues, FolderWriter folders, IndexWriter indexes) {
        this.indexes = indexes;
        this.ledger = ledger;
        this.queues = queues;
        this.folders = folders;
        this.stage = new Stage(queues);
    }

    /// Makes the queues' folders and sees that a rename between them is one step.
    ///
    /// @throws IllegalStateException if they are on different file systems
    /// @throws IOException           if they cannot be made
    public void prepare() throws IOException {
        stage.prepare();
        for (String queue : QUEUES) {
            stage.prepare(queues.resolve(queue));
            index(queue);
        }
    }

    @Override
    public void work(Job job) throws IOException {
        Outbox.Entry entry = ledger.outbox().get(job.subject());
        if (!entry.staged()) {
            stage.write(entry.id(), folder -> folders.write(entry.submission(), folder));
            ledger.outbox().staged(job);
        }
        stage.move(entry.id(), queues.resolve(entry.target()).resolve(entry.submission()));
        ledger.outbox().published(job);
        LOG.info("Submission {}: in queue {}", entry.submission(), entry.target());
        if (entry.again()) {
            QUEUES.forEach(this::index);
        } else {
            index(entry.target());
        }
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
}
