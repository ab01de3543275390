package dev.assay.lab.bench;

/// What reads a file in the reading benchmark.
enum ReadEngine {
    /// Tika's own parser for the format, into one text. It opens files inside the file where Assay does too.
    TIKA,
    /// Assay's reader with all places and facts, and the languages.
    ASSAY,
    /// A PDF's text, with the boxes of its words and its fonts, and nothing else.
    PDF_TEXT,
    /// The languages alone, of a document that is there.
    LANGUAGES,
    /// Reading as a child does it: the same, and the document written as JSON.
    CHILD
}
