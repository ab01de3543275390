package dev.assay.extract.word;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.document.Block;
import dev.assay.document.Document;
import dev.assay.document.Layer;
import dev.assay.document.Place;
import dev.assay.document.Span;
import dev.assay.extract.BlockLines;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.xmlbeans.XmlObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/// Opens the original with another reader, at the place alone, and finds the quote there: for every layer.
final class WordPlacesTest {
    /// What stands at a paragraph of the body, beside what it shows.
    private static final Set<Layer> AT_THE_BODY = EnumSet.of(Layer.BODY, Layer.DELETED, Layer.HIDDEN, Layer.ALT_TEXT);

    @TempDir
    Path folder;

    @Test
    void places_leadToTheQuoteInEveryLayer() throws IOException {
        Path file = WordSpecimen.whole().write(folder.resolve("specimen.docx"));
        Document document = BlockLines.read(new WordReader(), file);
        Set<Layer> found = new TreeSet<>();
        try (InputStream in = Files.newInputStream(file);
                XWPFDocument opened = new XWPFDocument(in)) {
            for (Block block : document.blocks()) {
                for (Span quote : quotes(block)) {
                    int number = ((Place.Paragraph) document.placeAt(quote.start())).number();
                    String there = content(paragraphs(opened, block.layer()).get(number - 1), block.layer());
                    String sought = document.text(quote);
                    assertTrue(
                            there.contains(sought) || there.contains(withoutNumber(sought)),
                            () -> sought + " at " + number + ", where there is: " + there);
                    found.add(block.layer());
                }
            }
        }
        assertEquals(
                EnumSet.of(
                        Layer.BODY,
                        Layer.HEADER,
                        Layer.FOOTER,
                        Layer.FOOTNOTE,
                        Layer.ENDNOTE,
                        Layer.COMMENT,
                        Layer.HIDDEN,
                        Layer.DELETED,
                        Layer.ALT_TEXT),
                found);
    }

    private static List<Span> quotes(Block block) {
        return block instanceof Block.Table table
                ? table.rows().stream()
                        .flatMap(row -> row.cells().stream())
                        .map(Block.Cell::span)
                        .filter(span -> span.length() > 0)
                        .toList()
                : List.of(block.span());
    }

    /// The number of a list, heading or note is not stored with its text.
    private static String withoutNumber(String quote) {
        return quote.substring(quote.indexOf(' ') + 1);
    }

    private static List<XmlObject> paragraphs(XWPFDocument opened, Layer layer) {
        if (AT_THE_BODY.contains(layer)) {
            return paragraphs(opened.getBodyElements());
        }
        return switch (layer) {
            case HEADER -> paragraphs(opened.getHeaderList().getFirst().getBodyElements());
            case FOOTER -> paragraphs(opened.getFooterList().getFirst().getBodyElements());
            case FOOTNOTE ->
                opened.getFootnotes().stream()
                        .filter(note -> note.getCTFtnEdn().getType() == null)
                        .flatMap(note -> paragraphs(note.getBodyElements()).stream())
                        .toList();
            case ENDNOTE ->
                opened.getEndnotes().stream()
                        .flatMap(note -> paragraphs(note.getBodyElements()).stream())
                        .toList();
            case COMMENT ->
                opened.getDocComments().getComments().stream()
                        .flatMap(comment -> comment.getParagraphs().stream())
                        .<XmlObject>map(XWPFParagraph::getCTP)
                        .toList();
            default -> throw new IllegalArgumentException("No paragraphs of " + layer);
        };
    }

    private static List<XmlObject> paragraphs(List<IBodyElement> elements) {
        List<XmlObject> found = new ArrayList<>();
        for (IBodyElement element : elements) {
            if (element instanceof XWPFParagraph paragraph) {
                found.add(paragraph.getCTP());
            } else if (element instanceof XWPFTable table) {
                table.getRows()
                        .forEach(row ->
                                row.getTableCells().forEach(cell -> found.addAll(paragraphs(cell.getBodyElements()))));
            }
        }
        return found;
    }

    /// What of a layer stands in a paragraph, read from its markup.
    private static String content(XmlObject paragraph, Layer layer) {
        StringBuilder content = new StringBuilder();
        collect((Element) paragraph.getDomNode(), layer, content);
        return content.toString();
    }

    private static void collect(Element element, Layer layer, StringBuilder content) {
        switch (element.getLocalName()) {
            case "t" -> content.append(layer == Layer.DELETED ? "" : text(element));
            case "delText" -> content.append(layer == Layer.DELETED ? text(element) : "");
            case "tab" -> content.append('\t');
            case "docPr" -> content.append(layer == Layer.ALT_TEXT ? element.getAttribute("descr") : "");
            default -> {
                boolean hidden = element.getElementsByTagNameNS("*", "vanish").getLength() > 0;
                if (element.getLocalName().equals("r") && hidden && layer != Layer.HIDDEN) {
                    return;
                }
                for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
                    if (child instanceof Element inner) {
                        collect(inner, layer, content);
                    }
                }
            }
        }
    }

    private static String text(Element element) {
        StringBuilder text = new StringBuilder();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            text.append(child.getNodeValue());
        }
        return text.toString();
    }
}
