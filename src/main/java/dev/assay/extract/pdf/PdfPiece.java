package dev.assay.extract.pdf;

/// A piece of a page's body, ready to become a block of a document.
sealed interface PdfPiece permits PdfBlock, PdfTable {}
