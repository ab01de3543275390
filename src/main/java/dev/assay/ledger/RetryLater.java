package dev.assay.ledger;

/// A job could not be done this time, through no fault that is known of the bytes; the attempt counts.
public final class RetryLater extends Exception {
    private static final long serialVersionUID = 1L;

    public RetryLater(String message) {
        super(message);
    }
}
