package dev.assay.extract.workbook;

import dev.assay.document.Fact;
import dev.assay.document.Gap;
import dev.assay.document.Layer;
import dev.assay.document.Place;
import dev.assay.extract.draft.DocumentDraft;
import dev.assay.extract.xml.Markup;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;

/// Reads a chart of an OpenDocument workbook, a small document of its own: title, labels, and its copy of the
/// numbers as a table.
final class OpenChart {
    private final ZipFile zip;
    private final DocumentDraft draft;
    private final CellBudget budget;
    private final List<String> labels = new ArrayList<>();
    private final List<Fact.Chart.Series> series = new ArrayList<>();
    private final List<List<OpenCell>> rows = new ArrayList<>();
    private String title = "";
    private boolean isChart;
    private boolean inPlot;

    OpenChart(ZipFile zip, DocumentDraft draft, CellBudget budget) {
        this.zip = zip;
        this.draft = draft;
        this.budget = budget;
    }

    /// Reads the object in a folder of the package; nothing happens where it is no chart.
    void read(String folder, Place place, Layer layer) throws IOException {
        ZipEntry content = zip.getEntry((folder.startsWith("./") ? folder.substring(2) : folder) + "/content.xml");
        if (content == null) {
            return;
        }
        try (Markup part = new Markup(zip.getInputStream(content))) {
            part.eachInside(this::element);
        } catch (XMLStreamException e) {
            draft.gap(Gap.Reason.DAMAGED, place, "A chart is not well-formed.");
        }
        if (isChart) {
            write(place, layer);
        } else {
            draft.gap(Gap.Reason.UNOPENED_FILE, place, "The embedded object " + folder + " was not read.");
        }
    }

    private void element(Markup element) throws XMLStreamException, IOException {
        switch (element.name()) {
            case "chart:chart" -> isChart = true;
            case "chart:title", "chart:subtitle", "chart:footer" -> element.each(this::label);
            case "chart:plot-area" -> inPlot = true;
            case "chart:series" ->
                series.add(new Fact.Chart.Series(
                        "", OpenFormula.range(element.attribute("chart:values-cell-range-address", "")), ""));
            case "table:table-row" -> {
                List<OpenCell> cells = new ArrayList<>();
                element.each(cell -> cells.add(OpenCell.read(cell)));
                rows.add(cells);
            }
            default -> {}
        }
    }

    /// The title comes before the plot, those of its axes are in it.
    private void label(Markup line) throws XMLStreamException, IOException {
        String words = OpenText.line(line, link -> {});
        if (title.isEmpty() && !inPlot) {
            title = words;
        } else {
            labels.add(words);
        }
    }

    private void write(Place place, Layer layer) {
        DocumentDraft.TableDraft table = draft.table(title.isEmpty() ? "Chart" : "Chart: " + title, place, layer);
        int first = 0;
        if (!title.isEmpty()) {
            int width = rows.stream().mapToInt(List::size).max().orElse(1);
            table.cell(0, 0, 1, Math.max(1, width), title, place, null, null);
            table.endRow();
            first = 1;
        }
        for (int row = 0; row < rows.size(); row++) {
            int column = 0;
            for (OpenCell cell : rows.get(row)) {
                if (!budget.take()) {
                    table.end();
                    draft.gap(Gap.Reason.LIMIT, place, "There are more cells than are read.");
                    return;
                }
                table.cell(first + row, column, 1, 1, cell.shown(), place, cell.raw(), null);
                column++;
            }
            table.endRow();
        }
        table.end();
        labels.forEach(label -> draft.paragraph(label, place, layer));
        draft.fact(new Fact.Chart(title, series, place));
    }
}
