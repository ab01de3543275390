package dev.assay.check.figures;

import dev.assay.check.Spaces;
import dev.assay.check.numbers.DisplayedNumber;
import dev.assay.check.numbers.DisplayedNumber.Mark;
import dev.assay.document.Block;
import dev.assay.document.Document;
import dev.assay.document.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A table by row and column, counted from 0, with the words above its columns and before its rows, and its
/// figures read by the decimal mark that most of them show.
public final class Cells {
    private static final int MOST_HEADER_ROWS = 5;

    private final Document document;
    private final Block.Table table;
    private final List<Block.Row> lines;
    private final List<Map<Integer, Block.Cell>> cells = new ArrayList<>();
    private final Map<Integer, String> headers = new HashMap<>();
    private final Mark mark;
    private final int columns;
    private final int headerRows;

    private Cells(Document document, Block.Table table, List<Block.Row> rows) {
        this.document = document;
        this.table = table;
        this.lines = List.copyOf(rows);
        int width = 0;
        for (Block.Row row : lines) {
            Map<Integer, Block.Cell> line = new HashMap<>();
            for (Block.Cell cell : row.cells()) {
                line.put(cell.column(), cell);
                width = Math.max(width, cell.column() + cell.columnSpan());
            }
            cells.add(line);
        }
        columns = width;
        mark = mark();
        headerRows = countHeaderRows();
    }

    /// The tables of a table: in a sheet, rows left empty part one from the next.
    public static List<Cells> of(Document document, Block.Table table) {
        List<Cells> all = new ArrayList<>();
        List<Block.Row> rows = new ArrayList<>();
        int last = -1;
        for (Block.Row row : table.rows()) {
            boolean empty = row.cells().stream()
                    .allMatch(cell -> document.text(cell.span()).isBlank());
            int number =
                    row.cells().isEmpty() ? last + 1 : row.cells().getFirst().row();
            if (!rows.isEmpty() && (empty || number > last + 1)) {
                all.add(new Cells(document, table, rows));
                rows = new ArrayList<>();
            }
            if (!empty) {
                rows.add(row);
            }
            last = number;
        }
        if (!rows.isEmpty()) {
            all.add(new Cells(document, table, rows));
        }
        return all;
    }

    public int rows() {
        return cells.size();
    }

    public int columns() {
        return columns;
    }

    /// The first row that holds figures.
    public int firstRow() {
        return headerRows;
    }

    public String name() {
        return table.name();
    }

    public Optional<Block.Cell> cell(int row, int column) {
        return Optional.ofNullable(cells.get(row).get(column));
    }

    /// On one line, stripped; empty where there is no such cell.
    public String text(int row, int column) {
        return cell(row, column)
                .map(cell -> Spaces.single(document.text(cell.span())))
                .orElse("");
    }

    public Span span(int row, int column) {
        return cell(row, column).map(Block.Cell::span).orElse(table.span());
    }

    public Optional<DisplayedNumber> number(int row, int column) {
        String text = text(row, column);
        return text.isEmpty() ? Optional.empty() : DisplayedNumber.parse(text, mark);
    }

    /// The words of a row's first cell, unless it is a figure.
    public String label(int row) {
        String text = text(row, 0);
        return number(row, 0).isPresent() ? "" : text;
    }

    /// The words above a column, spanning cells included.
    public String header(int column) {
        return headers.computeIfAbsent(column, this::wordsAbove);
    }

    private String wordsAbove(int column) {
        List<String> words = new ArrayList<>();
        for (int row = 0; row < headerRows; row++) {
            for (Block.Cell cell : cells.get(row).values()) {
                if (cell.column() <= column && column < cell.column() + cell.columnSpan()) {
                    String text = text(row, cell.column());
                    if (!text.isEmpty()) {
                        words.add(text);
                    }
                }
            }
        }
        return String.join(" ", words);
    }

    /// The words right above the figures of a column.
    String lowestHeader(int column) {
        return headerRows == 0 ? "" : text(headerRows - 1, column);
    }

    private int countHeaderRows() {
        for (int row = 0; row < Math.min(MOST_HEADER_ROWS, rows()); row++) {
            for (int column : cells.get(row).keySet()) {
                if ((column > 0 || columns == 1) && isFigure(row, column)) {
                    return row;
                }
            }
        }
        return Math.min(1, rows());
    }

    private boolean isFigure(int row, int column) {
        return number(row, column).map(Cells::isNoYear).orElse(DisplayedNumber.isCandidate(text(row, column)));
    }

    private static boolean isNoYear(DisplayedNumber number) {
        int value = number.value().intValue();
        return number.percent()
                || value < 1900
                || value > 2100
                || number.half().intValue() != 0
                || !number.grouping().isEmpty();
    }

    private Mark mark() {
        int point = 0;
        int comma = 0;
        for (Block.Row row : lines) {
            for (Block.Cell cell : row.cells()) {
                if (cell.span().length() <= 40) {
                    Optional<Mark> evidence = DisplayedNumber.evidence(document.text(cell.span()));
                    point += evidence.filter(Mark.POINT::equals).isPresent() ? 1 : 0;
                    comma += evidence.filter(Mark.COMMA::equals).isPresent() ? 1 : 0;
                }
            }
        }
        return comma > point ? Mark.COMMA : Mark.POINT;
    }

    /// How a cell is called in a message: its row and column.
    String where(int row, int column) {
        String header = header(column);
        String label = column == 0 ? "" : label(row);
        return (label.isEmpty() ? "" : " in row '" + label + "'")
                + (header.isEmpty() ? "" : (label.isEmpty() ? " in" : ",") + " column '" + header + "'");
    }
}
