package dev.assay.stage;

import dev.assay.ledger.IndexOps;
import dev.assay.ledger.SubmissionRecord;
import dev.assay.priorwork.index.IndexedWork;
import dev.assay.priorwork.index.PriorWorkIndex;
import dev.assay.vault.DamagedBlob;
import dev.assay.vault.KeyDestroyed;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings the prior-work index to where the ledger is: one operation after the other, from stored documents, so
/// that the index always holds all up to its sequence. Whoever looks something up or must be found calls this
/// first.
public final class IndexReplay {
    private static final Logger LOG = LoggerFactory.getLogger(IndexReplay.class);

    private final Workshop workshop;
    private final PriorWorkIndex index;
    private final PartFingerprints fingerprints;

    public IndexReplay(Workshop workshop, PriorWorkIndex index, PartFingerprints fingerprints) {
        this.workshop = workshop;
        this.index = index;
        this.fingerprints = fingerprints;
    }

    /// Takes in what the ledger has and the index lacks.
    ///
    /// @return up to which operation the index holds all
    /// @throws IOException if the disk failed; what was not made durable is taken in again
    public synchronized long catchUp() throws IOException, InterruptedException {
        List<IndexOps.IndexOp> missing = workshop.ledger().indexOps().after(index.sequence());
        while (!missing.isEmpty()) {
            for (IndexOps.IndexOp operation : missing) {
                take(operation);
            }
            index.commit(missing.getLast().sequence());
            missing = workshop.ledger().indexOps().after(index.sequence());
        }
        return index.sequence();
    }

    /// A change of status needs nothing taken in: it is the ledger that tells it.
    private void take(IndexOps.IndexOp operation) throws IOException, InterruptedException {
        if (!operation.status().equals(IndexOps.IN_FLIGHT)) {
            return;
        }
        SubmissionRecord submission;
        try {
            submission =
                    workshop.ledger().submissions().find(operation.submission()).orElseThrow();
        } catch (KeyDestroyed e) {
            LOG.warn("Submission {} cannot be found by look-ups: {}", operation.submission(), e.getMessage());
            return;
        }
        for (int part = 0; part < submission.parts().size(); part++) {
            take(operation.sequence(), submission, part);
        }
    }

    private void take(long sequence, SubmissionRecord submission, int part) throws IOException, InterruptedException {
        try {
            Optional<PartFingerprints.Made> made =
                    fingerprints.of(submission, submission.parts().get(part));
            if (made.isPresent()) {
                index.add(
                        sequence,
                        new IndexedWork(source(submission, part), made.get().fingerprints()));
            }
        } catch (KeyDestroyed | DamagedBlob | NoSuchFileException e) {
            LOG.warn("Submission {}: part {} cannot be found by look-ups: {}", submission.id(), part, e.getMessage());
        }
    }

    static IndexedWork.Source source(SubmissionRecord submission, int part) {
        return new IndexedWork.Source(
                submission.id(),
                part,
                submission.client(),
                submission.vendor(),
                submission.workOrder(),
                submission.deliverable(),
                submission.round());
    }
}
