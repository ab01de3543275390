package dev.assay.extract.workbook;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The formulas that fill several cells at once: array formulas, those that spill, data tables. Only the first
/// cell is stored with it; spreadsheets show it in all.
final class ArrayFormulas {
    private final TreeMap<Integer, Filled> byColumn = new TreeMap<>();

    /// A formula fills a range.
    void add(CellRange range, String formula) {
        if (!range.isOneCell()) {
            byColumn.put(range.firstColumn(), new Filled(range, formula));
        }
    }

    /// The formula that fills a cell; null where none does. Cells are asked for row by row.
    @Nullable
    String at(int row, int column) {
        if (byColumn.isEmpty()) {
            return null;
        }
        for (Map.Entry<Integer, Filled> entry = byColumn.floorEntry(column);
                entry != null;
                entry = byColumn.lowerEntry(entry.getKey())) {
            Filled filled = entry.getValue();
            if (filled.range.contains(row, column)) {
                return filled.formula;
            }
            if (filled.range.lastRow() >= row) {
                return null;
            }
            byColumn.remove(entry.getKey());
        }
        return null;
    }

    private record Filled(CellRange range, String formula) {}
}
