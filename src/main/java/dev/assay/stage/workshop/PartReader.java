package dev.assay.stage.workshop;

import dev.assay.child.ChildPool;
import dev.assay.child.Ending;
import dev.assay.config.Json;
import dev.assay.document.Extraction;
import dev.assay.extract.ReadRequest;
import dev.assay.extract.ReadSummary;
import dev.assay.extract.ReadTask;
import dev.assay.verdict.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Has one file read in a child process.
public final class PartReader {
    private static final long LARGEST_DOCUMENT = 1L << 30;
    private static final long MEBIBYTE = 1 << 20;

    private final ChildPool children;
    private final Duration deadline;

    /// @param deadline for a small file; each MiB adds a second
    public PartReader(ChildPool children, Duration deadline) {
        this.children = children;
        this.deadline = deadline;
    }

    /// What an attempt came to.
    ///
    /// @param ending  how the task ended
    /// @param summary what was read; empty where the child failed
    public record Attempt(Ending ending, Optional<ReadSummary> summary) {}

    /// Reads a file of a task's folder.
    ///
    /// @param file   its name in the folder
    /// @param name   what its vendor calls it
    /// @param output the name of the file that takes the extraction as JSON
    public Attempt read(Path folder, String file, String name, String output) throws IOException, InterruptedException {
        return read(folder, new ReadRequest(file, name, output));
    }

    /// Reads a mail of a task's folder without the files that are attached to it.
    ///
    /// @param output the name of the file that takes the extraction as JSON
    public Attempt readAlone(Path folder, String file, String name, String output)
            throws IOException, InterruptedException {
        return read(folder, new ReadRequest(file, name, output, true));
    }

    private Attempt read(Path folder, ReadRequest request) throws IOException, InterruptedException {
        List<byte[]> answers = new ArrayList<>();
        Ending ending = children.run(
                ReadTask.class,
                folder,
                Json.bytes(request),
                deadline.plusSeconds(Files.size(folder.resolve(request.file())) / MEBIBYTE),
                answers::add);
        boolean usable =
                ending instanceof Ending.Done && answers.size() == 1 && isUsable(folder.resolve(request.output()));
        return new Attempt(
                ending, usable ? Optional.of(Json.read(answers.getFirst(), ReadSummary.class)) : Optional.empty());
    }

    /// Writes in place of a document that the child failed to read.
    public static ReadSummary giveUp(Path document, Ending ending) throws IOException {
        Extraction.Unreadable unreadable = new Extraction.Unreadable(
                reason(ending), "application/octet-stream", "reading it ended without a document (" + ending + ")");
        Files.deleteIfExists(document);
        Json.write(document, unreadable);
        return ReadSummary.of(unreadable, "");
    }

    /// What the verdict is told of a part.
    ///
    /// @param name what its vendor calls it
    public static Reading reading(String name, ReadSummary summary) {
        Extraction.Unreadable unreadable = summary.unreadable();
        if (unreadable != null) {
            return new Reading(name, unreadable.reason(), unreadable.detail(), List.of());
        }
        String mismatch =
                summary.mismatch() ? "it is named as " + summary.claimedType() + " and is " + summary.mediaType() : "";
        return new Reading(name, null, "", summary.gaps(), mismatch);
    }

    private static boolean isUsable(Path document) throws IOException {
        return Files.isRegularFile(document, LinkOption.NOFOLLOW_LINKS) && Files.size(document) <= LARGEST_DOCUMENT;
    }

    private static Extraction.Reason reason(Ending ending) {
        return switch (ending) {
            case Ending.Overran ignored -> Extraction.Reason.DEADLINE;
            case Ending.OutOfMemory ignored -> Extraction.Reason.OUT_OF_MEMORY;
            case Ending.Done ignored -> Extraction.Reason.CRASHED;
            case Ending.Threw ignored -> Extraction.Reason.CRASHED;
            case Ending.Died ignored -> Extraction.Reason.CRASHED;
        };
    }
}
