package dev.assay.extract.pdf.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Tables of a page as the file's structure tells them: which glyphs belong to which cell.
public final class TaggedTables {
    private TaggedTables() {}

    /// The tables; glyphs inside their cells are taken out of `glyphs`. Of a table that runs over several pages
    /// each page has its rows.
    ///
    /// @param all cells of each table of the file, in order of rows, then columns; also those without text
    public static List<PdfTable> tables(Map<Integer, List<TaggedCell>> all, List<PdfGlyph> glyphs) {
        if (all.isEmpty()) {
            return List.of();
        }
        Map<Integer, Map<TaggedCell, List<PdfGlyph>>> found = new TreeMap<>();
        glyphs.removeIf(glyph -> {
            TaggedCell cell = glyph.style().cell();
            if (cell == null || !all.containsKey(cell.table())) {
                return false;
            }
            found.computeIfAbsent(cell.table(), key -> new HashMap<>())
                    .computeIfAbsent(cell, key -> new ArrayList<>())
                    .add(glyph);
            return true;
        });
        List<PdfTable> tables = new ArrayList<>();
        found.forEach((table, cells) -> {
            if (cells.values().stream().flatMap(List::stream).anyMatch(glyph -> !glyph.isBlank())) {
                tables.add(table(all.getOrDefault(table, List.of()), cells));
            }
        });
        return tables;
    }

    private static PdfTable table(List<TaggedCell> all, Map<TaggedCell, List<PdfGlyph>> found) {
        int first = found.keySet().stream().mapToInt(TaggedCell::row).min().orElse(0);
        int last = found.keySet().stream().mapToInt(TaggedCell::row).max().orElse(0);
        List<PdfTable.Cell> cells = new ArrayList<>();
        for (TaggedCell cell : all) {
            if (cell.row() >= first && cell.row() <= last) {
                List<PdfGlyph> glyphs = found.getOrDefault(cell, List.of());
                cells.add(PdfTable.Cell.of(
                        cell.row() - first, cell.column(), cell.rowSpan(), cell.columnSpan(), PdfRows.of(glyphs)));
            }
        }
        List<PdfGlyph> ink = found.values().stream()
                .flatMap(List::stream)
                .filter(glyph -> !glyph.isBlank())
                .toList();
        return new PdfTable(
                (float) ink.stream().mapToDouble(PdfGlyph::x).min().orElse(0),
                (float) ink.stream().mapToDouble(PdfGlyph::right).max().orElse(0),
                (float) ink.stream().mapToDouble(PdfGlyph::top).min().orElse(0),
                (float) ink.stream().mapToDouble(PdfGlyph::bottom).max().orElse(0),
                1,
                cells);
    }
}
