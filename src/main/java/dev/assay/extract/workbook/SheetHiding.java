package dev.assay.extract.workbook;

import dev.assay.document.Fact.Hidden;
import dev.assay.document.Place;
import dev.assay.extract.draft.DocumentDraft;
import dev.assay.extract.xml.Markup;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Finds what a sheet holds and does not show: rows, columns, cells whose format shows nothing or whose text
/// nobody sees. Neighbours make one fact, placed at the range (`5:9`, `C:D`, `B2:B40`).
final class SheetHiding {
    private static final int COLUMNS = 1 << 14;
    private static final int MOST_ROWS = 500;

    private final String sheet;
    private final DocumentDraft draft;
    private final BitSet hiddenColumns = new BitSet();
    private final BitSet usedColumns = new BitSet();
    private final List<Rows> rows = new ArrayList<>();
    private final Map<Hidden.Kind, CellAreas> cells = new EnumMap<>(Hidden.Kind.class);
    private final List<CellRange> filters = new ArrayList<>();
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

    /// Takes a column that is not shown.
    void hiddenColumn(int column) {
        hiddenColumns.set(Math.clamp(column, 0, COLUMNS - 1));
    }

    /// Takes the range of a filter that is in use: it, not a person, hides the rows in it.
    void filter(CellRange range) {
        filters.add(range);
    }

    /// Goes to a row.
    void row(int row, boolean hidden) {
        boolean continues = hidden && rowHidden && row == lastHidden + 1;
        if (!continues) {
            endRows();
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

    /// A cell holds something that is not seen.
    void cell(Hidden.Kind kind, int row, int column) {
        cells.computeIfAbsent(kind, key -> new CellAreas()).add(row, column);
    }

    /// Tells all of it.
    void end() {
        cells.forEach((kind, areas) -> areas.all().forEach(area -> tell(kind, "", area.text())));
        endRows();
        for (Rows each : rows) {
            boolean filtered =
                    filters.stream().anyMatch(range -> range.holdsRow(each.first) && range.holdsRow(each.last));
            tell(Hidden.Kind.ROW, filtered ? "filtered" : "", (each.first + 1) + ":" + (each.last + 1));
        }
        tellColumns();
    }

    private void tellColumns() {
        for (int first = hiddenColumns.nextSetBit(0); first >= 0; first = hiddenColumns.nextSetBit(first)) {
            int after = hiddenColumns.nextClearBit(first);
            int used = usedColumns.nextSetBit(first);
            if (used >= 0 && used < after) {
                String range = CellReference.letters(first) + ":" + CellReference.letters(after - 1);
                tell(Hidden.Kind.COLUMN, "", range);
            }
            first = after;
        }
    }

    private void tell(Hidden.Kind kind, String name, String range) {
        draft.fact(new Hidden(kind, name, new Place.Cell(sheet, range)));
    }

    /// From [#MOST_ROWS] on, one range reaches around all that are left.
    private void endRows() {
        if (!rowHidden || !anythingHidden) {
            return;
        }
        int first = rows.size() < MOST_ROWS ? firstHidden : rows.removeLast().first;
        rows.add(new Rows(first, lastHidden));
    }

    private record Rows(int first, int last) {}
}
