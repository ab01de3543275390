package dev.assay.stage;

import dev.assay.check.ItemOutcome;
import dev.assay.check.Outcome;
import dev.assay.checklist.Checklist;
import dev.assay.checklist.Mode;
import dev.assay.child.TaskFolder;
import dev.assay.config.Fields;
import dev.assay.config.Json;
import dev.assay.ledger.Story;
import dev.assay.ledger.SubmissionRecord;
import dev.assay.priorwork.Matches;
import dev.assay.stage.workshop.Ordered;
import dev.assay.stage.workshop.Workshop;
import dev.assay.vault.DamagedBlob;
import dev.assay.vault.KeyDestroyed;
import dev.assay.verdict.Case;
import dev.assay.verdict.History;
import dev.assay.verdict.Inputs;
import dev.assay.verdict.Ruling;
import dev.assay.verdict.VerdictPolicy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Inspects a past submission with another checklist, under all else that its verdict rested on: what was read, the
/// policy, the history, what stood in other work, the sampling draw. Nothing is recorded.
public final class Rehearsal {
    private final Workshop workshop;
    private final Examination examination;

    public Rehearsal(Workshop workshop, Examination examination) {
        this.workshop = workshop;
        this.examination = examination;
    }

    /// What became of one submission.
    public sealed interface Played {}

    /// It was inspected.
    ///
    /// @param before      verdict and rule as recorded
    /// @param after       verdict and rule with the other checklist
    /// @param differences by items, in the order of the other checklist, those that are gone last
    public record Inspected(String before, String after, List<Difference> differences) implements Played {
        public Inspected {
            differences = List.copyOf(differences);
        }

        /// Whether the verdict would be another.
        public boolean changes() {
            return !word(before).equals(word(after));
        }

        private static String word(String ruling) {
            return ruling.substring(0, ruling.indexOf(' '));
        }
    }

    /// What it rested on is not there any more.
    public record Gone(String reason) implements Played {}

    /// An item that ends otherwise.
    ///
    /// @param before how it ended; empty where it is new
    /// @param after  how it ends; empty where it is gone
    /// @param reason of how it ends
    public record Difference(String item, String before, String after, String reason) {}

    /// Inspects a submission that has a verdict.
    ///
    /// @throws IOException if the disk failed
    public Played of(SubmissionRecord submission, Checklist checklist) throws IOException, InterruptedException {
        Story.InspectionRecord recorded = workshop.ledger()
                .stories()
                .tell(submission.id())
                .flatMap(Story::inspection)
                .orElseThrow();
        Ruling before = Json.read(recorded.ruling().getBytes(StandardCharsets.UTF_8), Ruling.class);
        List<ItemOutcome> old = recorded.outcomes().stream()
                .map(each -> Json.read(each.getBytes(StandardCharsets.UTF_8), ItemOutcome.class))
                .toList();
        List<ItemOutcome> fresh;
        try (TaskFolder folder = TaskFolder.in(workshop.tasks())) {
            fresh = examination.of(submission, checklist, Matches.of(submission.priorWork()), folder);
        } catch (KeyDestroyed | DamagedBlob | NoSuchFileException e) {
            return new Gone("what was read of it is not there any more");
        }
        boolean same = checklist.version().equals(recorded.checklistVersion());
        Ruling after = VerdictPolicy.decide(given(submission, before.inputs(), fresh, same));
        return new Inspected(said(before), said(after), differences(old, fresh));
    }

    private Case given(SubmissionRecord submission, Inputs inputs, List<ItemOutcome> outcomes, boolean same) {
        Inputs.Past past = inputs.past();
        return new Case(
                outcomes,
                inputs.readings(),
                inputs.retriesUsedUp(),
                inputs.size(),
                new History(
                        past.round(),
                        past.standing(),
                        past.acceptedBefore(),
                        Set.copyOf(past.disputed()),
                        // What passed before passed under the version that was in force.
                        same ? Set.copyOf(past.passedBefore()) : Set.of(),
                        Set.copyOf(past.repeated()),
                        past.earlierDeliveries()),
                Ordered.of(submission).order().policy(),
                inputs.draw(),
                inputs.conflictingHints(),
                workshop.ledger().submissions().doubts(submission.id()));
    }

    private static String said(Ruling ruling) {
        return ruling.verdict().word() + " by rule " + ruling.rule().number();
    }

    private static List<Difference> differences(List<ItemOutcome> old, List<ItemOutcome> fresh) {
        Map<String, ItemOutcome> before = new LinkedHashMap<>();
        old.forEach(outcome -> before.put(outcome.item().id(), outcome));
        List<Difference> differences = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (ItemOutcome outcome : fresh) {
            String id = outcome.item().id();
            seen.add(id);
            ItemOutcome earlier = before.get(id);
            String was = earlier == null ? "" : shown(earlier);
            String is = shown(outcome);
            if (!was.equals(is)) {
                differences.add(new Difference(id, was, is, outcome.outcome().reason()));
            }
        }
        before.forEach((id, outcome) -> {
            if (!seen.contains(id)) {
                differences.add(new Difference(id, shown(outcome), "", "It is not on the list any more."));
            }
        });
        return differences;
    }

    /// How an item ended, with what the verdict makes of it.
    private static String shown(ItemOutcome ended) {
        String mode = ended.item().mode() == Mode.ENFORCE
                ? ""
                : ", " + Fields.word(ended.item().mode());
        return switch (ended.outcome()) {
            case Outcome.Passed ignored -> "passed" + mode;
            case Outcome.Failed failed ->
                "failed (" + failed.findings().size() + " "
                        + Fields.word(ended.item().severity()) + ", "
                        + Fields.word(ended.item().effect()) + (ended.item().blocking() ? ", blocking" : "") + mode
                        + ")";
            case Outcome.CannotTell untold -> "cannot tell (" + Fields.word(untold.cause()) + ")" + mode;
            case Outcome.NotApplicable ignored -> "not applicable" + mode;
            case Outcome.NotRun ignored -> "not run" + mode;
        };
    }
}
