package dev.assay.extract.pdf.layout;

/// A paragraph-like piece of a page, before its kind is told.
///
/// @param placed   the text of its lines
/// @param lines    how many lines it has
/// @param size     type size
/// @param bold     whether it is bold throughout
/// @param role     what the file's structure says of it
/// @param item     whether it starts with the mark of a list entry
/// @param left     left edge of its first line
/// @param page     counted from 1
/// @param top      upper edge of its first line
/// @param contents whether it is an entry of a table of contents
public record PdfBlock(
        PlacedText placed,
        int lines,
        float size,
        boolean bold,
        PdfRole role,
        boolean item,
        float left,
        int page,
        float top,
        boolean contents)
        implements PdfPiece {
    public String text() {
        return placed.text();
    }

    /// The text without the mark of a list entry.
    public PlacedText withoutBullet() {
        return placed.from(PdfBlocks.bullet(text()));
    }
}
