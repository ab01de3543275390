package dev.assay.intake.identify;

import dev.assay.ledger.Job;
import dev.assay.ledger.Ledger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Lets deliveries go on whose time for missing parts is over: what is missing then is a finding.
public final class AssembleStage {
    private static final Logger LOG = LoggerFactory.getLogger(AssembleStage.class);

    private final Ledger ledger;

    public AssembleStage(Ledger ledger) {
        this.ledger = ledger;
    }

    /// Ends the waiting of the job's submission.
    public void work(Job job) {
        if (ledger.assemblies().end(job)) {
            LOG.info("Submission {}: goes on without the parts that are missing", job.subject());
        }
    }
}
