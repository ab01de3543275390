package dev.assay.document;

/// What reading a file came to: a document, or the reason why there is none.
public sealed interface Extraction {
    /// The file was read; gaps, if any, are in the document.
    record Extracted(Document document) implements Extraction {}

    /// The file could not be read.
    ///
    /// @param reason    what stood in the way
    /// @param mediaType the detected type, `application/octet-stream` where none was
    /// @param detail    what was found, in words a vendor understands, without text of the document
    record Unreadable(Reason reason, String mediaType, String detail) implements Extraction {}

    /// What can stand in the way of reading.
    enum Reason {
        /// A password is needed: held, the vendor is asked.
        PASSWORD(Cause.VENDOR),
        /// The file has no bytes.
        EMPTY(Cause.VENDOR),
        /// The file is broken or cut off.
        DAMAGED(Cause.VENDOR),
        /// No reader is known for what the file is.
        UNKNOWN_FORMAT(Cause.VENDOR),
        /// A container limit was passed (entries, depth, size, ratio, ambiguity): quarantined.
        LIMIT(Cause.HOSTILE),
        /// Reading took longer than its deadline.
        DEADLINE(Cause.OURS),
        /// Reading needed more memory than it may have.
        OUT_OF_MEMORY(Cause.OURS),
        /// The reader failed.
        CRASHED(Cause.OURS);

        private final Cause cause;

        Reason(Cause cause) {
            this.cause = cause;
        }

        /// Who has to act on it.
        public Cause cause() {
            return cause;
        }
    }

    /// Who has to act on an unreadable file.
    enum Cause {
        VENDOR,
        OURS,
        HOSTILE
    }
}
