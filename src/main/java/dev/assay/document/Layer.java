package dev.assay.document;

/// Where in a file a piece of text lives: what a reader sees, and what lies beside or under it.
public enum Layer {
    BODY,
    HEADER,
    FOOTER,
    FOOTNOTE,
    ENDNOTE,
    COMMENT,
    SPEAKER_NOTE,
    HIDDEN,
    DELETED,
    INSERTED,
    ALT_TEXT,
    METADATA,
    /// What slides take from their master or layout.
    MASTER,
    /// The part of a mail that repeats an earlier one.
    QUOTED
}
