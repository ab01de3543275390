package dev.assay.dispatch;

import dev.assay.ledger.Job;
import java.io.IOException;

/// Brings out what an outbox entry holds, and records that it did.
public interface Publisher {
    /// Brings out the job's entry.
    ///
    /// @throws IOException if it cannot be brought out now; nothing is lost and the job may be tried again
    void work(Job job) throws IOException;
}
