package dev.assay.stage.priorwork;

import dev.assay.child.Ending;
import dev.assay.child.TaskFolder;
import dev.assay.config.Json;
import dev.assay.ledger.SubmissionRecord;
import dev.assay.priorwork.AlignRequest;
import dev.assay.priorwork.AlignTask;
import dev.assay.stage.workshop.Ordered;
import dev.assay.stage.workshop.Workshop;
import dev.assay.vault.DamagedBlob;
import dev.assay.vault.KeyDestroyed;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Has a part of a submission compared with other work in a child process.
final class PartComparison {
    private static final Logger LOG = LoggerFactory.getLogger(PartComparison.class);
    private static final String OWN = "own.json";
    private static final String OTHER = "other.json";
    private static final int LONGEST_SIDE = 1200;

    private final Workshop workshop;
    private final Duration deadline;

    /// @param deadline for two parts
    PartComparison(Workshop workshop, Duration deadline) {
        this.workshop = workshop;
        this.deadline = deadline;
    }

    /// The passages that both have.
    ///
    /// @param restricted whether nothing of the other work leaves the child
    /// @return empty if a text is not there any more, or no child came to the end of it
    Optional<AlignTask.Shared> of(SubmissionRecord submission, int part, PriorWork other, boolean restricted)
            throws IOException, InterruptedException {
        try (TaskFolder folder = TaskFolder.in(workshop.tasks())) {
            String own = submission.parts().get(part).document();
            workshop.vault().fetch(submission.client(), own, folder.file(OWN));
            workshop.vault().fetch(other.client(), other.document(), folder.file(OTHER));
            return align(folder, submission, other, restricted);
        } catch (KeyDestroyed | DamagedBlob | NoSuchFileException e) {
            LOG.warn("Submission {}: a candidate's text is not there any more", submission.id());
            return Optional.empty();
        }
    }

    private Optional<AlignTask.Shared> align(
            TaskFolder folder, SubmissionRecord own, PriorWork other, boolean restricted) throws InterruptedException {
        AlignRequest request = new AlignRequest(
                OWN, Ordered.of(own).order().language(), OTHER, other.language(), restricted, LONGEST_SIDE);
        List<byte[]> answers = new ArrayList<>();
        Ending ending =
                workshop.children().run(AlignTask.class, folder.path(), Json.bytes(request), deadline, answers::add);
        if (!(ending instanceof Ending.Done) || answers.size() != 1) {
            LOG.warn("Submission {}: comparing it with other work ended as {}", own.id(), ending);
            return Optional.empty();
        }
        try {
            return Optional.of(Json.read(answers.getFirst(), AlignTask.Shared.class));
        } catch (IllegalArgumentException e) {
            LOG.warn("Submission {}: a child's answer told no shared passages", own.id());
            return Optional.empty();
        }
    }
}
