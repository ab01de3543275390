package dev.assay.letter;

import java.util.List;

/// A letter, ready to go.
///
/// @param name        of the folder in which it lies in the vendor's outbox: letters, digits, hyphens; no two the same
/// @param base        what its files are called there, such as `receipt`
/// @param subject     one line
/// @param language    BCP 47 tag of its fixed texts
/// @param html        a page by itself
/// @param text        the same as plain text
/// @param attachments what goes with it
public record Letter(
        String name,
        String base,
        String subject,
        String language,
        String html,
        String text,
        List<Attachment> attachments) {
    public Letter {
        attachments = List.copyOf(attachments);
    }

    /// A file that goes with a letter.
    ///
    /// @param content not to be changed
    @SuppressWarnings("ArrayRecordComponent")
    public record Attachment(String name, String mediaType, byte[] content) {}
}
