package dev.assay.extract.pdf.layout;

/// Something with a place on a page.
public sealed interface PdfItem permits PdfLine, PdfTable {
    float left();

    float right();

    float top();

    float bottom();
}
