package dev.assay.extract.render;

import dev.assay.document.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Writes what a window sees of a table: merged cells merged, numbers to the right, a sheet's cells under their
/// letters and beside their numbers.
final class TableHtml {
    private static final int MOST_MARKED = 300;
    private static final int MOST_BESIDE = 90;
    private static final String GAP = "\u22EF";

    private final FrameWriter writer;
    private final MarkedText text;
    private final TableWindow window;
    private final @Nullable SheetLetters letters;
    private final Block.@Nullable Cell[][] grid;
    private final boolean[][] written;

    /// @param letters of the sheet whose grid the table is; null for any other table
    TableHtml(
            FrameWriter writer,
            MarkedText text,
            Block.Table table,
            TableWindow window,
            @Nullable SheetLetters letters) {
        this.writer = writer;
        this.text = text;
        this.window = window;
        this.letters = letters;
        this.grid = new Block.Cell[window.rows().size()][window.columns().size()];
        this.written = new boolean[window.rows().size()][window.columns().size()];
        // What is marked is seen even where a merged cell covers it.
        cells(table).filter(cell -> text.marks(cell.span())).forEach(this::put);
        cells(table).forEach(this::put);
    }

    private static Stream<Block.Cell> cells(Block.Table table) {
        return table.rows().stream().flatMap(row -> row.cells().stream());
    }

    private void put(Block.Cell cell) {
        for (int row = 0; row < grid.length; row++) {
            if (covers(cell.row(), cell.rowSpan(), window.rows(), row)) {
                for (int column = 0; column < grid[row].length; column++) {
                    if (grid[row][column] == null
                            && covers(cell.column(), cell.columnSpan(), window.columns(), column)) {
                        grid[row][column] = cell;
                    }
                }
            }
        }
    }

    /// Whether a cell covers what is seen at an index; a gap is covered where both its neighbours are.
    private static boolean covers(int first, int count, List<Integer> shown, int index) {
        int at = shown.get(index);
        if (at != TableWindow.GAP) {
            return at >= first && (long) at < (long) first + count;
        }
        return index > 0
                && index + 1 < shown.size()
                && covers(first, count, shown, index - 1)
                && covers(first, count, shown, index + 1);
    }

    void write() {
        writer.open("table");
        if (letters != null) {
            head();
        }
        writer.open("tbody").line();
        for (int row = 0; row < grid.length; row++) {
            row(row);
        }
        writer.close().close().line();
    }

    private void head() {
        writer.open("thead").open("tr").element("th", "");
        for (int column : window.columns()) {
            boolean hidden = letters != null && letters.hidesColumn(column);
            writer.element(
                    "th",
                    column == TableWindow.GAP ? GAP : SheetLetters.letters(column),
                    "scope",
                    "col",
                    "class",
                    hidden ? "letter hidden" : "letter");
        }
        writer.close().close().line();
    }

    private void row(int row) {
        int number = window.rows().get(row);
        boolean hidden = letters != null && letters.hidesRow(number);
        writer.open("tr");
        if (letters != null) {
            String shown = number == TableWindow.GAP ? GAP : String.valueOf(number + 1);
            writer.element("th", shown, "scope", "row", "class", hidden ? "letter hidden" : "letter");
        }
        for (int column = 0; column < grid[row].length; column++) {
            if (!written[row][column]) {
                cell(row, column);
            }
        }
        writer.close().line();
    }

    private void cell(int row, int column) {
        Block.Cell cell = grid[row][column];
        if (cell == null) {
            boolean gap = window.rows().get(row) == TableWindow.GAP
                    || window.columns().get(column) == TableWindow.GAP;
            writer.element("td", gap && letters == null ? GAP : "", "class", gap ? "gap" : "empty");
            return;
        }
        int height = 1;
        while (row + height < grid.length && Objects.equals(grid[row + height][column], cell)) {
            height++;
        }
        int width = 1;
        while (column + width < grid[row].length && isAll(cell, row, height, column + width)) {
            width++;
        }
        for (int down = 0; down < height; down++) {
            for (int along = 0; along < width; along++) {
                written[row + down][column + along] = true;
            }
        }
        writer.open("td", attributes(cell, width, height));
        text.write(writer, cell.span(), text.marks(cell.span()) ? MOST_MARKED : MOST_BESIDE);
        writer.close();
    }

    private boolean isAll(Block.Cell cell, int row, int height, int column) {
        return IntStream.range(row, row + height).allMatch(each -> Objects.equals(grid[each][column], cell));
    }

    private String[] attributes(Block.Cell cell, int width, int height) {
        List<String> attributes = new ArrayList<>();
        boolean wanted = text.marks(cell.span());
        boolean number = cell.raw() != null;
        if (wanted || number) {
            attributes.addAll(List.of("class", wanted && number ? "wanted number" : wanted ? "wanted" : "number"));
        }
        if (height > 1) {
            attributes.addAll(List.of("rowspan", String.valueOf(height)));
        }
        if (width > 1) {
            attributes.addAll(List.of("colspan", String.valueOf(width)));
        }
        if (letters != null && cell.formula() != null) {
            attributes.addAll(List.of("title", "=" + Wording.brief(cell.formula())));
        }
        attributes.addAll(List.of("dir", "auto"));
        return attributes.toArray(String[]::new);
    }

    /// What of a sheet is seen, such as `B2:I14`, without a first row or column that stands apart.
    static String range(TableWindow window) {
        List<Integer> rows = real(window.rows());
        List<Integer> columns = real(window.columns());
        return SheetLetters.reference(rows.getFirst(), columns.getFirst()) + ":"
                + SheetLetters.reference(rows.getLast(), columns.getLast());
    }

    private static List<Integer> real(List<Integer> shown) {
        boolean apart = shown.size() > 2 && shown.get(1) == TableWindow.GAP;
        return shown.subList(apart ? 2 : 0, shown.size()).stream()
                .filter(each -> each != TableWindow.GAP)
                .toList();
    }
}
