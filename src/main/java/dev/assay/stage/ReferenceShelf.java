package dev.assay.stage;

import dev.assay.check.CheckRequest.CheckPart;
import dev.assay.check.CheckRequest.CheckReference;
import dev.assay.check.Given;
import dev.assay.child.TaskFolder;
import dev.assay.config.Fields;
import dev.assay.config.Json;
import dev.assay.extract.ReadSummary;
import dev.assay.ledger.Job;
import dev.assay.ledger.References;
import dev.assay.ledger.RetryLater;
import dev.assay.ledger.SubmissionRecord;
import dev.assay.stage.workshop.Ordered;
import dev.assay.stage.workshop.PartReader;
import dev.assay.stage.workshop.Workshop;
import dev.assay.vault.DamagedBlob;
import dev.assay.vault.KeyDestroyed;
import dev.assay.vault.Stored;
import dev.assay.work.Reference;
import dev.assay.work.WorkOrder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a submission may be held against: its client's references, in the version its round is held to; the other
/// deliverables of its work order; and what it was in the round before.
public final class ReferenceShelf {
    private static final Logger LOG = LoggerFactory.getLogger(ReferenceShelf.class);
    private static final String FILE = "reference";
    private static final String DOCUMENT = "document.json";

    private final Workshop workshop;
    private final PartReader reader;
    private final Path folder;

    /// @param folder   that the files of references lie in
    /// @param deadline for reading a small file; each MiB adds a second
    public ReferenceShelf(Workshop workshop, Path folder, Duration deadline) {
        this.workshop = workshop;
        this.reader = new PartReader(workshop.children(), deadline);
        this.folder = folder;
    }

    /// Sees that the references of a submission are stored and read. One whose file is not as the work order has it
    /// is left out: the items that need it then cannot tell.
    ///
    /// @throws RetryLater if a child failed and the job may be tried again
    void prepare(Job job, SubmissionRecord submission) throws IOException, InterruptedException, RetryLater {
        WorkOrder order = Ordered.of(submission).order();
        for (Reference reference : inForce(order, submission)) {
            if (workshop.ledger().references().reading(order, reference).isEmpty()) {
                read(job, order, reference);
            }
        }
    }

    private void read(Job job, WorkOrder order, Reference reference)
            throws IOException, InterruptedException, RetryLater {
        try (TaskFolder task = TaskFolder.in(workshop.tasks())) {
            Path file = folder.resolve(reference.file());
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                LOG.warn("Work order {}: reference {} is gone from references/", order.id(), reference.id());
                return;
            }
            Files.copy(file, task.file(FILE), StandardCopyOption.REPLACE_EXISTING);
            Stored stored = workshop.vault().store(order.client(), task.file(FILE));
            if (!stored.sha256().equals(reference.sha256())) {
                LOG.warn(
                        "Work order {}: reference {} has changed since the order was read; what its items say of it"
                                + " cannot be told until Assay has read the order anew",
                        order.id(),
                        reference.id());
                return;
            }
            PartReader.Attempt attempt = reader.read(task.path(), FILE, reference.name(), DOCUMENT);
            if (attempt.summary().isEmpty() && job.attempts() < workshop.mostAttempts()) {
                throw new RetryLater("Reading reference " + reference.id() + " ended as " + attempt.ending());
            }
            ReadSummary summary = attempt.summary().isPresent()
                    ? attempt.summary().get()
                    : PartReader.giveUp(task.file(DOCUMENT), attempt.ending());
            Stored document = workshop.vault().store(order.client(), task.file(DOCUMENT));
            workshop.ledger()
                    .references()
                    .read(
                            order,
                            reference,
                            summary.reader(),
                            document.sha256(),
                            new String(Json.bytes(summary), StandardCharsets.UTF_8));
            LOG.info("Work order {}: reference {} read, {} words", order.id(), reference.id(), summary.words());
        }
    }

    /// Puts what a submission may be held against into a task's folder.
    ///
    /// @param sentBack the submission that ended the round before
    List<CheckReference> fetch(SubmissionRecord submission, Optional<SubmissionRecord> sentBack, TaskFolder task)
            throws IOException {
        WorkOrder order = Ordered.of(submission).order();
        List<CheckReference> fetched = new ArrayList<>();
        for (Reference reference : inForce(order, submission)) {
            Optional<References.Reading> reading =
                    workshop.ledger().references().reading(order, reference);
            if (reading.isPresent()) {
                add(
                        fetched,
                        order.client(),
                        reading.get().document(),
                        task,
                        file -> new CheckReference(
                                reference.id(),
                                Fields.word(reference.kind()),
                                reference.shared(),
                                new CheckPart(reference.name(), Fields.word(reference.kind()), file)));
            }
        }
        for (References.Sibling other : workshop.ledger().references().siblings(submission)) {
            add(
                    fetched,
                    order.client(),
                    other.part().document(),
                    task,
                    file -> new CheckReference(
                            other.deliverable(),
                            Given.DELIVERABLE,
                            other.vendor().equals(submission.vendor()),
                            new CheckPart(other.part().name(), other.part().role(), file)));
        }
        if (sentBack.isPresent()) {
            for (SubmissionRecord.PartRecord part : sentBack.get().parts()) {
                add(
                        fetched,
                        order.client(),
                        part.document(),
                        task,
                        file -> new CheckReference(
                                Given.EARLIER_ROUND,
                                Given.EARLIER_ROUND,
                                sentBack.get().vendor().equals(submission.vendor()),
                                new CheckPart(part.name(), part.role(), file)));
            }
        }
        return fetched;
    }

    private interface Made {
        CheckReference in(String file);
    }

    /// What is not there any more, as after a purge, is left out.
    private void add(List<CheckReference> fetched, String client, String document, TaskFolder task, Made made)
            throws IOException {
        String file = "reference-" + fetched.size() + ".json";
        try {
            workshop.vault().fetch(client, document, task.file(file));
            fetched.add(made.in(file));
        } catch (KeyDestroyed | DamagedBlob | NoSuchFileException e) {
            LOG.warn("A document that this submission is held against is not there any more", e);
        }
    }

    /// Those that held on the day on which the submission was recorded.
    private static List<Reference> inForce(WorkOrder order, SubmissionRecord submission) {
        LocalDate day = submission.received().atZone(order.zone()).toLocalDate();
        return order.references().stream()
                .filter(reference -> reference.holds(day))
                .toList();
    }
}
