package dev.assay.lab.bench;

/// What reads a file in the reading benchmark.
enum ReadEngine {
    /// Tika's own parser for the format, into one text. It opens files inside the file where Assay does too.
    TIKA,
    /// Assay's reader with all places and facts and the languages; then the languages once more, alone.
    ASSAY,
    /// A PDF's text, with the boxes of its words and its fonts, and nothing else.
    PDF_TEXT,
    /// Nothing: tells how much memory the process had.
    NONE
}
