package dev.assay.check.numbers;

import dev.assay.document.Block;
import dev.assay.document.Document;
import dev.assay.document.Span;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// A table by row and column, with what each cell shows read by one decimal mark. Rows and columns are counted
/// from 0; a merged cell stands where it starts.
final class TableGrid {
    private static final int MOST_HEADER_ROWS = 5;
    private static final Figure BLANK = new Figure.Blank();

    private final Document document;
    private final Block.Table table;
    private final List<Map<Integer, Block.Cell>> cells = new ArrayList<>();
    private final List<Map<Integer, Figure>> figures = new ArrayList<>();
    private final int columns;

    private TableGrid(Document document, Block.Table table, DisplayedNumber.Mark mark) {
        this.document = document;
        this.table = table;
        int width = 0;
        for (Block.Row row : table.rows()) {
            Map<Integer, Block.Cell> line = new HashMap<>();
            Map<Integer, Figure> read = new HashMap<>();
            for (Block.Cell cell : row.cells()) {
                line.put(cell.column(), cell);
                read.put(cell.column(), Figure.of(document.text(cell.span()), mark));
                width = Math.max(width, cell.column() + cell.columnSpan());
            }
            cells.add(line);
            figures.add(read);
        }
        columns = width;
    }

    /// The table read by each decimal mark that its figures allow, the likelier one first.
    ///
    /// @param language BCP 47 tag of the document, which decides where the figures do not
    static List<TableGrid> of(Document document, Block.Table table, String language) {
        Map<DisplayedNumber.Mark, Integer> evidence = new EnumMap<>(DisplayedNumber.Mark.class);
        for (Block.Row row : table.rows()) {
            for (Block.Cell cell : row.cells()) {
                String text = document.text(cell.span());
                if (text.length() <= 60) {
                    DisplayedNumber.evidence(text).ifPresent(mark -> evidence.merge(mark, 1, Integer::sum));
                }
            }
        }
        int point = evidence.getOrDefault(DisplayedNumber.Mark.POINT, 0);
        int comma = evidence.getOrDefault(DisplayedNumber.Mark.COMMA, 0);
        List<DisplayedNumber.Mark> marks;
        if (point > 0 && comma == 0) {
            marks = List.of(DisplayedNumber.Mark.POINT);
        } else if (comma > 0 && point == 0) {
            marks = List.of(DisplayedNumber.Mark.COMMA);
        } else {
            boolean pointFirst = point == comma ? !usesComma(language) : point > comma;
            marks = pointFirst
                    ? List.of(DisplayedNumber.Mark.POINT, DisplayedNumber.Mark.COMMA)
                    : List.of(DisplayedNumber.Mark.COMMA, DisplayedNumber.Mark.POINT);
        }
        return marks.stream().map(mark -> new TableGrid(document, table, mark)).toList();
    }

    private static boolean usesComma(String language) {
        return language.matches("(?i)(?:de|fr|es|it|nl|pt|pl|cs|sk|da|sv|nb|no|fi|ru|uk|tr|el|hu|ro|bg)(?:-.*)?")
                && !language.equalsIgnoreCase("de-CH");
    }

    int rows() {
        return cells.size();
    }

    int columns() {
        return columns;
    }

    String name() {
        return table.name();
    }

    Optional<Block.Cell> cell(int row, int column) {
        return Optional.ofNullable(cells.get(row).get(column));
    }

    Figure figure(int row, int column) {
        return figures.get(row).getOrDefault(column, BLANK);
    }

    /// The text of a cell, stripped; empty where there is none.
    String text(int row, int column) {
        return cell(row, column).map(cell -> document.text(cell.span()).strip()).orElse("");
    }

    Span span(int row, int column) {
        return cell(row, column).map(Block.Cell::span).orElse(table.span());
    }

    /// The column of a row's label: its first cell with words.
    OptionalInt labelColumn(int row) {
        for (int column = 0; column < columns; column++) {
            Figure figure = figure(row, column);
            if (figure instanceof Figure.Words) {
                return OptionalInt.of(column);
            }
            if (!(figure instanceof Figure.Blank)) {
                return OptionalInt.empty();
            }
        }
        return OptionalInt.empty();
    }

    /// The words above a column, of at most five rows before that one, spanning cells included.
    String header(int column, int before) {
        List<String> words = new ArrayList<>();
        for (int row = Math.max(0, before - MOST_HEADER_ROWS); row < before; row++) {
            for (Block.Cell cell : cells.get(row).values()) {
                if (cell.column() <= column && column < cell.column() + cell.columnSpan()) {
                    words.add(document.text(cell.span()).strip());
                }
            }
        }
        return String.join(" ", words).strip();
    }

    /// Whether a row shows figures to the right of a column.
    boolean hasFigures(int row, int column) {
        return figures.get(row).entrySet().stream()
                .anyMatch(entry -> entry.getKey() > column
                        && (entry.getValue() instanceof Figure.Shown || entry.getValue() instanceof Figure.Doubtful));
    }

    /// Whether a row withholds a figure to the right of a column.
    boolean withholds(int row, int column) {
        return figures.get(row).entrySet().stream()
                .anyMatch(entry -> entry.getKey() > column && entry.getValue() instanceof Figure.Withheld);
    }
}
