package dev.assay.extract.draft;

import dev.assay.document.Layer;
import dev.assay.document.Place;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;

/// Tables from markup events. A table inside a cell is read as text of that cell.
public final class TableBuilder {
    private static final int WIDEST_SPAN = 1_000;

    private final DocumentDraft draft;
    private final ContainerLimits limits;
    private final StringBuilder cell = new StringBuilder();
    private DocumentDraft.@Nullable TableDraft table;
    private Place place = new Place.Whole();
    private int depth;
    private int row = -1;
    private int column;
    private int columnSpan = 1;
    private int rowSpan = 1;
    private int cells;

    public TableBuilder(DocumentDraft draft, ContainerLimits limits) {
        this.draft = draft;
        this.limits = limits;
    }

    public boolean isOpen() {
        return depth > 0;
    }

    public boolean full() {
        return cells > limits.cells();
    }

    /// How much text the open cell holds, in UTF-16 units.
    public int length() {
        return cell.length();
    }

    public void start(Place at, Layer layer) {
        depth++;
        if (depth == 1) {
            place = at;
            table = draft.table("", at, layer);
            row = -1;
            cell.setLength(0);
        }
    }

    public void startRow() {
        if (depth == 1) {
            row++;
            column = 0;
        }
    }

    public void startCell(Attributes attributes) {
        if (depth == 1) {
            row = Math.max(0, row);
            columnSpan = span(attributes.getValue("colspan"));
            rowSpan = span(attributes.getValue("rowspan"));
            cell.setLength(0);
        } else {
            append(" ");
        }
    }

    private static int span(@Nullable String value) {
        boolean number = value != null && value.matches("[0-9]{1,4}");
        return number ? Math.clamp(Integer.parseInt(value), 1, WIDEST_SPAN) : 1;
    }

    public void append(String words) {
        cell.append(words);
    }

    public void endCell() {
        if (depth != 1 || table == null) {
            return;
        }
        table.cell(row, column, rowSpan, columnSpan, cell.toString(), place, null, null);
        cell.setLength(0);
        column += columnSpan;
        cells++;
    }

    public void endRow() {
        if (depth == 1 && table != null) {
            looseText();
            table.endRow();
        }
    }

    /// Text of a table outside of any cell, such as a caption, becomes a cell of its own.
    private void looseText() {
        if (!cell.toString().isBlank() && table != null) {
            row = Math.max(0, row);
            table.cell(row, column, 1, 1, cell.toString(), place, null, null);
            column++;
        }
        cell.setLength(0);
    }

    public void end() {
        if (depth == 1 && table != null) {
            looseText();
            table.end();
            table = null;
        }
        depth = Math.max(0, depth - 1);
    }

    /// Closes all that is open, where reading stopped early.
    public void endAll() {
        depth = Math.min(depth, 1);
        end();
    }
}
