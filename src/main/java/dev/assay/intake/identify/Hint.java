package dev.assay.intake.identify;

/// Something that says which deliverable an arrival is.
///
/// @param source where it stood
/// @param text   as the vendor wrote it; data, to be shown through `ShownName`
public record Hint(Source source, String text) {

    /// Where a hint stands, the strongest first.
    public enum Source {
        /// Somebody at the desk, who answers for it.
        PERSON,
        MANIFEST,
        /// The `External-Identifier` of a bag (RFC 8493, 2.2.2).
        BAG,
        /// A tag such as `[hb-101]` or `[hb-101/deck]` in a mail's subject.
        SUBJECT,
        FOLDER,
        FILE_NAME
    }
}
