package dev.assay.extract.pdf;

import dev.assay.document.Layer;
import dev.assay.document.Place;
import dev.assay.document.Span;
import dev.assay.extract.draft.DocumentDraft;
import dev.assay.extract.pdf.layout.LineEnds;
import dev.assay.extract.pdf.layout.PageTurn;
import dev.assay.extract.pdf.layout.PageWords;
import dev.assay.extract.pdf.layout.PdfTable;
import dev.assay.extract.pdf.layout.PlacedText;
import java.util.ArrayList;
import java.util.List;

/// Writes the text of one page, one direction, and remembers where its words stand.
final class PageText {
    private final DocumentDraft draft;
    private final Place place;
    private final PageTurn turn;
    private final PageWords words;
    private final LineEnds ends;
    private final List<Float> indents = new ArrayList<>();

    PageText(DocumentDraft draft, Place place, PageTurn turn, PageWords words, LineEnds ends) {
        this.draft = draft;
        this.place = place;
        this.turn = turn;
        this.words = words;
        this.ends = ends;
    }

    Place place() {
        return place;
    }

    Span paragraph(PlacedText text, Layer layer) {
        indents.clear();
        return note(text, draft.paragraph(text.text(), place, layer));
    }

    void heading(int level, PlacedText text) {
        indents.clear();
        note(text, draft.heading(level, text.text(), place, Layer.BODY));
    }

    /// A list entry.
    ///
    /// @param left how far it is indented
    void item(float left, PlacedText text) {
        note(text, draft.listItem(level(left), text.text(), place, Layer.BODY));
    }

    /// The level of a list entry among its neighbours, by how far it is indented.
    private int level(float left) {
        while (!indents.isEmpty() && left < indents.getLast() - 3) {
            indents.removeLast();
        }
        if (indents.isEmpty() || left > indents.getLast() + 3) {
            indents.add(left);
        }
        return indents.size();
    }

    private Span note(PlacedText text, Span span) {
        if (span.length() == text.text().length()) {
            words.add(text, span.end(), turn);
        }
        return span;
    }

    void table(PdfTable table) {
        indents.clear();
        DocumentDraft.TableDraft copy = draft.table("", table.confidence(), place, Layer.BODY);
        int row = 0;
        for (PdfTable.Cell cell : table.cells()) {
            if (cell.row() != row) {
                copy.endRow();
                row = cell.row();
            }
            PlacedText text = ends.join(cell.lines());
            int before = draft.length();
            copy.cell(cell.row(), cell.column(), cell.rowSpan(), cell.columnSpan(), text.text(), place, null, null);
            if (draft.length() - before >= text.text().length()) {
                words.add(text, draft.length(), turn);
            }
        }
        copy.end();
    }
}
