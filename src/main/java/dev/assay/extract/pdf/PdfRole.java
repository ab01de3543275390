package dev.assay.extract.pdf;

/// What a PDF's structure says of a piece of text.
///
/// @param kind  what it is
/// @param level of a heading, else 0
record PdfRole(Kind kind, int level) {
    static final PdfRole NONE = new PdfRole(Kind.NONE, 0);
    static final PdfRole PAGINATION = new PdfRole(Kind.PAGINATION, 0);

    enum Kind {
        NONE,
        HEADING,
        /// A running header or footer.
        PAGINATION
    }
}
