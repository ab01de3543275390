package dev.assay.stage;

import dev.assay.check.Finding;
import dev.assay.check.ItemOutcome;
import dev.assay.check.Outcome;
import dev.assay.check.QuoteSearchRequest;
import dev.assay.check.QuoteSearchTask;
import dev.assay.checklist.Effect;
import dev.assay.checklist.Mode;
import dev.assay.child.Ending;
import dev.assay.child.TaskFolder;
import dev.assay.config.Json;
import dev.assay.ledger.History;
import dev.assay.ledger.Job;
import dev.assay.ledger.RetryLater;
import dev.assay.ledger.SubmissionRecord;
import dev.assay.stage.workshop.Workshop;
import dev.assay.vault.DamagedBlob;
import dev.assay.vault.KeyDestroyed;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Finds what is held against a text that passed in the round before: the same item of the same checklist version
/// and kind version passed there, and the quoted text with what surrounds it stood there unchanged. The vendor
/// cannot be asked to mend what was let through; a person decides.
final class PassedBefore {
    private static final Logger LOG = LoggerFactory.getLogger(PassedBefore.class);

    private final Workshop workshop;
    private final Duration deadline;

    /// @param deadline for comparing with the round before
    PassedBefore(Workshop workshop, Duration deadline) {
        this.workshop = workshop;
        this.deadline = deadline;
    }

    /// The fingerprints of such findings that could ask for rework. Where the earlier text cannot be looked at, all
    /// that may be such.
    ///
    /// @throws RetryLater if a child failed and the job may be tried again
    Set<String> among(Job job, List<ItemOutcome> outcomes, History history)
            throws IOException, InterruptedException, RetryLater {
        List<Finding> findings = outcomes.stream()
                .filter(PassedBefore::asksForRework)
                .filter(outcome ->
                        Objects.equals(history.passed().get(outcome.item().id()), outcome.kindVersion()))
                .flatMap(outcome -> outcome.outcome() instanceof Outcome.Failed failed
                        ? failed.findings().stream()
                        : Stream.<Finding>empty())
                .filter(finding -> finding.quote() != null)
                .toList();
        if (findings.isEmpty()) {
            return Set.of();
        }
        SubmissionRecord earlier = workshop.ledger()
                .submissions()
                .find(history.sentBack().orElseThrow())
                .orElseThrow();
        try (TaskFolder folder = TaskFolder.in(workshop.tasks())) {
            return fingerprints(standing(job, findings, fetch(earlier, folder), folder));
        } catch (KeyDestroyed | DamagedBlob | NoSuchFileException e) {
            LOG.warn(
                    "Submission {}: what was read in the round before is not there any more, so a person decides what"
                            + " passed there",
                    job.subject());
            return fingerprints(findings);
        }
    }

    private static boolean asksForRework(ItemOutcome outcome) {
        return outcome.item().effect() == Effect.REWORK && outcome.item().mode() == Mode.ENFORCE;
    }

    private List<String> fetch(SubmissionRecord earlier, TaskFolder folder) throws IOException {
        List<String> files = new ArrayList<>();
        for (SubmissionRecord.PartRecord part : earlier.parts()) {
            String file = "document-" + files.size() + ".json";
            workshop.vault().fetch(earlier.client(), part.document(), folder.file(file));
            files.add(file);
        }
        return files;
    }

    /// The findings whose quoted text stood in those documents.
    private List<Finding> standing(Job job, List<Finding> findings, List<String> documents, TaskFolder folder)
            throws InterruptedException, RetryLater {
        QuoteSearchRequest request = new QuoteSearchRequest(
                documents, findings.stream().map(Finding::quote).toList());
        List<byte[]> answers = new ArrayList<>();
        Ending ending = workshop.children()
                .run(QuoteSearchTask.class, folder.path(), Json.bytes(request), deadline, answers::add);
        if (ending instanceof Ending.Done && answers.size() == 1) {
            return Json.read(answers.getFirst(), QuoteSearchTask.Found.class).quotes().stream()
                    .filter(at -> at >= 0 && at < findings.size())
                    .map(findings::get)
                    .toList();
        }
        if (job.attempts() < workshop.mostAttempts()) {
            throw new RetryLater("Comparing " + job.subject() + " with the round before ended as " + ending);
        }
        LOG.warn(
                "Submission {}: comparing it with the round before ended as {}, so a person decides what passed there",
                job.subject(),
                ending);
        return findings;
    }

    private static Set<String> fingerprints(List<Finding> findings) {
        return findings.stream().map(Finding::fingerprint).collect(Collectors.toSet());
    }
}
