package dev.assay.document;

/// A part of the file that was not read, and why. A document with gaps is never silently complete.
///
/// @param reason what kind of gap
/// @param place  where it is
/// @param detail what was found, without text of the document
public record Gap(Reason reason, Place place, String detail) {
    /// Why something was not read.
    public enum Reason {
        /// A page or slide that shows something but holds no text, such as a scan.
        NO_TEXT,
        /// The file ends before its content does.
        TRUNCATED,
        /// Text is there but its characters cannot be told.
        UNDECODABLE_FONT,
        /// A piece of the content that was passed over.
        SKIPPED_PART,
        /// A file inside the file, such as an attachment of a PDF or an object in a document, that is told and
        /// was not opened. All of the file's own text and facts can still be there.
        UNOPENED_FILE,
        /// A part of the file that is broken.
        DAMAGED,
        /// Reading stopped at a limit.
        LIMIT
    }

    /// Where it is and what was found: `page 7 (the page shows something but holds no text of its own)`.
    public String describe() {
        return place.describe() + " (" + detail + ")";
    }

    /// Whether reading itself stopped early, so that nothing can be said of what follows.
    public boolean stoppedEarly() {
        return reason == Reason.TRUNCATED || reason == Reason.LIMIT;
    }
}
