package dev.assay.extract;

import dev.assay.document.Extraction;

/// Stops the reading of a file from deep inside; becomes an [Extraction.Unreadable] at the edge.
final class UnreadableFile extends Exception {
    private static final long serialVersionUID = 1L;
    private final Extraction.Reason reason;
    private final String detail;

    UnreadableFile(Extraction.Reason reason, String detail) {
        super(reason + ": " + detail);
        this.reason = reason;
        this.detail = detail;
    }

    Extraction.Reason reason() {
        return reason;
    }

    String detail() {
        return detail;
    }

    Extraction.Unreadable as(String mediaType) {
        return new Extraction.Unreadable(reason, mediaType, detail);
    }
}
