package dev.assay.extract.word;

import dev.assay.document.Fact;
import dev.assay.document.Gap;
import dev.assay.document.Layer;
import dev.assay.document.Place;
import dev.assay.extract.draft.Piece;
import dev.assay.extract.office.References;
import dev.assay.extract.xml.Markup;
import java.io.IOException;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/// Reads a flow of paragraphs and tables: the body, a header, a note, a comment, a text box.
final class WordStory {
    private final WordSource shared;
    private final References references;
    private final Layer layer;
    private List<String> section;
    private WordFields fields = new WordFields();
    private @Nullable WordParagraph anchor;
    private @Nullable Layer aside;
    private Place latest = new Place.Whole();

    /// A story outside the body, whose paragraphs stand under given headings.
    WordStory(WordSource shared, References references, Layer layer, List<String> section) {
        this.shared = shared;
        this.references = references;
        this.layer = layer;
        this.section = section;
    }

    /// Where paragraphs and tables go when they are complete.
    interface Sink {
        void paragraph(WordParagraph paragraph);

        void table(WordTable table);
    }

    /// Reads the blocks inside the element at hand.
    void blocks(Markup container, Sink sink) throws XMLStreamException, IOException {
        container.each(child -> block(child, sink));
    }

    /// Reads the blocks inside the element at hand into the document.
    void blocks(Markup container) throws XMLStreamException, IOException {
        blocks(container, new WordFlow(this, shared));
    }

    /// Reads a text box: its blocks hang on the paragraph that anchors it.
    void box(Markup content, WordParagraph on) throws XMLStreamException, IOException {
        WordParagraph outer = anchor;
        WordFields outerFields = fields;
        anchor = on;
        fields = new WordFields();
        try {
            blocks(content, new WordBox(on));
        } finally {
            anchor = outer;
            fields = outerFields;
        }
    }

    WordSource shared() {
        return shared;
    }

    References references() {
        return references;
    }

    WordFields fields() {
        return fields;
    }

    Layer layer() {
        return layer;
    }

    /// The place of the paragraph read last, for what breaks there.
    Place latest() {
        return latest;
    }

    /// The headings the next paragraph is under.
    List<String> section() {
        return layer == Layer.BODY ? shared.places().section() : section;
    }

    void section(List<String> headings) {
        section = headings;
    }

    /// The layer that everything goes to now instead of the story's own: deleted or hidden; null for none.
    @Nullable
    Layer aside() {
        return aside;
    }

    /// Reads inside an element whose text all goes to another layer.
    void aside(Layer other, Markup element, Markup.Visit visit) throws XMLStreamException, IOException {
        Layer outer = aside;
        aside = outer == null ? other : outer;
        try {
            element.each(visit);
        } finally {
            aside = outer;
        }
    }

    /// Records a tracked change that the element at hand marks.
    void change(Markup element, Fact.TrackedChange.Action action, Place place) {
        shared.draft()
                .fact(new Fact.TrackedChange(
                        element.attribute("w:author", ""), action, element.attribute("w:date", ""), place));
    }

    private void block(Markup child, Sink sink) throws XMLStreamException, IOException {
        switch (child.name()) {
            case "w:p" -> paragraph(child, sink);
            case "w:tbl" -> table(child, sink);
            case "w:sectPr" -> shared.sectionProperties(child);
            case "w:altChunk" -> skippedPart(child);
            default -> {
                if (!child.name().endsWith("Pr")) {
                    blocks(child, sink);
                }
            }
        }
    }

    private void paragraph(Markup element, Sink sink) throws XMLStreamException, IOException {
        WordParagraph paragraph =
                new WordParagraph(anchor == null ? shared.places().next(layer, section()) : anchor.place());
        latest = paragraph.place();
        try {
            new WordRuns(this, paragraph).read(element);
        } finally {
            sink.paragraph(paragraph);
        }
    }

    private void table(Markup element, Sink sink) throws XMLStreamException, IOException {
        WordTable table = new WordTable(coming());
        try {
            element.each(child -> tablePart(child, table));
        } finally {
            sink.table(table);
        }
    }

    private Place.Paragraph coming() {
        return anchor == null ? shared.places().coming(layer, section()) : anchor.place();
    }

    private void tablePart(Markup child, WordTable table) throws XMLStreamException, IOException {
        switch (child.name()) {
            case "w:tr" -> row(child, table);
            case "w:tblPr" -> child.each(property -> tableProperty(property, table));
            case "w:tblGrid" -> {}
            default -> child.each(inner -> tablePart(inner, table));
        }
    }

    private void tableProperty(Markup property, WordTable table) {
        if (property.name().equals("w:tblCaption")) {
            table.caption(property.attribute("w:val", ""));
        } else if (property.name().equals("w:tblDescription")) {
            table.attach(Piece.text(property.attribute("w:val", ""), Layer.ALT_TEXT));
        } else if (property.name().equals("w:tblPrChange")) {
            change(property, Fact.TrackedChange.Action.FORMATTING, coming());
        }
    }

    private void row(Markup element, WordTable table) throws XMLStreamException, IOException {
        Layer outer = aside;
        table.startRow();
        try {
            element.each(child -> rowPart(child, table));
        } finally {
            boolean gone = aside != outer;
            aside = outer;
            if (gone) {
                table.dropRowIfEmpty();
            }
        }
    }

    private void rowPart(Markup child, WordTable table) throws XMLStreamException, IOException {
        switch (child.name()) {
            case "w:tc" -> cell(child, table);
            case "w:trPr" -> child.each(property -> rowProperty(property, table));
            case "w:tblPrEx" -> {}
            default -> child.each(inner -> rowPart(inner, table));
        }
    }

    private void rowProperty(Markup property, WordTable table) {
        switch (property.name()) {
            case "w:gridBefore" -> table.skipColumns(property.number("w:val", 0));
            case "w:ins" -> change(property, Fact.TrackedChange.Action.INSERTION, coming());
            case "w:del" -> {
                change(property, Fact.TrackedChange.Action.DELETION, coming());
                aside = Layer.DELETED;
            }
            case "w:hidden" -> {
                if (property.flag("w:val", true) && aside == null) {
                    shared.draft().fact(new Fact.Hidden(Fact.Hidden.Kind.ROW, "", coming()));
                    aside = Layer.HIDDEN;
                }
            }
            case "w:trPrChange" -> change(property, Fact.TrackedChange.Action.FORMATTING, coming());
            default -> {}
        }
    }

    private void cell(Markup element, WordTable table) throws XMLStreamException, IOException {
        WordTable.Cell cell = table.startCell(coming());
        Sink sink = new WordCell(table, cell);
        try {
            element.each(child -> {
                if (child.name().equals("w:tcPr")) {
                    child.each(property -> cellProperty(property, cell));
                } else {
                    block(child, sink);
                }
            });
        } finally {
            table.endCell(cell);
        }
    }

    private void cellProperty(Markup property, WordTable.Cell cell) {
        cell.property(property);
        switch (property.name()) {
            case "w:cellIns" -> change(property, Fact.TrackedChange.Action.INSERTION, coming());
            case "w:cellDel" -> change(property, Fact.TrackedChange.Action.DELETION, coming());
            case "w:cellMerge", "w:tcPrChange" -> change(property, Fact.TrackedChange.Action.FORMATTING, coming());
            default -> {}
        }
    }

    private void skippedPart(Markup element) {
        String part = references.part(element.attribute("r:id"), coming()).orElse("outside the file");
        shared.draft().gap(Gap.Reason.SKIPPED_PART, coming(), "The inserted document " + part + " was not read.");
    }
}
