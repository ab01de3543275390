package dev.assay.extract.pdf;

import java.util.List;

/// A table on a page.
///
/// @param cells in order of rows, then columns
record PdfTable(float left, float right, float top, float bottom, List<Cell> cells) implements PdfItem, PdfPiece {
    PdfTable {
        cells = List.copyOf(cells);
    }

    /// One cell; row and column are counted from 0.
    record Cell(int row, int column, int rowSpan, int columnSpan, String text) {}
}
