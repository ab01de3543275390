package dev.assay.stage;

import dev.assay.check.Background;
import dev.assay.check.CheckRequest;
import dev.assay.check.Checks;
import dev.assay.check.ItemOutcome;
import dev.assay.check.Occasion;
import dev.assay.check.Suppressed;
import dev.assay.checklist.Checklist;
import dev.assay.child.TaskFolder;
import dev.assay.config.Fields;
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
import dev.assay.work.Dismissal;
import dev.assay.work.WorkOrder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs a checklist's items over what was read, in a child process with a deadline for each item: an item that
/// overruns or ends its child cannot tell, and the rest go on.
public final class CheckStage {
    private static final Logger LOG = LoggerFactory.getLogger(CheckStage.class);
    private static final String OUTCOMES = "outcomes.json";
    private static final String BACKGROUND = "background.json";

    private final Workshop workshop;
    private final Checklists checklists;
    private final ItemRunner items;
    private final ReferenceShelf references;
    private final Rounds rounds;
    private final PriorWorkLookUp priorWork;
    private final ClientTerms terms;
    private final Clock clock;

    /// @param references what a submission may be held against
    /// @param priorWork  finds what stands in other work too
    /// @param terms      whose names are whose
    /// @param deadline   for each item
    /// @param clock      on which items expire
    public CheckStage(
            Workshop workshop,
            Checklists checklists,
            ReferenceShelf references,
            PriorWorkLookUp priorWork,
            ClientTerms terms,
            Duration deadline,
            Clock clock) {
        this.clock = clock;
        this.workshop = workshop;
        this.checklists = checklists;
        this.references = references;
        this.rounds = new Rounds(workshop);
        this.priorWork = priorWork;
        this.terms = terms;
        this.items = new ItemRunner(workshop.children(), deadline);
    }

    /// Checks the job's submission.
    ///
    /// @throws IOException if the disk failed
    public void work(Job job) throws IOException, InterruptedException {
        SubmissionRecord submission =
                workshop.ledger().submissions().find(job.subject()).orElseThrow();
        Ordered ordered = Ordered.of(submission);
        Checklist checklist = checklist(submission.client(), ordered.deliverable());
        Matches matches = priorWork.of(submission);
        Background.Delivery delivery = delivery(submission);
        try (TaskFolder folder = TaskFolder.in(workshop.tasks())) {
            List<CheckRequest.CheckPart> parts = fetch(submission, folder);
            Optional<SubmissionRecord> sentBack = sentBack(submission);
            List<CheckRequest.CheckReference> against = references.fetch(submission, sentBack, folder);
            Background.Round round = rounds.of(submission, sentBack, folder);
            Json.write(
                    folder.file(BACKGROUND),
                    new Background(matches.withoutTexts(), terms.of(submission.client()), delivery, round));
            List<ItemOutcome> outcomes = items.run(
                    folder.path(),
                    occasion(ordered.order()),
                    StandingItems.with(checklist.items(), delivery),
                    left -> new CheckRequest(
                            submission.workOrder(),
                            submission.deliverable(),
                            ordered.deliverable().role(),
                            ordered.order().language(),
                            parts,
                            against,
                            left,
                            submission.declarations(),
                            BACKGROUND));
            CrashPoint.here("W9");
            Json.write(
                    folder.file(OUTCOMES),
                    new Checked(
                            checklist.name(),
                            checklist.title(),
                            checklist.version(),
                            withoutDismissed(submission, outcomes)));
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

    private List<ItemOutcome> withoutDismissed(SubmissionRecord submission, List<ItemOutcome> outcomes) {
        List<Dismissal> dismissals = workshop.ledger().dismissals().of(submission);
        Instant now = clock.instant();
        return outcomes.stream()
                .map(outcome -> Suppressed.in(outcome, dismissals, now))
                .toList();
    }

    private Occasion occasion(WorkOrder order) {
        return new Occasion(
                order.practice(),
                Fields.word(order.tier()),
                order.language(),
                LocalDate.ofInstant(clock.instant(), order.zone()));
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

    private Optional<SubmissionRecord> sentBack(SubmissionRecord submission) {
        return workshop.ledger()
                .submissions()
                .sentBack(submission)
                .map(id -> workshop.ledger().submissions().find(id).orElseThrow());
    }

    private Background.Delivery delivery(SubmissionRecord submission) {
        return workshop.ledger()
                .assemblies()
                .of(submission.id())
                .map(assembly -> new Background.Delivery(assembly.expects(), assembly.missing(), assembly.unexpected()))
                .orElse(Background.Delivery.ANY);
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

    private static String counts(List<ItemOutcome> outcomes) {
        return outcomes.stream()
                .collect(Collectors.groupingBy(
                        outcome -> outcome.outcome().getClass().getSimpleName(), Collectors.counting()))
                .toString();
    }
}
