package dev.assay.extract.word;

import dev.assay.document.Layer;
import dev.assay.document.Place;
import dev.assay.extract.draft.DocumentDraft;
import dev.assay.extract.draft.Piece;
import dev.assay.extract.xml.Markup;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A table of a text document being collected: merged cells become one cell with spans.
final class WordTable implements Piece {
    private final Place place;
    private final List<List<Cell>> rows = new ArrayList<>();
    private final List<Piece> attached = new ArrayList<>();
    private final Map<Integer, Cell> mergingDown = new HashMap<>();
    private String caption = "";
    private @Nullable WordParagraph only;
    private int contents;
    private int column;

    WordTable(Place place) {
        this.place = place;
    }

    void caption(String words) {
        caption = words.strip();
    }

    String caption() {
        return caption;
    }

    void attach(Piece piece) {
        attached.add(piece);
    }

    /// Notes that a cell holds a paragraph, or a table where there is none.
    void holds(@Nullable WordParagraph paragraph) {
        contents++;
        only = paragraph;
    }

    /// The heading that is all the table holds, where the table is nothing but a bar around it; null otherwise.
    @Nullable
    WordParagraph heading(WordStyles styles) {
        return contents == 1 && only != null && only.headingLevel(styles) > 0 ? only : null;
    }

    void startRow() {
        rows.add(new ArrayList<>());
        column = 0;
    }

    void skipColumns(int count) {
        column += Math.max(0, count);
    }

    /// Starts a cell in the open row.
    Cell startCell(Place at) {
        Cell cell = new Cell(rows.size() - 1, column, at);
        rows.getLast().add(cell);
        return cell;
    }

    /// Ends the cell: a continued cell gives its text to the one it continues.
    void endCell(Cell cell) {
        column += cell.columnSpan;
        Cell continued = cell.continuesAbove ? above(cell) : cell.continuesLeft ? left(cell) : null;
        if (continued == null) {
            if (cell.mergesDown) {
                mergingDown.put(cell.column, cell);
            }
            return;
        }
        rows.getLast().remove(cell);
        continued.text.appendLine(cell.text);
        if (cell.continuesAbove) {
            continued.rowSpan = cell.row - continued.row + 1;
        } else {
            continued.columnSpan += cell.columnSpan;
        }
    }

    /// Takes the last row out again when nothing of it is left, as after a tracked deletion.
    void dropRowIfEmpty() {
        if (rows.getLast().stream().allMatch(cell -> cell.text.isBlank())) {
            rows.removeLast();
        }
    }

    /// All text of the table, for the cell that holds it when tables are nested.
    MarkedText flat() {
        MarkedText flat = new MarkedText();
        rows.forEach(row -> row.forEach(cell -> flat.appendLine(cell.text)));
        return flat;
    }

    List<Piece> attached() {
        return attached;
    }

    @Override
    public void write(DocumentDraft draft, Place anchor, Layer layer) {
        if (!rows.isEmpty()) {
            writeRows(draft, layer);
        }
        attached.forEach(piece -> piece.write(draft, place, layer));
    }

    private void writeRows(DocumentDraft draft, Layer layer) {
        var table = draft.table(caption, place, layer);
        for (List<Cell> row : rows) {
            for (Cell cell : row) {
                cell.text.written(table.cell(
                        cell.row,
                        cell.column,
                        cell.rowSpan,
                        cell.columnSpan,
                        cell.text.toString(),
                        cell.place,
                        null,
                        null));
            }
            table.endRow();
        }
        table.end();
    }

    private @Nullable Cell above(Cell cell) {
        Cell candidate = mergingDown.get(cell.column);
        return candidate != null && candidate.row + candidate.rowSpan == cell.row ? candidate : null;
    }

    private @Nullable Cell left(Cell cell) {
        List<Cell> row = rows.getLast();
        return row.size() < 2 ? null : row.get(row.indexOf(cell) - 1);
    }

    /// A cell being collected.
    static final class Cell {
        private final int row;
        private final int column;
        private final Place place;
        private final MarkedText text = new MarkedText();
        private int rowSpan = 1;
        private int columnSpan = 1;
        private boolean mergesDown;
        private boolean continuesAbove;
        private boolean continuesLeft;

        private Cell(int row, int column, Place place) {
            this.row = row;
            this.column = column;
            this.place = place;
        }

        /// Takes one of the cell's properties.
        void property(Markup property) {
            switch (property.name()) {
                case "w:gridSpan" -> columnSpan = Math.clamp(property.number("w:val", 1), 1, 1000);
                case "w:vMerge" -> {
                    mergesDown = property.attribute("w:val", "").equals("restart");
                    continuesAbove = !mergesDown;
                }
                case "w:hMerge" ->
                    continuesLeft = !property.attribute("w:val", "").equals("restart");
                default -> {}
            }
        }

        /// Adds a paragraph's text.
        void add(MarkedText words) {
            text.appendLine(words);
        }
    }
}
