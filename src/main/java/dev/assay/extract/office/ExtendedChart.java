package dev.assay.extract.office;

import dev.assay.document.Fact;
import dev.assay.document.Gap;
import dev.assay.document.Layer;
import dev.assay.document.Place;
import dev.assay.extract.draft.DocumentDraft;
import dev.assay.extract.draft.Piece;
import dev.assay.extract.number.DisplayedNumber;
import dev.assay.extract.xml.Markup;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/// A chart of the kinds added in 2016 (chartex: waterfall, treemap, sunburst, histogram, box and whisker,
/// funnel, map), as its file caches it.
///
/// Written as other charts are: a table named `Chart: ` and the title, a row for each point, a column for
/// each dimension of its data; then the titles of axes.
final class ExtendedChart implements Piece {
    private static final int MOST_POINTS = 100_000;

    private final DisplayedNumber numbers = new DisplayedNumber();
    private final Map<String, List<Dimension>> data = new LinkedHashMap<>();
    private final List<Series> series = new ArrayList<>();
    private final List<String> otherTitles = new ArrayList<>();
    private String title = "";

    void read(Markup chart) throws XMLStreamException, IOException {
        chart.eachInside(element -> {
            switch (element.name()) {
                case "cx:data" -> data(element);
                case "cx:series" -> series.add(series(element));
                case "cx:title" -> title(element);
                default -> {}
            }
        });
    }

    private void data(Markup element) throws XMLStreamException, IOException {
        List<Dimension> dimensions = data.computeIfAbsent(element.attribute("id", ""), id -> new ArrayList<>());
        element.each(child -> {
            if (child.name().equals("cx:strDim") || child.name().equals("cx:numDim")) {
                Dimension dimension = new Dimension(child.name().equals("cx:numDim"));
                dimensions.add(dimension);
                dimension.read(child, numbers);
            }
        });
    }

    private static Series series(Markup element) throws XMLStreamException, IOException {
        String[] found = {"", ""};
        element.eachInside(inside -> {
            switch (inside.name()) {
                case "cx:tx" -> found[0] = words(inside);
                case "cx:dataId" -> found[1] = inside.attribute("val", "");
                default -> {}
            }
        });
        return new Series(found[0], found[1]);
    }

    private void title(Markup element) throws XMLStreamException, IOException {
        String text = words(element);
        if (title.isEmpty() && series.isEmpty()) {
            title = text;
        } else if (!text.isEmpty()) {
            otherTitles.add(text);
        }
    }

    private static String words(Markup element) throws XMLStreamException, IOException {
        List<String> lines = new ArrayList<>();
        element.eachInside(inside -> {
            switch (inside.name()) {
                case "cx:f" -> inside.text();
                case "cx:v" -> lines.add(inside.text());
                case "a:p" -> lines.add(ShapeText.line(inside));
                default -> {}
            }
        });
        return String.join(" ", lines).strip();
    }

    @Override
    public void write(DocumentDraft draft, Place place, Layer layer) {
        if (!series.isEmpty() || !title.isEmpty()) {
            var shown = series.stream().map(each -> fact(each.name, each.data)).toList();
            draft.fact(new Fact.Chart(title, shown, place));
        }
        writeTable(draft, place, layer);
        otherTitles.forEach(text -> draft.paragraph(text, place, layer));
    }

    private Fact.Chart.Series fact(String name, String id) {
        List<Dimension> dimensions = data.getOrDefault(id, List.of());
        return new Fact.Chart.Series(name, range(dimensions, true), range(dimensions, false));
    }

    private static String range(List<Dimension> dimensions, boolean numeric) {
        return dimensions.stream()
                .filter(dimension -> dimension.numeric == numeric)
                .map(dimension -> dimension.range)
                .findFirst()
                .orElse("");
    }

    private void writeTable(DocumentDraft draft, Place place, Layer layer) {
        List<Column> columns = columns();
        if (columns.isEmpty() && title.isEmpty()) {
            return;
        }
        var table = draft.table(title.isEmpty() ? "Chart" : "Chart: " + title, place, layer);
        int row = 0;
        if (!title.isEmpty()) {
            table.cell(row++, 0, 1, Math.max(1, columns.size()), title, place, null, null);
            table.endRow();
        }
        for (int column = 0; column < columns.size(); column++) {
            table.cell(row, column, 1, 1, columns.get(column).head(), place, null, null);
        }
        table.endRow();
        if (columns.stream().anyMatch(column -> column.dimension().cut)) {
            draft.gap(Gap.Reason.LIMIT, place, "A chart has more points than are read.");
        }
        TreeSet<Integer> indexes = new TreeSet<>();
        columns.forEach(column -> indexes.addAll(column.dimension().shown.keySet()));
        for (int index : indexes) {
            row++;
            for (int column = 0; column < columns.size(); column++) {
                Dimension dimension = columns.get(column).dimension();
                String shown = dimension.shown.getOrDefault(index, "");
                table.cell(row, column, 1, 1, shown, place, dimension.raw.get(index), null);
            }
            table.endRow();
        }
        table.end();
    }

    /// The data of each series, once; data that no series shows is not seen.
    private List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        for (Series one : series) {
            for (Dimension dimension : data.getOrDefault(one.data, List.of())) {
                boolean known = !dimension.numeric
                        && columns.stream()
                                .anyMatch(column -> column.dimension().shown.equals(dimension.shown));
                if (!known) {
                    columns.add(new Column(dimension.numeric ? one.name : "", dimension));
                }
            }
        }
        return columns;
    }

    private record Column(String head, Dimension dimension) {}

    /// @param data the id of what it shows
    private record Series(String name, String data) {}

    /// A list of categories or numbers; of categories in several levels, the outer stand before the inner.
    private static final class Dimension {
        private final boolean numeric;
        private final TreeMap<Integer, String> shown = new TreeMap<>();
        private final TreeMap<Integer, String> raw = new TreeMap<>();
        private String range = "";
        private boolean cut;

        Dimension(boolean numeric) {
            this.numeric = numeric;
        }

        void read(Markup element, DisplayedNumber numbers) throws XMLStreamException, IOException {
            element.each(child -> {
                if (child.name().equals("cx:f")) {
                    range = child.text();
                } else if (child.name().equals("cx:lvl")) {
                    String format = child.attribute("formatCode", "");
                    child.each(point -> add(point, numeric ? format : null, numbers));
                }
            });
        }

        private void add(Markup point, @Nullable String format, DisplayedNumber numbers) throws XMLStreamException {
            int index = point.number("idx", shown.size());
            String value = point.text();
            if (index < 0 || shown.size() >= MOST_POINTS) {
                cut |= index >= 0;
                return;
            }
            if (format == null) {
                shown.merge(index, value, (inner, outer) -> outer + " " + inner);
                return;
            }
            shown.put(index, numbers.show(value, format, false));
            raw.put(index, DisplayedNumber.plain(value));
        }
    }
}
