package dev.assay.stage.workshop;

import dev.assay.config.Json;
import dev.assay.ledger.SubmissionRecord;
import dev.assay.work.Deliverable;
import dev.assay.work.WorkOrder;
import java.nio.charset.StandardCharsets;

/// What was ordered, in the version that the submission's round is held to.
public record Ordered(WorkOrder order, Deliverable deliverable) {
    /// Of a submission.
    public static Ordered of(SubmissionRecord submission) {
        WorkOrder order = Json.read(submission.definition().getBytes(StandardCharsets.UTF_8), WorkOrder.class);
        return new Ordered(order, order.deliverable(submission.deliverable()).orElseThrow());
    }
}
