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
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/// A chart as its file caches it: title, axis titles, and for each series its name, categories and values, with
/// the ranges they come from.
///
/// Written as a fact and as a table named `Chart: ` and the title, a row for each category and a column for each
/// series. A series whose categories are not those of the first has a column of categories before it.
public final class Chart implements Piece {
    private static final int MOST_POINTS = 100_000;
    private static final int MOST_CELLS = 500_000;

    private final DisplayedNumber numbers = new DisplayedNumber();
    private final List<Series> series = new ArrayList<>();
    private final List<String> otherTitles = new ArrayList<>();
    private String title = "";
    private boolean titled;

    void read(Markup chart) throws XMLStreamException, IOException {
        chart.eachInside(element -> {
            switch (element.name()) {
                case "c:title" -> title(element);
                case "c:ser" -> series.add(series(element));
                default -> {}
            }
        });
    }

    @Override
    public void write(DocumentDraft draft, Place place, Layer layer) {
        if (!series.isEmpty() || !title.isEmpty()) {
            draft.fact(new Fact.Chart(title(), series.stream().map(Series::fact).toList(), place));
        }
        writeTable(draft, place, layer);
        otherTitles.forEach(text -> draft.paragraph(text, place, layer));
    }

    /// A title that says nothing of its own shows the name of the only series.
    private String title() {
        boolean ofSeries = title.isEmpty() && titled && series.size() == 1;
        return ofSeries ? series.getFirst().name : title;
    }

    /// The chart's own title comes before the plot area with its axes.
    private void title(Markup element) throws XMLStreamException, IOException {
        List<String> lines = new ArrayList<>();
        element.eachInside(inside -> {
            if (inside.name().equals("a:p")) {
                lines.add(ShapeText.line(inside));
            } else if (inside.name().equals("c:v")) {
                lines.add(inside.text());
            }
        });
        String text = String.join(" ", lines).strip();
        titled |= series.isEmpty();
        if (title.isEmpty() && series.isEmpty()) {
            title = text;
        } else if (!text.isEmpty()) {
            otherTitles.add(text);
        }
    }

    private Series series(Markup element) throws XMLStreamException, IOException {
        Series one = new Series();
        element.each(child -> {
            switch (child.name()) {
                case "c:tx" -> one.name = String.join(" ", points(child).shown.values());
                case "c:cat", "c:xVal" -> one.categories = points(child);
                case "c:val", "c:yVal" -> one.values = points(child);
                case "c:bubbleSize" -> one.sizes = points(child);
                default -> {}
            }
        });
        return one;
    }

    /// The cached points; of categories in several levels, the outer stand before the inner.
    private Points points(Markup cache) throws XMLStreamException, IOException {
        Points points = new Points();
        boolean[] text = {false};
        String[] format = {""};
        cache.eachInside(element -> {
            switch (element.name()) {
                case "c:strCache", "c:strLit", "c:multiLvlStrCache" -> text[0] = true;
                case "c:formatCode" -> format[0] = element.text();
                case "c:pt" -> points.add(element, text[0] ? null : format[0], numbers);
                case "c:v" -> points.shown.putIfAbsent(0, element.text());
                case "c:f" -> points.range = element.text().strip();
                default -> {}
            }
        });
        return points;
    }

    private void writeTable(DocumentDraft draft, Place place, Layer layer) {
        if (series.isEmpty() && title.isEmpty()) {
            return;
        }
        List<Column> columns = columns();
        String name = title();
        var table = draft.table(name.isEmpty() ? "Chart" : "Chart: " + name, place, layer);
        if (!name.isEmpty()) {
            table.cell(0, 0, 1, Math.max(1, columns.size()), name, place, null, null);
            table.endRow();
        }
        int row = name.isEmpty() ? 0 : 1;
        for (int column = 0; column < columns.size(); column++) {
            table.cell(row, column, 1, 1, columns.get(column).head(), place, null, null);
        }
        table.endRow();
        TreeSet<Integer> indexes = new TreeSet<>();
        columns.forEach(column -> indexes.addAll(column.points().shown.keySet()));
        int mostRows = MOST_CELLS / Math.max(1, columns.size());
        if (indexes.size() > mostRows || columns.stream().anyMatch(column -> column.points().cut)) {
            draft.gap(Gap.Reason.LIMIT, place, "A chart has more points than are read.");
        }
        for (int index : indexes.stream().limit(mostRows).toList()) {
            row++;
            for (int column = 0; column < columns.size(); column++) {
                Points points = columns.get(column).points();
                String shown = points.shown.getOrDefault(index, "");
                table.cell(row, column, 1, 1, shown, place, points.raw.get(index), null);
            }
            table.endRow();
        }
        table.end();
    }

    private List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        for (Series one : series) {
            boolean first = columns.isEmpty();
            if (first || !one.categories.shown.equals(series.getFirst().categories.shown)) {
                columns.add(new Column("", one.categories));
            }
            columns.add(new Column(one.name, one.values));
            if (!one.sizes.shown.isEmpty()) {
                columns.add(new Column(one.name, one.sizes));
            }
        }
        return columns;
    }

    private record Column(String head, Points points) {}

    private static final class Series {
        private String name = "";
        private Points categories = new Points();
        private Points values = new Points();
        private Points sizes = new Points();

        Fact.Chart.Series fact() {
            return new Fact.Chart.Series(name, values.range, categories.range);
        }
    }

    private static final class Points {
        private final TreeMap<Integer, String> shown = new TreeMap<>();
        private final TreeMap<Integer, String> raw = new TreeMap<>();
        private String range = "";
        private boolean cut;

        /// @param format of a number; null for text
        void add(Markup point, @Nullable String format, DisplayedNumber numbers)
                throws XMLStreamException, IOException {
            int index = point.number("idx", shown.size());
            String own = point.attribute("formatCode");
            String value = point.text();
            if (index < 0 || shown.size() >= MOST_POINTS) {
                cut |= index >= 0;
                return;
            }
            if (format == null) {
                shown.merge(index, value, (inner, outer) -> outer + " " + inner);
                return;
            }
            shown.put(index, numbers.show(value, own == null ? format : own, false));
            raw.put(index, DisplayedNumber.plain(value));
        }
    }
}
