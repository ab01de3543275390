package dev.assay.extract.draft;

import dev.assay.document.Extraction;

/// Stops the reading of a file from deep inside; becomes an [Extraction.Unreadable] at the edge.
public final class UnreadableFile extends Exception {
    private static final long serialVersionUID = 1L;
    private final Extraction.Reason reason;
    private final String detail;

    public UnreadableFile(Extraction.Reason reason, String detail) {
        super(reason + ": " + detail);
        this.reason = reason;
        this.detail = detail;
    }

    public Extraction.Reason reason() {
        return reason;
    }

    public String detail() {
        return detail;
    }

    public Extraction.Unreadable as(String mediaType) {
        return new Extraction.Unreadable(reason, mediaType, detail);
    }
}
