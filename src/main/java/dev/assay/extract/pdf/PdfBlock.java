package dev.assay.extract.pdf;

/// A paragraph-like piece of a page, before its kind is told.
///
/// @param text     lines joined by spaces
/// @param lines    how many lines it has
/// @param size     type size
/// @param bold     whether it is bold throughout
/// @param role     what the file's structure says of it
/// @param item     whether it starts with the mark of a list entry
/// @param left     left edge of its first line
/// @param page     counted from 1
/// @param contents whether it is an entry of a table of contents
record PdfBlock(
        String text,
        int lines,
        float size,
        boolean bold,
        PdfRole role,
        boolean item,
        float left,
        int page,
        boolean contents)
        implements PdfPiece {}
