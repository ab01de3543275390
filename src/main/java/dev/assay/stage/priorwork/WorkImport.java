package dev.assay.stage.priorwork;

import dev.assay.child.TaskFolder;
import dev.assay.document.Extraction;
import dev.assay.extract.ReadSummary;
import dev.assay.ledger.ImportedWork;
import dev.assay.stage.workshop.PartReader;
import dev.assay.stage.workshop.Workshop;
import dev.assay.vault.KeyDestroyed;
import dev.assay.vault.Stored;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Takes works into the archive: each is read in a child process, stored under its client's key, and recorded
/// for the index. What is there already is passed over, so that an import may be run again.
public final class WorkImport {
    private static final String FILE = "part";
    private static final String DOCUMENT = "document.json";
    private static final int BUFFER = 1 << 16;
    /// So many works for each that is read at a time may be read ahead of the one that is recorded next: a slow
    /// one holds the others up no sooner.
    private static final int AHEAD = 8;

    private final Workshop workshop;
    private final PartReader reader;

    /// @param deadline for reading a small file; each MiB adds a second
    public WorkImport(Workshop workshop, Duration deadline) {
        this.workshop = workshop;
        this.reader = new PartReader(workshop.children(), deadline);
    }

    /// What became of a work.
    public sealed interface Result {
        record Added(String id) implements Result {}

        record There(String id) implements Result {}

        record Failed(String reason) implements Result {}
    }

    /// Is told what became of each work, in their order, on the calling thread.
    @FunctionalInterface
    public interface Told {
        void of(WorkToImport work, Result result);
    }

    /// What is ready to be recorded, or why nothing is.
    private sealed interface Prepared {
        record Stands(Result result) implements Prepared {}

        record Ready(ImportedWork work) implements Prepared {}
    }

    /// Takes works in. Several are read at a time and they are recorded in their order, so that of two with the
    /// same bytes it is always the first that is taken in.
    ///
    /// @param atATime how many are read at a time
    /// @throws IOException if the vault's disk failed; a file that cannot be read is a result
    public void add(List<WorkToImport> works, int atATime, Told told) throws IOException, InterruptedException {
        try (ExecutorService readers = Executors.newFixedThreadPool(
                atATime, Thread.ofPlatform().name("import-", 1).factory())) {
            try {
                add(works, AHEAD * atATime, readers, told);
            } catch (ExecutionException e) {
                throw failure(e.getCause());
            } finally {
                // What is still read when this ends early is cut off, and its folders are wiped.
                readers.shutdownNow();
            }
        }
    }

    private void add(List<WorkToImport> works, int ahead, ExecutorService readers, Told told)
            throws ExecutionException, InterruptedException {
        Queue<Future<Prepared>> begun = new ArrayDeque<>();
        Iterator<WorkToImport> next = works.iterator();
        for (WorkToImport work : works) {
            while (next.hasNext() && begun.size() < ahead) {
                WorkToImport later = next.next();
                begun.add(readers.submit(() -> prepare(later)));
            }
            told.of(work, record(begun.remove().get()));
        }
    }

    private Result record(Prepared prepared) {
        return switch (prepared) {
            case Prepared.Stands(Result result) -> result;
            case Prepared.Ready(ImportedWork work) ->
                workshop.ledger().importedWorks().record(work)
                        ? new Result.Added(work.id())
                        : new Result.There(work.id());
        };
    }

    private Prepared prepare(WorkToImport work) throws IOException, InterruptedException {
        try (TaskFolder folder = TaskFolder.in(workshop.tasks())) {
            String sha256 = copy(work.file(), folder.file(FILE));
            String id = ImportedWork.id(work.client(), sha256, work.kind());
            return workshop.ledger().importedWorks().has(id)
                    ? new Prepared.Stands(new Result.There(id))
                    : prepare(work, folder);
        } catch (SourceUnreadable | KeyDestroyed e) {
            return new Prepared.Stands(new Result.Failed(e.getMessage()));
        }
    }

    private Prepared prepare(WorkToImport work, TaskFolder folder) throws IOException, InterruptedException {
        String name = String.valueOf(work.file().getFileName());
        Optional<ReadSummary> summary = read(folder, name);
        Extraction.Unreadable unreadable = summary.map(ReadSummary::unreadable).orElse(null);
        if (summary.isEmpty() || unreadable != null) {
            return new Prepared.Stands(new Result.Failed(
                    unreadable == null
                            ? "no child process came to its end in " + workshop.mostAttempts() + " attempts"
                            : unreadable.detail()));
        }
        Stored file = workshop.vault().store(work.client(), folder.file(FILE));
        Stored document = workshop.vault().store(work.client(), folder.file(DOCUMENT));
        return new Prepared.Ready(new ImportedWork(
                work.client(),
                work.kind(),
                work.vendor(),
                work.workOrder(),
                work.title(),
                name,
                work.language(),
                work.dated(),
                work.status(),
                file.size(),
                file.sha256(),
                document.sha256()));
    }

    private Optional<ReadSummary> read(TaskFolder folder, String name) throws IOException, InterruptedException {
        Optional<ReadSummary> summary = Optional.empty();
        for (int attempt = 0; attempt < workshop.mostAttempts() && summary.isEmpty(); attempt++) {
            Files.deleteIfExists(folder.file(DOCUMENT));
            summary = reader.read(folder.path(), FILE, name, DOCUMENT).summary();
        }
        return summary;
    }

    /// The file that is to be taken in cannot be read; of our own disk nothing is said.
    private static final class SourceUnreadable extends Exception {
        private static final long serialVersionUID = 1;

        SourceUnreadable(String reason) {
            super("it cannot be read: " + reason);
        }

        static SourceUnreadable of(IOException e) {
            String reason = e instanceof FileSystemException failed ? failed.getReason() : e.getMessage();
            return new SourceUnreadable(reason == null ? e.getClass().getSimpleName() : reason);
        }
    }

    /// @return SHA-256 of what was copied
    private static String copy(Path file, Path target) throws IOException, SourceUnreadable {
        if (!Files.isRegularFile(file)) {
            throw new SourceUnreadable(Files.exists(file) ? "no plain file" : "no such file");
        }
        MessageDigest digest = sha256();
        try (OutputStream out = new DigestOutputStream(Files.newOutputStream(target), digest);
                InputStream in = opened(file)) {
            byte[] buffer = new byte[BUFFER];
            for (int read = read(in, buffer); read >= 0; read = read(in, buffer)) {
                out.write(buffer, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static InputStream opened(Path file) throws SourceUnreadable {
        try {
            return Files.newInputStream(file);
        } catch (IOException e) {
            throw SourceUnreadable.of(e);
        }
    }

    private static int read(InputStream in, byte[] buffer) throws SourceUnreadable {
        try {
            return in.read(buffer);
        } catch (IOException e) {
            throw SourceUnreadable.of(e);
        }
    }

    private static IOException failure(Throwable cause) throws InterruptedException {
        return switch (cause) {
            case IOException e -> e;
            case InterruptedException e -> throw e;
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            default -> new IOException(cause);
        };
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
