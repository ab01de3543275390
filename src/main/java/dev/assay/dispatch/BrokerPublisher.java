package dev.assay.dispatch;

import dev.assay.config.Json;
import dev.assay.ledger.Job;
import dev.assay.ledger.Ledger;
import dev.assay.ledger.Outbox;
import dev.assay.ledger.SubmissionRecord;
import dev.assay.meter.CrashPoint;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells a broker of each folder that lies in a queue, exactly once. The message points to the folder and holds
/// nothing of its text.
public final class BrokerPublisher implements Publisher {
    private static final Logger LOG = LoggerFactory.getLogger(BrokerPublisher.class);
    private static final String PREFIX = "assay.";

    private final Ledger ledger;
    private final Broker broker;

    public BrokerPublisher(Ledger ledger, Broker broker) {
        this.ledger = ledger;
        this.broker = broker;
    }

    /// What a message says.
    ///
    /// @param version of this shape
    /// @param queue   accept, rework or review
    /// @param folder  relative to the queues' folder
    public record Announcement(
            int version,
            String submission,
            String queue,
            String workOrder,
            String deliverable,
            int round,
            int revision,
            String folder) {}

    @Override
    public void work(Job job) throws IOException {
        Outbox.Entry entry = ledger.outbox().get(job.subject());
        SubmissionRecord submission =
                ledger.submissions().find(entry.submission()).orElseThrow();
        Announcement announcement = new Announcement(
                1,
                submission.id(),
                entry.target(),
                submission.workOrder(),
                submission.deliverable(),
                submission.round(),
                submission.revision(),
                entry.target() + "/" + submission.id());
        CrashPoint.here("J1");
        broker.send(
                PREFIX + entry.target(),
                entry.id(),
                submission.workOrder() + "/" + submission.deliverable(),
                Json.text(announcement));
        CrashPoint.here("J2");
        ledger.outbox().published(job);
        LOG.info("Submission {}: the broker's queue {} has it", submission.id(), PREFIX + entry.target());
    }
}
