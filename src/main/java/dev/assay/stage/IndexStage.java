package dev.assay.stage;

import dev.assay.ledger.Job;
import dev.assay.meter.CrashPoint;
import dev.assay.stage.priorwork.IndexReplay;
import dev.assay.stage.workshop.Workshop;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sees that a submission can be found by others' look-ups before it is looked up itself.
public final class IndexStage {
    private static final Logger LOG = LoggerFactory.getLogger(IndexStage.class);

    private final Workshop workshop;
    private final IndexReplay replay;

    public IndexStage(Workshop workshop, IndexReplay replay) {
        this.workshop = workshop;
        this.replay = replay;
    }

    /// Indexes the job's submission, and all that came before it.
    ///
    /// @throws IOException if the disk failed
    public void work(Job job) throws IOException, InterruptedException {
        long sequence = replay.catchUp();
        CrashPoint.here("W16");
        workshop.ledger().submissions().indexed(job);
        LOG.info("Submission {}: indexed, sequence {}", job.subject(), sequence);
    }
}
