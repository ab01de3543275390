package dev.assay.extract.pdf;

/// Something with a place on a page.
sealed interface PdfItem permits PdfLine, PdfTable {
    float left();

    float right();

    float top();

    float bottom();
}
