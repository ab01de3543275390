package dev.assay.stage;

import dev.assay.child.TaskFolder;
import dev.assay.config.Json;
import dev.assay.document.Extraction;
import dev.assay.extract.ReadSummary;
import dev.assay.ledger.Job;
import dev.assay.ledger.RetryLater;
import dev.assay.ledger.SubmissionRecord;
import dev.assay.ledger.SubmissionRecord.PartRecord;
import dev.assay.ledger.SubmissionState;
import dev.assay.ledger.Submissions.PartReading;
import dev.assay.meter.CrashPoint;
import dev.assay.stage.workshop.PartReader;
import dev.assay.stage.workshop.Workshop;
import dev.assay.vault.Stored;
import dev.assay.work.CoveringMail;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads every part of a submission in a child process and keeps what was read under the client's key.
public final class ExtractStage {
    private static final Logger LOG = LoggerFactory.getLogger(ExtractStage.class);
    private static final String DOCUMENT = "document.json";
    private static final String FILE = "part";

    private final Workshop workshop;
    private final PartReader reader;
    private final ReferenceShelf references;

    /// @param references what is read beside the parts
    /// @param deadline   for a small file; each MiB adds a second
    public ExtractStage(Workshop workshop, ReferenceShelf references, Duration deadline) {
        this.workshop = workshop;
        this.reader = new PartReader(workshop.children(), deadline);
        this.references = references;
    }

    /// Reads the parts of the job's submission.
    ///
    /// @throws RetryLater  if a child failed and the job may be tried again
    /// @throws IOException if the disk failed
    public void work(Job job) throws IOException, InterruptedException, RetryLater {
        SubmissionRecord submission =
                workshop.ledger().submissions().find(job.subject()).orElseThrow();
        Map<String, PartReading> readings = new LinkedHashMap<>();
        List<ReadSummary> summaries = new ArrayList<>();
        for (PartRecord part : submission.parts()) {
            try (TaskFolder folder = TaskFolder.in(workshop.tasks())) {
                ReadSummary summary = read(job, submission, part, folder);
                Stored document = workshop.vault().store(submission.client(), folder.file(DOCUMENT));
                CrashPoint.here("W10");
                summaries.add(summary);
                readings.put(
                        part.id(),
                        new PartReading(document.sha256(), new String(Json.bytes(summary), StandardCharsets.UTF_8)));
            }
        }
        references.prepare(job, submission);
        record(job, submission, readings, summaries);
    }

    private ReadSummary read(Job job, SubmissionRecord submission, PartRecord part, TaskFolder folder)
            throws IOException, InterruptedException, RetryLater {
        workshop.vault().fetch(submission.client(), part.sha256(), folder.file(FILE));
        PartReader.Attempt attempt = part.role().equals(CoveringMail.ROLE)
                ? reader.readAlone(folder.path(), FILE, part.name(), DOCUMENT)
                : reader.read(folder.path(), FILE, part.name(), DOCUMENT);
        CrashPoint.here("W9");
        if (attempt.summary().isPresent()) {
            return attempt.summary().get();
        }
        if (job.attempts() < workshop.mostAttempts()) {
            throw new RetryLater("Reading part " + part.id() + " ended as " + attempt.ending());
        }
        LOG.warn(
                "Submission {}: part {} could not be read in {} attempts ({})",
                submission.id(),
                part.id(),
                job.attempts(),
                attempt.ending());
        return PartReader.giveUp(folder.file(DOCUMENT), attempt.ending());
    }

    private void record(
            Job job, SubmissionRecord submission, Map<String, PartReading> readings, List<ReadSummary> summaries) {
        for (ReadSummary summary : summaries) {
            Extraction.Unreadable unreadable = summary.unreadable();
            if (unreadable != null && unreadable.reason() == Extraction.Reason.PASSWORD) {
                settle(
                        job,
                        submission,
                        SubmissionState.HELD,
                        "A password is needed: " + unreadable.detail() + ". Ask the vendor for an unencrypted copy.");
                return;
            }
            if (unreadable != null && unreadable.reason().cause() == Extraction.Cause.HOSTILE) {
                settle(job, submission, SubmissionState.QUARANTINED, unreadable.detail());
                return;
            }
        }
        TreeSet<String> readers =
                new TreeSet<>(summaries.stream().map(ReadSummary::reader).toList());
        workshop.ledger().submissions().extracted(job, String.join(", ", readers), readings);
        LOG.info(
                "Submission {}: read {} part(s), {} words",
                submission.id(),
                summaries.size(),
                summaries.stream().mapToInt(ReadSummary::words).sum());
    }

    private void settle(Job job, SubmissionRecord submission, SubmissionState state, String reason) {
        workshop.ledger().submissions().settle(job, state, reason);
        LOG.warn("Submission {}: {}. {}", submission.id(), state, reason);
    }
}
