package dev.assay.extract.slides;

import dev.assay.document.Layer;
import dev.assay.document.Place;
import dev.assay.extract.draft.DocumentDraft;
import dev.assay.extract.draft.Piece;
import java.util.ArrayList;
import java.util.List;

/// A table on a slide, being collected. It is named after its shape.
final class SlideTable implements Piece {
    private final List<Cell> cells = new ArrayList<>();
    private int row = -1;
    private int column;

    void startRow() {
        row++;
        column = 0;
    }

    /// Adds a cell to the open row.
    ///
    /// @param merged whether it is covered by a cell to its left or above it
    void cell(String text, int rowSpan, int columnSpan, boolean merged) {
        if (!merged) {
            cells.add(new Cell(row, column, Math.max(1, rowSpan), Math.max(1, columnSpan), text));
        }
        column++;
    }

    @Override
    public void write(DocumentDraft draft, Place place, Layer layer) {
        String name = place instanceof Place.Slide slide ? slide.shape() : "";
        var table = draft.table(name, place, layer);
        int open = 0;
        for (Cell cell : cells) {
            if (cell.row != open) {
                table.endRow();
                open = cell.row;
            }
            table.cell(cell.row, cell.column, cell.rowSpan, cell.columnSpan, cell.text, place, null, null);
        }
        table.end();
    }

    private record Cell(int row, int column, int rowSpan, int columnSpan, String text) {}
}
