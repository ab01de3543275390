package dev.assay.stage;

import dev.assay.check.Background;
import dev.assay.check.ItemOutcome;
import dev.assay.check.Outcome;
import dev.assay.checklist.Effect;
import dev.assay.checklist.Mode;
import dev.assay.child.TaskFolder;
import dev.assay.config.Json;
import dev.assay.ledger.SubmissionRecord;
import dev.assay.stage.workshop.Ordered;
import dev.assay.stage.workshop.Workshop;
import dev.assay.vault.DamagedBlob;
import dev.assay.vault.KeyDestroyed;
import dev.assay.work.VendorAnswer;
import dev.assay.work.WorkOrder;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells checks which round it is, whether it came in time, and what the round before asked for.
final class Rounds {
    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
    private static final String OUTCOMES = "asked.json";
    private static final DateTimeFormatter DUE =
            DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu, HH:mm", Locale.ENGLISH);

    private final Workshop workshop;

    Rounds(Workshop workshop) {
        this.workshop = workshop;
    }

    /// The round of a submission.
    ///
    /// @param sentBack the submission that ended the round before
    Background.Round of(SubmissionRecord submission, Optional<SubmissionRecord> sentBack, TaskFolder folder)
            throws IOException {
        WorkOrder order = Ordered.of(submission).order();
        return new Background.Round(
                submission.round(),
                submission.lateSeconds(),
                DUE.format(submission.due().atZone(order.zone())) + " (" + order.zone() + ")",
                sentBack.isEmpty() ? List.of() : asked(submission, sentBack.get(), folder));
    }

    private List<Background.Asked> asked(SubmissionRecord submission, SubmissionRecord sentBack, TaskFolder folder)
            throws IOException {
        List<VendorAnswer> answers = workshop.ledger().answers().of(submission.id());
        try {
            workshop.vault().fetch(sentBack.client(), sentBack.outcomes(), folder.file(OUTCOMES));
        } catch (KeyDestroyed | DamagedBlob | NoSuchFileException e) {
            LOG.warn("Submission {}: what the round before asked for is not there any more", submission.id(), e);
            return List.of();
        }
        return Json.read(folder.file(OUTCOMES), Checked.class).outcomes().stream()
                .filter(outcome ->
                        outcome.item().mode() == Mode.ENFORCE && outcome.item().effect() == Effect.REWORK)
                .flatMap(Rounds::found)
                .filter(asked -> answers.stream()
                        .noneMatch(answer -> answer.isAbout(asked.finding().fingerprint()) && isOpen(answer)))
                .toList();
    }

    private static Stream<Background.Asked> found(ItemOutcome outcome) {
        return outcome.outcome() instanceof Outcome.Failed failed
                ? failed.findings().stream()
                        .map(finding -> new Background.Asked(outcome.item().requirement(), finding))
                : Stream.empty();
    }

    /// An answer that a person has to read: what it is about may be as it was.
    private static boolean isOpen(VendorAnswer answer) {
        return answer.kind() != VendorAnswer.Kind.FIXED || !answer.text().isBlank();
    }
}
