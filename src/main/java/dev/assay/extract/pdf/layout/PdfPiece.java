package dev.assay.extract.pdf.layout;

/// A piece of a page's body, ready to become a block of a document.
public sealed interface PdfPiece permits PdfBlock, PdfTable {}
