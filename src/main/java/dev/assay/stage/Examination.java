package dev.assay.stage;

import dev.assay.check.Answered;
import dev.assay.check.Background;
import dev.assay.check.CheckRequest;
import dev.assay.check.ItemOutcome;
import dev.assay.check.Occasion;
import dev.assay.check.Suppressed;
import dev.assay.checklist.Checklist;
import dev.assay.child.TaskFolder;
import dev.assay.config.Fields;
import dev.assay.config.Json;
import dev.assay.ledger.SubmissionRecord;
import dev.assay.priorwork.Matches;
import dev.assay.stage.workshop.Ordered;
import dev.assay.stage.workshop.Workshop;
import dev.assay.work.Dismissal;
import dev.assay.work.PersonAnswer;
import dev.assay.work.WorkOrder;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Answers a checklist's items for a submission, from what the ledger knows of it; it records nothing.
public final class Examination {
    private static final String BACKGROUND = "background.json";

    private final Workshop workshop;
    private final ItemRunner items;
    private final ReferenceShelf references;
    private final Rounds rounds;
    private final ClientTerms terms;
    private final Clock clock;

    /// @param references what a submission may be held against
    /// @param terms      whose names are whose
    /// @param deadline   for each item
    /// @param clock      on which items and dismissals expire
    public Examination(
            Workshop workshop, ReferenceShelf references, ClientTerms terms, Duration deadline, Clock clock) {
        this.workshop = workshop;
        this.items = new ItemRunner(workshop.children(), deadline);
        this.references = references;
        this.rounds = new Rounds(workshop);
        this.terms = terms;
        this.clock = clock;
    }

    /// One outcome for each item, and before them those of items that hold without a checklist.
    ///
    /// @param matches what stands in other work too
    /// @param folder  of the task
    /// @throws IOException if the disk failed
    public List<ItemOutcome> of(SubmissionRecord submission, Checklist checklist, Matches matches, TaskFolder folder)
            throws IOException, InterruptedException {
        Ordered ordered = Ordered.of(submission);
        Background.Delivery delivery = delivery(submission);
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
        return asPeopleSay(submission, outcomes);
    }

    private Occasion occasion(WorkOrder order) {
        return new Occasion(
                order.practice(),
                Fields.word(order.tier()),
                order.language(),
                LocalDate.ofInstant(clock.instant(), order.zone()));
    }

    /// With their answers, and without what they dismissed.
    private List<ItemOutcome> asPeopleSay(SubmissionRecord submission, List<ItemOutcome> outcomes) {
        Map<String, PersonAnswer> answers = workshop.ledger().personAnswers().of(submission.id());
        List<Dismissal> dismissals = workshop.ledger().dismissals().of(submission);
        return outcomes.stream()
                .map(outcome -> Answered.in(outcome, answers))
                .map(outcome -> Suppressed.in(outcome, dismissals, clock.instant()))
                .toList();
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
}
