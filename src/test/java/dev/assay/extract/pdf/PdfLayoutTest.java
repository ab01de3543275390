package dev.assay.extract.pdf;

import static dev.assay.extract.pdf.Paper.PLAIN;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.document.Block;
import dev.assay.document.Document;
import dev.assay.document.Layer;
import dev.assay.extract.Reading;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Broken words, tables with their confidence, notes and running lines.
final class PdfLayoutTest {
    private static final String[] BODY = {
        "The panel was drawn from the retail register in March and weighted to the",
        "census. Every outlet was visited twice and the second visit checked the first.",
        "Prices were read from the shelf and not from the till, as in the earlier waves."
    };

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "It was com-, pared with care., It was compared with care.",
        "It was cost-, effective. A cost-effective way., It was cost-effective. A cost-effective way.",
        "A well-, being and care. It is well to be being., A well-being and care. It is well to be being.",
        "Both short-, and long-term plans., Both short- and long-term plans.",
        "All Anglo-, Saxon words., All Anglo-Saxon words.",
        "Wave COVID-, 19 was a state-of-the-, Wave COVID-19 was a state-of-the-",
        "A state-of-the-, art plan., A state-of-the-art plan.",
        "The NATIO-, NAL register., The NATIONAL register.",
        "From 2019\u2013, 2021 it rose., From 2019\u20132021 it rose.",
        "A thought -, but no more., A thought - but no more."
    })
    void wordBrokenAtALinesEnd_readsAsTheDocumentWritesIt(String first, String second, String joined)
            throws IOException {
        try (Paper paper = new Paper()) {
            paper.page().text(PLAIN, 11, 72, 100, first, second);

            assertEquals(joined, read(paper).text());
        }
    }

    @Test
    void tablesOfTheStructure_areCertain_andOthersAsSureAsTheyLook() throws IOException {
        try (Paper paper = new Paper()) {
            paper.page();
            String[][] cells = {{"Region", "Base"}, {"North", "1,204"}, {"South", "1,305"}};
            for (int row = 0; row < 3; row++) {
                for (int column = 0; column < 2; column++) {
                    marked(paper, row * 2 + column, cells[row][column], 72 + column * 30, 100 + row * 14);
                }
            }
            tag(paper);
            for (int row = 0; row <= 2; row++) {
                paper.line(72, 200 + row * 20, 372, 200 + row * 20);
            }
            paper.line(72, 200, 72, 240).line(372, 200, 372, 240).line(222, 200, 222, 240);
            paper.text(PLAIN, 10, 76, 214, "Price").text(PLAIN, 10, 226, 214, "2.40");
            paper.text(PLAIN, 10, 76, 234, "Share");
            paper.text(PLAIN, 10, 72, 320, "Region", "North", "South", "East");
            paper.text(PLAIN, 10, 200, 320, "Base", "1,204", "1,305", "998");
            Document document = read(paper);

            assertEquals(
                    List.of(
                            "1.0 Region\tBase\nNorth\t1,204\nSouth\t1,305\t",
                            "0.88 Price\t2.40\nShare\t",
                            "0.6 Region\tBase\nNorth\t1,204\nSouth\t1,305\nEast\t998"),
                    document.tables()
                            .map(table -> table.confidence() + " " + document.text(table))
                            .toList());
            Block.Cell wide =
                    document.tables().findFirst().orElseThrow().cell(0, 1).orElseThrow();
            assertEquals(2, wide.columnSpan());
        }
    }

    private static void marked(Paper paper, int number, String words, float left, float down) throws IOException {
        COSDictionary mark = new COSDictionary();
        mark.setInt(COSName.MCID, number);
        paper.content().beginMarkedContent(COSName.getPDFName("TD"), PDPropertyList.create(mark));
        paper.text(PLAIN, 10, left, down, words);
        paper.content().endMarkedContent();
    }

    /// Three rows of two cells, a wide one in the first and an empty one at the end of the last.
    private static void tag(Paper paper) {
        COSDictionary table = element("Table", null, paper);
        for (int row = 0; row < 3; row++) {
            COSDictionary line = element("TR", table, paper);
            for (int column = 0; column < 2; column++) {
                COSDictionary cell = element(row == 0 ? "TH" : "TD", line, paper);
                cell.setItem(COSName.K, COSInteger.get(row * 2 + column));
                if (row == 0 && column == 1) {
                    COSDictionary attributes = new COSDictionary();
                    attributes.setName(COSName.O, "Table");
                    attributes.setInt(COSName.getPDFName("ColSpan"), 2);
                    cell.setItem(COSName.A, attributes);
                }
            }
            if (row == 2) {
                element("TD", line, paper);
            }
        }
        COSDictionary root = new COSDictionary();
        root.setItem(COSName.K, table);
        paper.document.getDocumentCatalog().getCOSObject().setItem(COSName.STRUCT_TREE_ROOT, root);
    }

    private static COSDictionary element(String type, COSDictionary parent, Paper paper) {
        COSDictionary element = new COSDictionary();
        element.setName(COSName.S, type);
        element.setItem(COSName.PG, paper.lastPage().getCOSObject());
        if (parent != null) {
            COSArray kids = parent.getCOSArray(COSName.K) == null ? new COSArray() : parent.getCOSArray(COSName.K);
            kids.add(element);
            parent.setItem(COSName.K, kids);
        }
        return element;
    }

    @Test
    void smallTypeWithAMarkAtThePagesFoot_isANote() throws IOException {
        try (Paper paper = new Paper()) {
            paper.page().text(PLAIN, 11, 72, 100, BODY);
            paper.line(72, 700, 200, 700);
            paper.text(
                    PLAIN,
                    8,
                    72,
                    720,
                    "1 Without kiosks, which were counted in the autumn of the year before, and",
                    "not again.");
            paper.text(PLAIN, 8, 72, 745, "2 See the annex.");
            Document document = read(paper);

            assertEquals(
                    List.of(
                            "Paragraph 1 Without kiosks, which were counted in the autumn of the year before, and not"
                                    + " again.",
                            "Paragraph 2 See the annex."),
                    Reading.blocks(document, Layer.FOOTNOTE));
            assertEquals(1, Reading.blocks(document, Layer.BODY).size());
        }
    }

    @Test
    void runningLinesOfLeftAndRightPages_areTakenApart() throws IOException {
        try (Paper paper = new Paper()) {
            for (int page = 1; page <= 4; page++) {
                paper.page().text(PLAIN, 11, 72, 140, BODY);
                paper.text(PLAIN, 9, page % 2 == 0 ? 72 : 400, 40, page % 2 == 0 ? "Harrowgate tracker" : "Wave 7");
            }
            assertEquals(
                    List.of(
                            "Paragraph Wave 7",
                            "Paragraph Harrowgate tracker",
                            "Paragraph Wave 7",
                            "Paragraph Harrowgate tracker"),
                    Reading.blocks(read(paper), Layer.HEADER));
        }
    }

    private Document read(Paper paper) throws IOException {
        return Reading.document(folder, paper.bytes(), "test.pdf");
    }
}
