package dev.assay.extract.workbook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Cells that have something in common, put together into rectangles as they come, row by row.
///
/// There are [#MOST] rectangles at most: the last one then reaches around all that are left.
final class CellAreas {
    static final int MOST = 500;

    private final List<CellRange> closed = new ArrayList<>();
    private Map<Long, CellRange> above = new LinkedHashMap<>();
    private Map<Long, CellRange> here = new LinkedHashMap<>();
    private @Nullable CellRange run;

    /// Takes a cell.
    void add(int row, int column) {
        CellRange open = run;
        if (open != null && open.lastRow() == row && open.lastColumn() + 1 == column) {
            run = new CellRange(row, open.firstColumn(), row, column);
            return;
        }
        endRun();
        if (open != null && open.lastRow() != row) {
            endRow(open.lastRow() + 1 == row);
        }
        run = new CellRange(row, column, row, column);
    }

    /// The rectangles.
    List<CellRange> all() {
        endRun();
        endRow(false);
        return List.copyOf(closed);
    }

    /// A run below a rectangle of the same columns makes it longer.
    private void endRun() {
        if (run != null) {
            long columns = (long) run.firstColumn() << 32 | run.lastColumn();
            CellRange longer = above.remove(columns);
            CellRange known = here.put(columns, longer == null ? run : longer.with(run));
            if (known != null) {
                close(known);
            }
            run = null;
        }
    }

    private void endRow(boolean nextIsBelow) {
        above.values().forEach(this::close);
        above = here;
        here = new LinkedHashMap<>();
        if (!nextIsBelow) {
            above.values().forEach(this::close);
            above.clear();
        }
    }

    private void close(CellRange area) {
        closed.add(closed.size() < MOST ? area : closed.removeLast().with(area));
    }
}
