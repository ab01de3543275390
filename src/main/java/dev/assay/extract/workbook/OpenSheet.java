package dev.assay.extract.workbook;

import dev.assay.document.Fact;
import dev.assay.document.Fact.Hidden;
import dev.assay.document.Gap;
import dev.assay.document.Layer;
import dev.assay.document.Place;
import dev.assay.document.Span;
import dev.assay.extract.draft.DocumentDraft;
import dev.assay.extract.xml.Markup;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/// Reads one sheet of an OpenDocument workbook: its cells as one table, then comments and drawings.
final class OpenSheet {
    static final int MOST_COLUMNS = 1 << 14;

    private final DocumentDraft draft;
    private final CellBudget budget;
    private final String name;
    private final Set<String> linked;
    private final SheetHiding hiding;
    private final DocumentDraft.TableDraft table;
    private final List<Note> notes = new ArrayList<>();
    private final List<Drawn> drawings = new ArrayList<>();
    private final List<Fact> links = new ArrayList<>();
    private @Nullable CellRange used;
    private int columns;
    private int row;

    /// @param linked takes where the sheet's links lead
    OpenSheet(DocumentDraft draft, CellBudget budget, String name, Layer layer, Set<String> linked) {
        this.linked = linked;
        this.draft = draft;
        this.budget = budget;
        this.name = name;
        this.hiding = new SheetHiding(name, draft);
        this.table = draft.table(name, place(0, 0), layer);
    }

    /// A drawing and where it hangs.
    record Drawn(OpenDrawing drawing, Place place) {}

    private record Note(OpenCell.Note said, Span about, Place place) {}

    /// Reads the `table:table` at hand.
    ///
    /// @return what is drawn on the sheet, in order
    List<Drawn> read(Markup sheet) throws XMLStreamException, IOException {
        sheet.eachInside(this::element);
        if (used != null) {
            table.place(new Place.Cell(name, used.text()));
        }
        table.end();
        hiding.end();
        links.forEach(draft::fact);
        for (Note note : notes) {
            Span text = draft.paragraph(note.said.text(), note.place, Layer.COMMENT);
            Span about = note.about.length() == 0 ? null : note.about;
            draft.fact(new Fact.Comment(note.said.author(), note.said.when(), false, text, about, note.place));
        }
        return drawings;
    }

    private void element(Markup element) throws XMLStreamException, IOException {
        switch (element.name()) {
            case "table:table-column" -> column(element);
            case "table:table-row" -> row(element);
            case "table:shapes" -> element.each(shape -> drawings.add(new Drawn(OpenDrawing.read(shape), place(0, 0))));
            default -> {}
        }
    }

    private void column(Markup column) {
        int after = Math.min(MOST_COLUMNS, columns + Math.max(1, column.number("table:number-columns-repeated", 1)));
        if (!column.attribute("table:visibility", "visible").equals("visible")) {
            for (int each = columns; each < after; each++) {
                hiding.hiddenColumn(each);
            }
        }
        columns = after;
    }

    private void row(Markup element) throws XMLStreamException, IOException {
        int alike = Math.max(1, element.number("table:number-rows-repeated", 1));
        boolean hidden = !element.attribute("table:visibility", "visible").equals("visible");
        List<OpenCell> cells = new ArrayList<>();
        element.each(cell -> cells.add(OpenCell.read(cell)));
        boolean empty = cells.stream().allMatch(OpenCell::isEmpty);
        for (int i = 0; i < alike && !empty && !budget.isOverdrawn(); i++) {
            hiding.row(row + i, hidden);
            write(cells, row + i, i == 0);
            table.endRow();
        }
        row = (int) Math.min(Integer.MAX_VALUE / 2, (long) row + alike);
    }

    private void write(List<OpenCell> cells, int at, boolean first) {
        long column = 0;
        for (OpenCell cell : cells) {
            for (int i = 0; i < cell.columns() && !cell.isEmpty() && column + i < MOST_COLUMNS; i++) {
                if (!write(cell, at, (int) column + i, first && i == 0)) {
                    return;
                }
            }
            column += cell.columns();
        }
    }

    /// @param first whether it is the first of several alike; what hangs at them is told there
    private boolean write(OpenCell cell, int at, int column, boolean first) {
        Place place = place(at, column);
        boolean told = budget.isOverdrawn();
        if (!budget.take()) {
            if (!told) {
                draft.gap(Gap.Reason.LIMIT, place, "There are more cells than are read.");
            }
            return false;
        }
        boolean holds = !cell.shown().isEmpty() || cell.raw() != null || cell.formula() != null;
        Span text = new Span(0, 0);
        if (holds) {
            text = table.cell(
                    at, column, cell.rowSpan(), cell.columnSpan(), cell.shown(), place, cell.raw(), cell.formula());
            used(cell, at, column);
        }
        if (first) {
            hanging(cell, text, place);
        }
        return true;
    }

    private void hanging(OpenCell cell, Span text, Place place) {
        if (cell.note() != null) {
            notes.add(new Note(cell.note(), text, place));
        }
        cell.drawings().forEach(drawing -> drawings.add(new Drawn(drawing, place)));
        for (String link : cell.links()) {
            if (isOutside(link)) {
                linked.add(link);
                links.add(new Fact.ExternalLink(Fact.ExternalLink.Kind.HYPERLINK, link, place));
            }
        }
    }

    private void used(OpenCell cell, int at, int column) {
        hiding.used(column);
        if (cell.shown().isBlank() && cell.raw() != null && !cell.raw().isBlank()) {
            hiding.cell(Hidden.Kind.VALUE, at, column);
        }
        CellRange here = new CellRange(at, column, at + cell.rowSpan() - 1, column + cell.columnSpan() - 1);
        used = used == null ? here : used.with(here);
    }

    private static boolean isOutside(String link) {
        return !link.isBlank()
                && !link.startsWith("#")
                && !link.toLowerCase(Locale.ROOT).startsWith("javascript:");
    }

    private Place place(int at, int column) {
        return new Place.Cell(name, new CellReference(at, column).text());
    }
}
