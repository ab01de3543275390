package dev.assay.extract.render;

import dev.assay.document.Block;
import dev.assay.document.Document;
import dev.assay.document.Layer;
import dev.assay.document.Place;
import dev.assay.document.Span;
import java.util.Optional;

/// Writes blocks of a document: headings, entries with their mark, tables as tables, what is not body text under
/// its layer's name, deleted text struck through and inserted text underlined.
final class BlockHtml {
    private static final int MOST_TEXT = 1_500;
    private static final int MOST_BESIDE = 400;
    private static final String BULLET = "\u2022";

    private final FrameWriter writer;
    private final Document document;
    private final MarkedText text;

    BlockHtml(FrameWriter writer, Document document, MarkedText text) {
        this.writer = writer;
        this.document = document;
        this.text = text;
    }

    /// Writes a block that stands beside what is wanted: of a long text its beginning and what is marked, of a
    /// table its first rows.
    void beside(Block block) {
        write(block, MOST_BESIDE);
    }

    /// Writes a block; of a table its first rows.
    void write(Block block) {
        write(block, MOST_TEXT);
    }

    /// Writes a block that is seen as a whole; of a very large table what is marked.
    void whole(Block block) {
        if (!(block instanceof Block.Table table)) {
            write(block);
            return;
        }
        TableWindow most = TableWindow.around(table, table.span());
        Optional<Span> hidden = text.first(table.span()).filter(mark -> !most.sees(table, mark));
        table(table, hidden.map(mark -> TableWindow.around(table, mark)).orElse(most));
    }

    private void write(Block block, int most) {
        switch (block) {
            case Block.Heading heading -> text(heading, "heading level-" + heading.level(), most);
            case Block.Paragraph paragraph -> text(paragraph, "paragraph", most);
            case Block.ListItem item -> text(item, "item level-" + Math.min(9, item.level()), most);
            case Block.Table table -> table(table, TableWindow.beginning(table));
        }
    }

    /// Writes what a window sees of a table.
    void table(Block.Table table, TableWindow window) {
        Optional<String> sheet = SheetLetters.sheet(table);
        writer.open("div", "class", style(table.layer(), "table"));
        layer(table.layer());
        if (sheet.isEmpty() && !table.name().isBlank() && !isNamedAfterItsShape(table)) {
            writer.element("p", Wording.brief(table.name()), "class", "name", "dir", "auto");
        }
        SheetLetters letters =
                sheet.map(name -> new SheetLetters(document, name)).orElse(null);
        new TableHtml(writer, text, table, window, letters).write();
        writer.close().line();
    }

    private static boolean isNamedAfterItsShape(Block.Table table) {
        return table.place() instanceof Place.Slide slide && slide.shape().equals(table.name());
    }

    private void text(Block block, String form, int most) {
        writer.open("p", "class", style(block.layer(), form), "dir", "auto");
        layer(block.layer());
        if (block instanceof Block.ListItem) {
            writer.element("span", BULLET, "class", "bullet").text(" ");
        }
        switch (block.layer()) {
            case DELETED -> changed("del", block, most);
            case INSERTED -> changed("ins", block, most);
            case BODY,
                    HEADER,
                    FOOTER,
                    FOOTNOTE,
                    ENDNOTE,
                    COMMENT,
                    SPEAKER_NOTE,
                    HIDDEN,
                    ALT_TEXT,
                    METADATA,
                    MASTER,
                    QUOTED -> text.write(writer, block.span(), most);
        }
        writer.close().line();
    }

    private void changed(String element, Block block, int most) {
        writer.open(element);
        text.write(writer, block.span(), most);
        writer.close();
    }

    private void layer(Layer layer) {
        if (layer != Layer.BODY) {
            writer.element("span", Wording.of(layer), "class", "layer").text(" ");
        }
    }

    private static String style(Layer layer, String form) {
        return layer == Layer.BODY ? form : form + " aside";
    }
}
