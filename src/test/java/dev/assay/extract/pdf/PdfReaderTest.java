package dev.assay.extract.pdf;

import static dev.assay.extract.pdf.Paper.BOLD;
import static dev.assay.extract.pdf.Paper.PLAIN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.document.Block;
import dev.assay.document.Document;
import dev.assay.document.Layer;
import dev.assay.document.Place;
import dev.assay.extract.Reading;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.StandardStructureTypes;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PdfReaderTest {
    private static final String[] LEFT = {
        "The panel was drawn from the retail",
        "register in March and weighted to the",
        "census. Every outlet was visited twice",
        "and the second visit checked the first.",
        "Prices were read from the shelf and not",
        "from the till, as in the earlier waves."
    };
    private static final String[] RIGHT = {
        "Volumes rose in all regions but one.",
        "The fall in the north follows a closed",
        "depot and is not expected to last. The",
        "south grew fastest, helped by the warm",
        "spring and two new chains. The share of",
        "own labels did not change in the period."
    };

    @TempDir
    Path folder;

    @Test
    void linesOfAParagraph_areJoined_andAWordBrokenBetweenThemIsOne() throws IOException {
        try (Paper paper = new Paper()) {
            paper.page()
                    .text(
                            PLAIN,
                            11,
                            72,
                            100,
                            "The survey covered all outlets of the region in two waves, and the results were com-",
                            "pared with the register of the year before, which had been corrected in the spring of",
                            "that year.")
                    .text(PLAIN, 11, 72, 180, "A second paragraph stands lower.");

            assertEquals(
                    List.of(
                            "Paragraph The survey covered all outlets of the region in two waves, and the results were"
                                    + " compared with the register of the year before, which had been corrected in"
                                    + " the spring of that year.",
                            "Paragraph A second paragraph stands lower."),
                    body(paper));
        }
    }

    @Test
    void twoColumns_areReadOneAfterTheOther_withinTheirPage() throws IOException {
        try (Paper paper = new Paper()) {
            paper.page()
                    .text(BOLD, 20, 72, 90, "A title across both columns of the page")
                    .text(PLAIN, 11, 72, 140, LEFT)
                    .text(PLAIN, 11, 310, 140, RIGHT);

            assertEquals(
                    List.of(
                            "Heading1 A title across both columns of the page",
                            "Paragraph " + String.join(" ", LEFT),
                            "Paragraph " + String.join(" ", RIGHT)),
                    body(paper));
        }
    }

    @Test
    void headings_areToldBySizeWeightAndNumbering_withAtMostFourLevels() throws IOException {
        try (Paper paper = new Paper()) {
            paper.page().text(BOLD, 26, 72, 300, "Annual review").page();
            paper.text(BOLD, 18, 72, 90, "1 Method").text(PLAIN, 11, 72, 120, LEFT);
            paper.text(BOLD, 14, 72, 220, "1.1 Sample").text(PLAIN, 11, 72, 250, RIGHT);
            paper.text(BOLD, 11, 72, 350, "1.1.1 Weights").text(PLAIN, 11, 72, 370, LEFT);
            paper.text(BOLD, 11, 72, 470, "This sentence is bold but is no heading at all.");
            paper.text(PLAIN, 11, 72, 500, "2.5 per cent of outlets were closed.");

            assertEquals(
                    List.of(
                            "Heading1 Annual review",
                            "Heading1 1 Method",
                            "Heading2 1.1 Sample",
                            "Heading3 1.1.1 Weights"),
                    body(paper).stream()
                            .filter(block -> block.startsWith("Heading"))
                            .toList());
        }
    }

    @Test
    void boldCaption_isNoHeading_andAStyleOfTheFirstPageAloneHasItsLevel() throws IOException {
        try (Paper paper = new Paper()) {
            paper.page().text(BOLD, 18, 72, 90, "Estimates").text(BOLD, 11, 72, 120, "Exhibit 2. Changes in estimates");
            paper.text(PLAIN, 11, 72, 140, LEFT)
                    .text(BOLD, 11, 72, 250, "In short")
                    .text(PLAIN, 11, 72, 270, RIGHT);
            paper.page().text(BOLD, 18, 72, 90, "Risks").text(PLAIN, 11, 72, 120, LEFT);

            assertEquals(
                    List.of("Heading1 Estimates", "Heading2 In short", "Heading1 Risks"),
                    body(paper).stream()
                            .filter(block -> block.startsWith("Heading"))
                            .toList());
        }
    }

    @Test
    void taggedHeadings_winOverTypeSize() throws IOException {
        try (Paper paper = new Paper()) {
            paper.page();
            COSDictionary mark = new COSDictionary();
            mark.setInt(COSName.MCID, 0);
            PDPropertyList properties = PDPropertyList.create(mark);
            paper.content().beginMarkedContent(COSName.getPDFName("H2"), properties);
            paper.text(PLAIN, 11, 72, 100, "Small but a heading");
            paper.content().endMarkedContent();
            paper.text(BOLD, 24, 72, 140, "Large but not a heading").text(PLAIN, 11, 72, 180, LEFT);
            PDStructureTreeRoot root = new PDStructureTreeRoot();
            PDStructureElement element = new PDStructureElement(StandardStructureTypes.H2, root);
            element.setPage(paper.lastPage());
            element.getCOSObject().setInt(COSName.K, 0);
            root.appendKid(element);
            paper.document.getDocumentCatalog().setStructureTreeRoot(root);

            assertEquals(
                    List.of("Heading2 Small but a heading", "Paragraph Large but not a heading"),
                    body(paper).subList(0, 2));
        }
    }

    @Test
    void repeatedLines_areHeadersAndFooters_withPageNumbersMasked() throws IOException {
        try (Paper paper = new Paper()) {
            for (int page = 1; page <= 4; page++) {
                paper.page()
                        .text(PLAIN, 9, 72, 40, "Harrowgate tracker, wave 7")
                        .text(PLAIN, 11, 72, 140, LEFT)
                        .text(PLAIN, 9, 290, 810, "Page " + page);
            }
            Document document = read(paper);

            assertEquals(4, Reading.blocks(document, Layer.HEADER).size());
            assertEquals(
                    List.of("Paragraph Page 1", "Paragraph Page 2", "Paragraph Page 3", "Paragraph Page 4"),
                    Reading.blocks(document, Layer.FOOTER));
            assertEquals(4, Reading.blocks(document, Layer.BODY).size());
        }
    }

    @Test
    void singlePage_hasNoRunningLines() throws IOException {
        try (Paper paper = new Paper()) {
            paper.page().text(PLAIN, 11, 72, 40, "Near the upper edge").text(PLAIN, 11, 72, 140, LEFT);

            assertEquals(List.of(), Reading.blocks(read(paper), Layer.HEADER));
        }
    }

    @Test
    void lists_keepNumbersLoseBulletsAndHaveLevels() throws IOException {
        try (Paper paper = new Paper()) {
            paper.page()
                    .text(PLAIN, 11, 72, 100, LEFT)
                    .text(PLAIN, 11, 90, 200, "\u2022 Outlets with more than three tills in the open", "  street")
                    .text(PLAIN, 11, 110, 228, "\u2022 of which chains")
                    .text(PLAIN, 11, 90, 242, "\u2022 Kiosks")
                    .text(PLAIN, 11, 72, 300, "1. First the sample", "2. Then the weights");

            assertEquals(
                    List.of(
                            "ListItem1 Outlets with more than three tills in the open street",
                            "ListItem2 of which chains",
                            "ListItem1 Kiosks",
                            "ListItem1 1. First the sample",
                            "ListItem1 2. Then the weights"),
                    body(paper).stream()
                            .filter(block -> block.startsWith("List"))
                            .toList());
        }
    }

    @Test
    void ruledTable_hasItsCellsAndSpans() throws IOException {
        try (Paper paper = new Paper()) {
            paper.page().text(PLAIN, 11, 72, 80, "Table 1. Sales by region");
            for (int row = 0; row <= 3; row++) {
                paper.line(72, 100 + row * 20, 372, 100 + row * 20);
            }
            paper.line(72, 100, 72, 160).line(372, 100, 372, 160);
            paper.line(172, 120, 172, 160).line(272, 120, 272, 160);
            paper.text(BOLD, 10, 76, 114, "Sales in 2025");
            paper.text(PLAIN, 10, 76, 134, "North")
                    .text(PLAIN, 10, 176, 134, "1,204")
                    .text(PLAIN, 10, 276, 134, "48 %");
            paper.text(PLAIN, 10, 76, 154, "South")
                    .text(PLAIN, 10, 176, 154, "1,305")
                    .text(PLAIN, 10, 276, 154, "52 %");
            Document document = read(paper);
            Block.Table table = document.tables().findFirst().orElseThrow();

            assertEquals("Sales in 2025\nNorth\t1,204\t48 %\nSouth\t1,305\t52 %", document.text(table));
            assertEquals(3, table.cell(0, 0).orElseThrow().columnSpan());
            assertEquals("1,305", document.text(table.cell(2, 1).orElseThrow().span()));
            assertEquals(new Place.Page(1), table.cell(2, 1).orElseThrow().place());
        }
    }

    @Test
    void alignedFigures_areATable_andLabelsBesideTextAreNot() throws IOException {
        try (Paper paper = new Paper()) {
            paper.page().text(PLAIN, 11, 72, 100, LEFT);
            paper.text(PLAIN, 10, 72, 220, "Region", "North", "South", "East");
            paper.text(PLAIN, 10, 200, 220, "Base", "1,204", "1,305", "998");
            paper.text(PLAIN, 10, 300, 220, "Share", "34 %", "37 %", "29 %");
            paper.text(PLAIN, 11, 72, 320, "Client", "Vendor").text(PLAIN, 11, 200, 320, "Harrowgate", "Pellworm");
            Document document = read(paper);

            assertEquals(
                    List.of("Table Region\tBase\tShare\nNorth\t1,204\t34 %\nSouth\t1,305\t37 %\nEast\t998\t29 %"),
                    Reading.blocks(document, Layer.BODY).stream()
                            .filter(block -> block.startsWith("Table"))
                            .toList());
            assertTrue(document.text().contains("Client Harrowgate"), document.text());
        }
    }

    @Test
    void chartGrid_isNoTable() throws IOException {
        try (Paper paper = new Paper()) {
            paper.page();
            for (int i = 0; i <= 5; i++) {
                paper.line(100, 200 + i * 30, 400, 200 + i * 30).line(100 + i * 60, 200, 100 + i * 60, 350);
            }
            paper.text(PLAIN, 9, 110, 215, "100").text(PLAIN, 9, 350, 340, "2025");

            assertEquals(0, read(paper).tables().count());
        }
    }

    @Test
    void everyLayer_isFoundOnThePageItsPlaceSays_byAnotherReader() throws IOException {
        try (Paper paper = new Paper()) {
            for (int page = 1; page <= 3; page++) {
                paper.page()
                        .text(PLAIN, 9, 72, 40, "Confidential draft")
                        .text(BOLD, 16, 72, 100, "Section of page " + "abc".charAt(page - 1))
                        .text(PLAIN, 11, 72, 140, "Finding " + page + " of this page stands alone.")
                        .text(PLAIN, 9, 290, 810, "Page " + page + " of 3");
                PDAnnotationText note = new PDAnnotationText();
                note.setContents("Reviewer's remark " + page);
                paper.lastPage().getAnnotations().add(note);
            }
            byte[] bytes = paper.bytes();
            Document document = Reading.document(folder, bytes, "layers.pdf");
            Set<Layer> seen = EnumSet.noneOf(Layer.class);
            try (PDDocument original = Loader.loadPDF(bytes)) {
                for (Block block : document.blocks()) {
                    int page = ((Place.Page) block.place()).page();
                    seen.add(block.layer());
                    assertTrue(
                            pageText(original, page, block.layer()).contains(document.text(block)),
                            () -> document.text(block) + " is not on page " + page);
                }
            }
            assertEquals(EnumSet.of(Layer.BODY, Layer.HEADER, Layer.FOOTER, Layer.COMMENT), seen);
        }
    }

    private static String pageText(PDDocument document, int page, Layer layer) throws IOException {
        if (layer == Layer.COMMENT) {
            return document.getPage(page - 1).getAnnotations().getFirst().getContents();
        }
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return stripper.getText(document);
    }

    @Test
    void landscapePageTurnedByItsText_isReadUpright() throws IOException {
        try (Paper paper = new Paper()) {
            paper.page();
            paper.content().transform(org.apache.pdfbox.util.Matrix.getRotateInstance(Math.PI / 2, 595, 0));
            paper.content().beginText();
            paper.content().setFont(PLAIN, 11);
            paper.content().newLineAtOffset(100, 400);
            paper.content().showText("Sideways on paper");
            paper.content().endText();
            paper.lastPage().setRotation(270);

            assertEquals(List.of("Paragraph Sideways on paper"), body(paper));
        }
    }

    @Test
    void sameBytes_giveAnEqualDocument() throws IOException {
        try (Paper paper = new Paper()) {
            paper.page().text(BOLD, 18, 72, 90, "Method").text(PLAIN, 11, 72, 120, LEFT);
            byte[] bytes = paper.bytes();

            assertEquals(Reading.document(folder, bytes, "a.pdf"), Reading.document(folder, bytes, "a.pdf"));
        }
    }

    private Document read(Paper paper) throws IOException {
        return Reading.document(folder, paper.bytes(), "test.pdf");
    }

    private List<String> body(Paper paper) throws IOException {
        return Reading.blocks(read(paper), Layer.BODY);
    }
}
