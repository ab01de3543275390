package dev.assay.stage.priorwork;

import dev.assay.child.Ending;
import dev.assay.child.TaskFolder;
import dev.assay.config.Json;
import dev.assay.ledger.SubmissionRecord;
import dev.assay.priorwork.FingerprintRequest;
import dev.assay.priorwork.FingerprintTask;
import dev.assay.priorwork.TextSurvey;
import dev.assay.priorwork.index.Fingerprint;
import dev.assay.priorwork.index.Fingerprints;
import dev.assay.priorwork.index.Shingle;
import dev.assay.stage.workshop.Ordered;
import dev.assay.stage.workshop.Workshop;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Has the fingerprints of a read part made: its words are looked at in a child process, the secret stays here.
public final class PartFingerprints {
    private static final Logger LOG = LoggerFactory.getLogger(PartFingerprints.class);
    private static final int MOST_SHINGLES = 5_000_000;
    private static final String DOCUMENT = "document.json";

    private final Workshop workshop;
    private final Fingerprints fingerprints;
    private final Duration deadline;

    /// @param deadline for one part
    public PartFingerprints(Workshop workshop, Fingerprints fingerprints, Duration deadline) {
        this.workshop = workshop;
        this.fingerprints = fingerprints;
        this.deadline = deadline;
    }

    /// A part as it is looked up.
    record Made(TextSurvey survey, List<Fingerprint> fingerprints) {
        static final Made NOTHING = new Made(new TextSurvey(0, List.of()), List.of());
    }

    /// The fingerprints of a part, and what is told of its text; nothing of one that could not be read.
    ///
    /// @return empty if no child came to the end of it
    Optional<Made> of(SubmissionRecord submission, SubmissionRecord.PartRecord part)
            throws IOException, InterruptedException {
        String language = Ordered.of(submission).order().language();
        return of(submission.client(), part.document(), language, submission.id());
    }

    /// The fingerprints of what was read.
    ///
    /// @param document hash of the stored extraction
    /// @param language BCP 47 tag
    /// @param work     id of the work, for the log
    /// @return empty if no child came to the end of it
    Optional<Made> of(String client, String document, String language, String work)
            throws IOException, InterruptedException {
        try (TaskFolder folder = TaskFolder.in(workshop.tasks())) {
            workshop.vault().fetch(client, document, folder.file(DOCUMENT));
            for (int attempt = 1; attempt <= workshop.mostAttempts(); attempt++) {
                Optional<Answers> answers = attempt(folder, language);
                if (answers.isPresent()) {
                    return answers.map(each ->
                            each.survey == null ? Made.NOTHING : new Made(each.survey, fingerprints.of(each.shingles)));
                }
            }
        }
        LOG.warn("Work {}: document {} has no fingerprints; no child ended making them", work, document);
        return Optional.empty();
    }

    private Optional<Answers> attempt(TaskFolder folder, String language) throws InterruptedException {
        Answers answers = new Answers();
        try {
            Ending ending = workshop.children()
                    .run(
                            FingerprintTask.class,
                            folder.path(),
                            Json.bytes(new FingerprintRequest(DOCUMENT, language)),
                            deadline,
                            answers::add);
            return ending instanceof Ending.Done ? Optional.of(answers) : Optional.empty();
        } catch (IllegalArgumentException e) {
            LOG.warn("A child's answer was no survey and no batch of shingles");
            return Optional.empty();
        }
    }

    /// What a child answers, as little trusted as the bytes it looked at: first a survey, then batches.
    private static final class Answers {
        private @Nullable TextSurvey survey;
        private final List<Shingle> shingles = new ArrayList<>();

        private void add(byte[] answer) {
            if (survey == null) {
                survey = Json.read(answer, TextSurvey.class);
                return;
            }
            shingles.addAll(Json.read(answer, FingerprintTask.Batch.class).shingles());
            if (shingles.size() > MOST_SHINGLES) {
                throw new IllegalArgumentException("More than " + MOST_SHINGLES + " shingles");
            }
        }
    }
}
