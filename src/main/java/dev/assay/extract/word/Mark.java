package dev.assay.extract.word;

/// A position in a text that is still being put together; known once that text is written.
final class Mark {
    private static final int UNKNOWN = -1;

    private int offset = UNKNOWN;

    void settle(int at) {
        offset = at;
    }

    /// The position in the document's text, or another where the marked text was never written.
    int offset(int otherwise) {
        return offset == UNKNOWN ? otherwise : offset;
    }
}
