package dev.assay.extract.pdf.layout;

/// What a PDF's structure says of a piece of text.
///
/// @param kind  what it is
/// @param level of a heading, else 0
public record PdfRole(Kind kind, int level) {
    public static final PdfRole NONE = new PdfRole(Kind.NONE, 0);
    public static final PdfRole PAGINATION = new PdfRole(Kind.PAGINATION, 0);

    /// What a piece of text can be.
    public enum Kind {
        NONE,
        HEADING,
        /// A running header or footer.
        PAGINATION,
        /// A note at the foot of a page.
        NOTE
    }
}
