package dev.assay.ledger;

/// A job's lease was taken by another worker or the job was withdrawn; nothing was written, the work is to be
/// dropped.
public final class LeaseLost extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LeaseLost(Job job) {
        super("The lease of the " + job.kind() + " job of " + job.subject() + " was lost; its result is dropped");
    }
}
