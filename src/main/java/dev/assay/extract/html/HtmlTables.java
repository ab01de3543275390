package dev.assay.extract.html;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// Tells tables of data from tables that only place things on a page, and where in its grid a cell stands.
final class HtmlTables {
    private static final int WIDEST = 1_000;

    private final Set<Element> outer = Collections.newSetFromMap(new IdentityHashMap<>());

    HtmlTables(Document page) {
        for (Element table : page.getElementsByTag("table")) {
            Element parent = table.parent();
            while (parent != null && !parent.normalName().equals("table")) {
                parent = parent.parent();
            }
            if (parent != null) {
                outer.add(parent);
            }
        }
    }

    /// A cell of a grid; row and column counted from 0.
    record Cell(Element element, int row, int column, int rowSpan, int columnSpan) {}

    /// Whether a table holds data: it has headings or a caption, or rows of several cells, and no table inside.
    boolean isData(Element table) {
        String role = table.attr("role");
        if (outer.contains(table) || role.equalsIgnoreCase("presentation") || role.equalsIgnoreCase("none")) {
            return false;
        }
        List<Element> rows = rows(table);
        return rows.stream().anyMatch(row -> cells(row).size() > 1)
                || rows.stream()
                        .flatMap(row -> cells(row).stream())
                        .anyMatch(cell -> cell.normalName().equals("th"));
    }

    /// The rows of a table, in order.
    static List<Element> rows(Element table) {
        List<Element> rows = new ArrayList<>();
        for (Element child : table.children()) {
            switch (child.normalName()) {
                case "tr" -> rows.add(child);
                case "thead", "tbody", "tfoot" ->
                    child.children().stream()
                            .filter(row -> row.normalName().equals("tr"))
                            .forEach(rows::add);
                default -> {
                    // A caption or what describes columns.
                }
            }
        }
        return rows;
    }

    /// The cells of a row.
    static List<Element> cells(Element row) {
        return row.children().stream()
                .filter(cell ->
                        cell.normalName().equals("td") || cell.normalName().equals("th"))
                .toList();
    }

    /// Gives cells their columns, row by row, where cells of rows above reach down.
    static final class Grid {
        private final Map<Integer, Integer> reachesDown = new TreeMap<>();

        List<Cell> next(int row, List<Element> elements) {
            List<Cell> cells = new ArrayList<>();
            Map<Integer, Integer> below = new TreeMap<>();
            int column = 0;
            for (Element element : elements) {
                while (reachesDown.containsKey(column)) {
                    column++;
                }
                int wide = span(element.attr("colspan"));
                int high = span(element.attr("rowspan"));
                cells.add(new Cell(element, row, column, high, wide));
                for (int i = 0; high > 1 && i < wide; i++) {
                    below.put(column + i, high - 1);
                }
                column += wide;
            }
            reachesDown.replaceAll((at, rows) -> rows - 1);
            reachesDown.values().removeIf(rows -> rows <= 0);
            reachesDown.putAll(below);
            return cells;
        }

        private static int span(String value) {
            String plain = value.strip();
            return plain.matches("[0-9]{1,4}") ? Math.clamp(Integer.parseInt(plain), 1, WIDEST) : 1;
        }
    }
}
