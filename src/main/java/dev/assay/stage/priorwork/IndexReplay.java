package dev.assay.stage.priorwork;

import dev.assay.ledger.ImportedWork;
import dev.assay.ledger.ImportedWorks;
import dev.assay.ledger.IndexOps;
import dev.assay.ledger.Purges;
import dev.assay.ledger.SubmissionRecord;
import dev.assay.priorwork.index.IndexedWork;
import dev.assay.priorwork.index.LiveIndex;
import dev.assay.priorwork.index.PriorWorkIndex;
import dev.assay.stage.workshop.Ordered;
import dev.assay.stage.workshop.Workshop;
import dev.assay.vault.DamagedBlob;
import dev.assay.vault.KeyDestroyed;
import dev.assay.work.PriorWorkUse;
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
    private final LiveIndex index;
    private final PartFingerprints fingerprints;
    private final PriorWorkUses uses;
    private volatile Progress progress = new Progress(0, 0);

    public IndexReplay(Workshop workshop, LiveIndex index, PartFingerprints fingerprints, PriorWorkUses uses) {
        this.workshop = workshop;
        this.index = index;
        this.fingerprints = fingerprints;
        this.uses = uses;
    }

    /// How far the index has come.
    ///
    /// @param sequence up to which operation all is taken in
    /// @param newest   of the ledger's, when it was last looked at
    public record Progress(long sequence, long newest) {
        public boolean isBehind() {
            return sequence < newest;
        }
    }

    public Progress progress() {
        return progress;
    }

    /// Takes in what the ledger has and the index lacks.
    ///
    /// @return up to which operation the index holds all
    /// @throws IOException if the disk failed; what was not made durable is taken in again
    public synchronized long catchUp() throws IOException, InterruptedException {
        index.adopt();
        long from = sequence();
        progress = new Progress(from, workshop.ledger().indexOps().newest());
        List<IndexOps.IndexOp> missing = workshop.ledger().indexOps().after(from);
        while (!missing.isEmpty()) {
            long newest = workshop.ledger().indexOps().newest();
            for (IndexOps.IndexOp operation : missing) {
                take(operation);
                progress = new Progress(operation.sequence(), newest);
            }
            long last = missing.getLast().sequence();
            index.ask(each -> {
                each.commit(last);
                return last;
            });
            missing = workshop.ledger().indexOps().after(last);
        }
        long sequence = sequence();
        progress = new Progress(sequence, sequence);
        return sequence;
    }

    private long sequence() throws IOException {
        return index.ask(PriorWorkIndex::sequence);
    }

    /// A change of status needs nothing taken in: it is the ledger that tells it.
    private void take(IndexOps.IndexOp operation) throws IOException, InterruptedException {
        try {
            switch (operation.status()) {
                case IndexOps.IN_FLIGHT ->
                    takeSubmission(
                            operation.sequence(),
                            workshop.ledger()
                                    .submissions()
                                    .find(operation.subject())
                                    .orElseThrow());
                case ImportedWorks.IMPORTED ->
                    takeImported(
                            operation.sequence(),
                            workshop.ledger()
                                    .importedWorks()
                                    .find(operation.subject())
                                    .orElseThrow());
                case Purges.PURGED ->
                    index.ask(each -> {
                        each.deleteClient(operation.subject());
                        return each;
                    });
                default -> {}
            }
        } catch (KeyDestroyed e) {
            LOG.info("Work {} cannot be found by look-ups: {}", operation.subject(), e.getMessage());
        }
    }

    private void takeSubmission(long sequence, SubmissionRecord submission) throws IOException, InterruptedException {
        String language = Ordered.of(submission).order().language();
        for (int part = 0; part < submission.parts().size(); part++) {
            take(
                    sequence,
                    source(submission, part),
                    submission.parts().get(part).document(),
                    language);
        }
    }

    private void takeImported(long sequence, ImportedWork work) throws IOException, InterruptedException {
        take(sequence, PriorWork.source(work.id(), work), work.document(), work.language());
    }

    private void take(long sequence, IndexedWork.Source source, String document, String language)
            throws IOException, InterruptedException {
        if (uses.of(source.client()) == PriorWorkUse.NEVER) {
            return;
        }
        try {
            Optional<PartFingerprints.Made> made =
                    fingerprints.of(source.client(), document, language, source.submission());
            if (made.isPresent()) {
                IndexedWork work = new IndexedWork(source, made.get().fingerprints());
                index.ask(each -> {
                    each.add(sequence, work);
                    return each;
                });
            }
        } catch (DamagedBlob | NoSuchFileException e) {
            LOG.warn(
                    "Work {}: part {} cannot be found by look-ups: {}",
                    source.submission(),
                    source.part(),
                    e.getMessage());
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
