package dev.assay.stage;

import dev.assay.child.Ending;
import dev.assay.child.TaskFolder;
import dev.assay.config.Json;
import dev.assay.ledger.SubmissionRecord;
import dev.assay.priorwork.FingerprintRequest;
import dev.assay.priorwork.FingerprintTask;
import dev.assay.priorwork.index.Fingerprint;
import dev.assay.priorwork.index.Fingerprints;
import dev.assay.priorwork.index.Shingle;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    /// The fingerprints of a part.
    ///
    /// @return empty if no child came to the end of it
    Optional<List<Fingerprint>> of(SubmissionRecord submission, SubmissionRecord.PartRecord part)
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
    Optional<List<Fingerprint>> of(String client, String document, String language, String work)
            throws IOException, InterruptedException {
        try (TaskFolder folder = TaskFolder.in(workshop.tasks())) {
            workshop.vault().fetch(client, document, folder.file(DOCUMENT));
            for (int attempt = 1; attempt <= workshop.mostAttempts(); attempt++) {
                Optional<List<Shingle>> shingles = attempt(folder, language);
                if (shingles.isPresent()) {
                    return shingles.map(fingerprints::of);
                }
            }
        }
        LOG.warn("Work {}: document {} has no fingerprints; no child ended making them", work, document);
        return Optional.empty();
    }

    private Optional<List<Shingle>> attempt(TaskFolder folder, String language) throws InterruptedException {
        List<Shingle> shingles = new ArrayList<>();
        try {
            Ending ending = workshop.children()
                    .run(
                            FingerprintTask.class,
                            folder.path(),
                            Json.bytes(new FingerprintRequest(DOCUMENT, language)),
                            deadline,
                            answer -> add(shingles, answer));
            return ending instanceof Ending.Done ? Optional.of(shingles) : Optional.empty();
        } catch (IllegalArgumentException e) {
            LOG.warn("A child's answer was no batch of shingles");
            return Optional.empty();
        }
    }

    /// A child's answer is as little trusted as the bytes it looked at.
    private static void add(List<Shingle> shingles, byte[] answer) {
        shingles.addAll(Json.read(answer, FingerprintTask.Batch.class).shingles());
        if (shingles.size() > MOST_SHINGLES) {
            throw new IllegalArgumentException("More than " + MOST_SHINGLES + " shingles");
        }
    }
}
