package dev.assay.extract.pdf.layout;

import java.util.List;

/// A table on a page.
///
/// How sure it is, as [dev.assay.document.Block.Table#confidence] tells: 1 where the file's structure says so. Drawn
/// with lines: 0.6, and up to 0.3 more by the share of its cells that hold text, and 0.05 where its frame is
/// closed. By alignment alone: 0.3, 0.05 for each row up to six, and 0.1 where a column holds figures.
///
/// @param confidence above 0 and at most 1
/// @param cells      in order of rows, then columns
public record PdfTable(float left, float right, float top, float bottom, double confidence, List<Cell> cells)
        implements PdfItem, PdfPiece {
    public PdfTable {
        cells = List.copyOf(cells);
    }

    /// One cell; row and column are counted from 0.
    ///
    /// @param lines its text, not yet joined
    public record Cell(int row, int column, int rowSpan, int columnSpan, List<PlacedText> lines) {
        public Cell {
            lines = List.copyOf(lines);
        }

        /// A cell of lines as they were gathered.
        static Cell of(int row, int column, int rowSpan, int columnSpan, List<List<PdfLine>> rows) {
            return new Cell(
                    row,
                    column,
                    rowSpan,
                    columnSpan,
                    rows.stream().map(line -> PdfLine.join(line).placed()).toList());
        }
    }
}
