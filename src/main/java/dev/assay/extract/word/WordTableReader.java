package dev.assay.extract.word;

import dev.assay.document.Fact;
import dev.assay.document.Layer;
import dev.assay.extract.draft.Piece;
import dev.assay.extract.office.Colour;
import dev.assay.extract.xml.Markup;
import java.io.IOException;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/// Reads a table: its rows, cells and what they contain.
final class WordTableReader {
    private final WordStory story;
    private final WordTable table;
    private @Nullable Colour ground;

    WordTableReader(WordStory story, WordTable table) {
        this.story = story;
        this.table = table;
        this.ground = story.ground();
    }

    void read(Markup element) throws XMLStreamException, IOException {
        element.each(this::part);
    }

    private void part(Markup child) throws XMLStreamException, IOException {
        switch (child.name()) {
            case "w:tr" -> row(child);
            case "w:tblPr" -> child.each(this::property);
            case "w:tblGrid" -> {}
            case "w:sdt" -> story.control(child, inner -> inner.each(this::part));
            default -> range(child, this::part);
        }
    }

    /// A bookmark or comment that begins or ends between rows or cells, or a wrapper around them.
    private void range(Markup child, Markup.Visit inside) throws XMLStreamException, IOException {
        switch (child.name()) {
            case "w:bookmarkStart" -> story.shared().links().start(child, story.starting(), story.coming());
            case "w:bookmarkEnd" -> story.shared().links().end(child, story.ended());
            case "w:commentRangeStart" -> story.shared().comments().start(child, story.starting(), story.coming());
            case "w:commentRangeEnd" -> story.shared().comments().end(child, story.ended());
            default -> child.each(inside);
        }
    }

    private void property(Markup property) {
        switch (property.name()) {
            case "w:tblStyle" -> {
                String style = property.attribute("w:val", "");
                story.shared().usesStyle(style);
                ground = story.shared().styles().shadesCells(style) ? Colour.AUTOMATIC : ground;
            }
            case "w:shd" -> {
                Colour own = Colour.ofShading(property);
                ground = own == null ? ground : own;
            }
            case "w:tblCaption" -> table.caption(property.attribute("w:val", ""));
            case "w:tblDescription" -> table.attach(Piece.text(property.attribute("w:val", ""), Layer.ALT_TEXT));
            case "w:tblPrChange" -> story.change(property, Fact.TrackedChange.Action.FORMATTING, story.coming());
            default -> {}
        }
    }

    private void row(Markup element) throws XMLStreamException, IOException {
        Layer outer = story.aside();
        table.startRow();
        try {
            element.each(this::rowPart);
        } finally {
            boolean gone = story.aside() != outer;
            story.aside(outer);
            if (gone) {
                table.dropRowIfEmpty();
            }
        }
    }

    private void rowPart(Markup child) throws XMLStreamException, IOException {
        switch (child.name()) {
            case "w:tc" -> cell(child);
            case "w:trPr" -> child.each(this::rowProperty);
            case "w:tblPrEx" -> {}
            case "w:sdt" -> story.control(child, inner -> inner.each(this::rowPart));
            default -> range(child, this::rowPart);
        }
    }

    private void rowProperty(Markup property) {
        switch (property.name()) {
            case "w:gridBefore" -> table.skipColumns(property.number("w:val", 0));
            case "w:ins" -> story.change(property, Fact.TrackedChange.Action.INSERTION, story.coming());
            case "w:del" -> {
                story.change(property, Fact.TrackedChange.Action.DELETION, story.coming());
                story.aside(Layer.DELETED);
            }
            case "w:hidden" -> {
                if (property.flag("w:val", true) && story.aside() == null) {
                    story.shared().draft().fact(new Fact.Hidden(Fact.Hidden.Kind.ROW, "", story.coming()));
                    story.aside(Layer.HIDDEN);
                }
            }
            case "w:trPrChange" -> story.change(property, Fact.TrackedChange.Action.FORMATTING, story.coming());
            default -> {}
        }
    }

    private void cell(Markup element) throws XMLStreamException, IOException {
        WordTable.Cell cell = table.startCell(story.coming());
        WordJoin join = new WordJoin(story.shared(), new WordCell(table, cell));
        story.ground(ground);
        try {
            element.each(child -> {
                if (child.name().equals("w:tcPr")) {
                    child.each(property -> cellProperty(property, cell));
                } else {
                    story.block(child, join);
                }
            });
        } finally {
            join.end();
            table.endCell(cell);
        }
    }

    private void cellProperty(Markup property, WordTable.Cell cell) {
        cell.property(property);
        switch (property.name()) {
            case "w:shd" -> {
                Colour own = Colour.ofShading(property);
                story.ground(own == null ? ground : own);
            }
            case "w:cellIns" -> story.change(property, Fact.TrackedChange.Action.INSERTION, story.coming());
            case "w:cellDel" -> story.change(property, Fact.TrackedChange.Action.DELETION, story.coming());
            case "w:cellMerge", "w:tcPrChange" ->
                story.change(property, Fact.TrackedChange.Action.FORMATTING, story.coming());
            default -> {}
        }
    }
}
