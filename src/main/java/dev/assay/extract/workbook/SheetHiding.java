package dev.assay.extract.workbook;

import dev.assay.document.Fact;
import dev.assay.document.Place;
import dev.assay.extract.draft.DocumentDraft;
import dev.assay.extract.xml.Markup;
import java.util.BitSet;

/// Finds the rows and columns of a sheet that hold something and are not shown. Neighbours make one fact,
/// placed at the range (`5:9`, `C:D`).
final class SheetHiding {
    private static final int COLUMNS = 1 << 14;

    private final String sheet;
    private final DocumentDraft draft;
    private final BitSet hiddenColumns = new BitSet();
    private final BitSet usedColumns = new BitSet();
    private boolean rowHidden;
    private int firstHidden = -1;
    private int lastHidden = -1;
    private boolean anythingHidden;

    SheetHiding(String sheet, DocumentDraft draft) {
        this.sheet = sheet;
        this.draft = draft;
    }

    /// Takes the description of columns at hand (`x:col`).
    void columns(Markup columns) {
        boolean hidden =
                columns.flag("hidden", false) || columns.attribute("width", "").equals("0");
        int first = Math.clamp(columns.number("min", 1), 1, COLUMNS);
        int last = Math.clamp(columns.number("max", first), first, COLUMNS);
        if (hidden) {
            hiddenColumns.set(first - 1, last);
        }
    }

    /// Goes to a row.
    void row(int row, boolean hidden) {
        boolean continues = hidden && rowHidden && row == lastHidden + 1;
        if (!continues) {
            tellRows();
            firstHidden = row;
            anythingHidden = false;
        }
        lastHidden = row;
        rowHidden = hidden;
    }

    /// Something is in a column of the row.
    void used(int column) {
        usedColumns.set(Math.clamp(column, 0, COLUMNS - 1));
        anythingHidden |= rowHidden;
    }

    /// Tells what is left to tell.
    void end() {
        tellRows();
        for (int first = hiddenColumns.nextSetBit(0); first >= 0; first = hiddenColumns.nextSetBit(first)) {
            int after = hiddenColumns.nextClearBit(first);
            int used = usedColumns.nextSetBit(first);
            if (used >= 0 && used < after) {
                String range = CellReference.letters(first) + ":" + CellReference.letters(after - 1);
                draft.fact(new Fact.Hidden(Fact.Hidden.Kind.COLUMN, "", new Place.Cell(sheet, range)));
            }
            first = after;
        }
    }

    private void tellRows() {
        if (rowHidden && anythingHidden) {
            String range = (firstHidden + 1) + ":" + (lastHidden + 1);
            draft.fact(new Fact.Hidden(Fact.Hidden.Kind.ROW, "", new Place.Cell(sheet, range)));
        }
    }
}
