package dev.assay.stage;

import dev.assay.child.TaskFolder;
import dev.assay.document.Extraction;
import dev.assay.extract.ReadSummary;
import dev.assay.ledger.ImportedWork;
import dev.assay.vault.KeyDestroyed;
import dev.assay.vault.Stored;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;

/// Takes works into the archive: each is read in a child process, stored under its client's key, and recorded
/// for the index. What is there already is passed over, so that an import may be run again.
public final class WorkImport {
    private static final String FILE = "part";
    private static final String DOCUMENT = "document.json";

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

    /// Takes a work in.
    ///
    /// @throws IOException if the vault's disk failed; a file that cannot be read is a result
    public Result add(WorkToImport work) throws IOException, InterruptedException {
        try (TaskFolder folder = TaskFolder.in(workshop.tasks())) {
            String sha256;
            try {
                sha256 = copy(work.file(), folder.file(FILE));
            } catch (FileSystemException e) {
                return new Result.Failed("it cannot be read: "
                        + (e.getReason() == null ? e.getClass().getSimpleName() : e.getReason()));
            }
            String id = ImportedWork.id(work.client(), sha256, work.kind());
            return workshop.ledger().importedWorks().has(id) ? new Result.There(id) : add(work, id, folder);
        } catch (KeyDestroyed e) {
            return new Result.Failed(e.getMessage());
        }
    }

    private Result add(WorkToImport work, String id, TaskFolder folder) throws IOException, InterruptedException {
        String name = String.valueOf(work.file().getFileName());
        Optional<ReadSummary> summary = read(folder, name);
        Extraction.Unreadable unreadable = summary.map(ReadSummary::unreadable).orElse(null);
        if (summary.isEmpty() || unreadable != null) {
            return new Result.Failed(
                    unreadable == null
                            ? "no child process came to its end in " + workshop.mostAttempts() + " attempts"
                            : unreadable.detail());
        }
        Stored file = workshop.vault().store(work.client(), folder.file(FILE));
        Stored document = workshop.vault().store(work.client(), folder.file(DOCUMENT));
        boolean added = workshop.ledger()
                .importedWorks()
                .record(new ImportedWork(
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
        return added ? new Result.Added(id) : new Result.There(id);
    }

    private Optional<ReadSummary> read(TaskFolder folder, String name) throws IOException, InterruptedException {
        Optional<ReadSummary> summary = Optional.empty();
        for (int attempt = 0; attempt < workshop.mostAttempts() && summary.isEmpty(); attempt++) {
            Files.deleteIfExists(folder.file(DOCUMENT));
            summary = reader.read(folder.path(), FILE, name, DOCUMENT).summary();
        }
        return summary;
    }

    /// @return SHA-256 of what was copied
    private static String copy(Path file, Path target) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new FileSystemException(file.toString(), null, Files.exists(file) ? "no plain file" : "no such file");
        }
        MessageDigest digest = sha256();
        try (var in = Files.newInputStream(file);
                var out = new DigestOutputStream(Files.newOutputStream(target), digest)) {
            in.transferTo(out);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
