package dev.assay.stage;

import dev.assay.check.Checks;
import dev.assay.check.ItemOutcome;
import dev.assay.checklist.Checklist;
import dev.assay.child.TaskFolder;
import dev.assay.config.Json;
import dev.assay.ledger.Job;
import dev.assay.ledger.SubmissionRecord;
import dev.assay.meter.CrashPoint;
import dev.assay.priorwork.Matches;
import dev.assay.stage.priorwork.PriorWorkLookUp;
import dev.assay.stage.workshop.Ordered;
import dev.assay.stage.workshop.Workshop;
import dev.assay.vault.Stored;
import dev.assay.work.Deliverable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs a checklist's items over what was read, in a child process with a deadline for each item: an item that
/// overruns or ends its child cannot tell, and the rest go on.
public final class CheckStage {
    private static final Logger LOG = LoggerFactory.getLogger(CheckStage.class);
    private static final String OUTCOMES = "outcomes.json";

    private final Workshop workshop;
    private final Checklists checklists;
    private final PriorWorkLookUp priorWork;
    private final Examination examination;

    /// @param checklists  in force, for rounds that began before versions were kept
    /// @param priorWork   finds what stands in other work too
    /// @param examination answers the items
    public CheckStage(Workshop workshop, Checklists checklists, PriorWorkLookUp priorWork, Examination examination) {
        this.workshop = workshop;
        this.checklists = checklists;
        this.priorWork = priorWork;
        this.examination = examination;
    }

    /// Checks the job's submission.
    ///
    /// @throws IOException if the disk failed
    public void work(Job job) throws IOException, InterruptedException {
        SubmissionRecord submission =
                workshop.ledger().submissions().find(job.subject()).orElseThrow();
        Checklist checklist =
                checklist(submission.client(), Ordered.of(submission).deliverable());
        Matches matches = priorWork.of(submission);
        try (TaskFolder folder = TaskFolder.in(workshop.tasks())) {
            List<ItemOutcome> outcomes = examination.of(submission, checklist, matches, folder);
            CrashPoint.here("W9");
            Json.write(
                    folder.file(OUTCOMES),
                    new Checked(checklist.name(), checklist.title(), checklist.version(), outcomes));
            Stored stored = workshop.vault().store(submission.client(), folder.file(OUTCOMES));
            CrashPoint.here("W10");
            workshop.ledger()
                    .submissions()
                    .checked(job, stored.sha256(), new String(Json.bytes(matches), StandardCharsets.UTF_8));
            LOG.info(
                    "Submission {}: checked, {}; {} passage(s) stand in other work too",
                    submission.id(),
                    counts(outcomes),
                    matches.matches().size());
        }
    }

    /// The version that the round began with; of a round that began before versions were kept, the one in force.
    private Checklist checklist(String client, Deliverable deliverable) {
        String version = deliverable.checklistVersion();
        if (version.isEmpty()) {
            return checklists.get(client, deliverable.checklist());
        }
        String text = workshop.ledger()
                .checklists()
                .find(client, deliverable.checklist(), version)
                .orElseThrow(() -> new IllegalStateException("Checklist '" + deliverable.checklist() + "' of client '"
                        + client + "' is not in the ledger in the version " + version));
        return Json.read(text.getBytes(StandardCharsets.UTF_8), Checklist.class).completed(Checks.kinds());
    }

    private static String counts(List<ItemOutcome> outcomes) {
        return outcomes.stream()
                .collect(Collectors.groupingBy(
                        outcome -> outcome.outcome().getClass().getSimpleName(), Collectors.counting()))
                .toString();
    }
}
