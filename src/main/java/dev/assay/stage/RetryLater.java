package dev.assay.stage;

/// A stage could not do its job this time, through no fault of the bytes; the attempt counts.
public final class RetryLater extends Exception {
    private static final long serialVersionUID = 1L;

    RetryLater(String message) {
        super(message);
    }
}
