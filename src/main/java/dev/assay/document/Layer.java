package dev.assay.document;

/// Where in a file a piece of text lives: what a reader sees, and what lies beside or under it.
public enum Layer {
    BODY,
    HEADER,
    FOOTER,
    FOOTNOTE,
    COMMENT,
    SPEAKER_NOTE,
    HIDDEN,
    DELETED,
    INSERTED,
    ALT_TEXT,
    METADATA
}
