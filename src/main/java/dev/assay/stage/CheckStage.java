package dev.assay.stage;

import dev.assay.check.CheckRequest;
import dev.assay.check.CheckTask;
import dev.assay.check.ItemOutcome;
import dev.assay.check.ItemResult;
import dev.assay.check.Outcome;
import dev.assay.checklist.Checklist;
import dev.assay.checklist.Item;
import dev.assay.child.Ending;
import dev.assay.child.TaskFolder;
import dev.assay.config.Json;
import dev.assay.ledger.Job;
import dev.assay.ledger.SubmissionRecord;
import dev.assay.meter.CrashPoint;
import dev.assay.vault.Stored;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
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
    private final Duration deadline;

    /// @param deadline for each item
    public CheckStage(Workshop workshop, Checklists checklists, Duration deadline) {
        this.workshop = workshop;
        this.checklists = checklists;
        this.deadline = deadline;
    }

    /// Checks the job's submission.
    ///
    /// @throws IOException if the disk failed
    public void work(Job job) throws IOException, InterruptedException {
        SubmissionRecord submission =
                workshop.ledger().submissions().find(job.subject()).orElseThrow();
        Ordered ordered = Ordered.of(submission);
        Checklist checklist =
                checklists.get(submission.client(), ordered.deliverable().checklist());
        try (TaskFolder folder = TaskFolder.in(workshop.tasks())) {
            List<CheckRequest.CheckPart> parts = fetch(submission, folder);
            List<ItemOutcome> outcomes = run(
                    folder,
                    checklist.items(),
                    items -> new CheckRequest(
                            submission.workOrder(),
                            submission.deliverable(),
                            ordered.deliverable().role(),
                            ordered.order().language(),
                            parts,
                            items,
                            submission.declarations()));
            CrashPoint.here("W9");
            Json.write(
                    folder.file(OUTCOMES),
                    new Checked(checklist.name(), checklist.title(), checklist.version(), outcomes));
            Stored stored = workshop.vault().store(submission.client(), folder.file(OUTCOMES));
            CrashPoint.here("W10");
            workshop.ledger().submissions().checked(job, stored.sha256());
            LOG.info("Submission {}: checked, {}", submission.id(), counts(outcomes));
        }
    }

    private List<CheckRequest.CheckPart> fetch(SubmissionRecord submission, TaskFolder folder) throws IOException {
        List<CheckRequest.CheckPart> parts = new ArrayList<>();
        for (SubmissionRecord.PartRecord part : submission.parts()) {
            String file = "document-" + parts.size() + ".json";
            workshop.vault().fetch(submission.client(), part.document(), folder.file(file));
            parts.add(new CheckRequest.CheckPart(part.name(), part.role(), file));
        }
        return parts;
    }

    /// Makes the request for the items that are left.
    interface RequestFor {
        CheckRequest items(List<Item> items);
    }

    private List<ItemOutcome> run(TaskFolder folder, List<Item> items, RequestFor request) throws InterruptedException {
        List<ItemOutcome> outcomes = new ArrayList<>();
        while (outcomes.size() < items.size()) {
            List<Item> left = items.subList(outcomes.size(), items.size());
            List<byte[]> answers = new ArrayList<>();
            Ending ending = workshop.children()
                    .run(CheckTask.class, folder.path(), Json.bytes(request.items(left)), deadline, answers::add);
            answers.stream()
                    .limit(left.size())
                    .forEach(answer -> outcomes.add(read(items.get(outcomes.size()), answer)));
            if (outcomes.size() < items.size()) {
                outcomes.add(ended(items.get(outcomes.size()), ending));
            }
        }
        return outcomes;
    }

    /// A child's answer is as little trusted as the bytes it looked at.
    private static ItemOutcome read(Item item, byte[] answer) {
        try {
            ItemResult result = Json.read(answer, ItemResult.class);
            if (result.itemId().equals(item.id())) {
                return new ItemOutcome(item, result.kindVersion(), result.outcome());
            }
        } catch (IllegalArgumentException e) {
            LOG.warn("Item {}: the child's answer was not an outcome", item.id());
        }
        return cannotTell(item, "The check gave no valid answer.", Outcome.Cause.ERROR);
    }

    private static ItemOutcome ended(Item item, Ending ending) {
        LOG.warn("Item {} (check {}) ended as {}", item.id(), item.check(), ending);
        return switch (ending) {
            case Ending.Overran ignored ->
                cannotTell(item, "The check took longer than it may.", Outcome.Cause.DEADLINE);
            case Ending.OutOfMemory ignored ->
                cannotTell(item, "The check needed more memory than it may have.", Outcome.Cause.LIMIT);
            case Ending.Done ignored -> cannotTell(item, "The check gave no answer.", Outcome.Cause.ERROR);
            case Ending.Threw threw ->
                cannotTell(item, "The check failed (" + threw.type() + ").", Outcome.Cause.ERROR);
            case Ending.Died ignored -> cannotTell(item, "The check ended its process.", Outcome.Cause.ERROR);
        };
    }

    private static ItemOutcome cannotTell(Item item, String reason, Outcome.Cause cause) {
        return new ItemOutcome(item, 0, new Outcome.CannotTell(reason, cause));
    }

    private static String counts(List<ItemOutcome> outcomes) {
        return outcomes.stream()
                .collect(Collectors.groupingBy(
                        outcome -> outcome.outcome().getClass().getSimpleName(), Collectors.counting()))
                .toString();
    }
}
