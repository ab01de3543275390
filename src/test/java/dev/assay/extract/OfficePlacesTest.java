package dev.assay.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.document.Block;
import dev.assay.document.Document;
import dev.assay.document.Layer;
import dev.assay.document.Place;
import dev.assay.extract.draft.ContainerLimits;
import dev.assay.extract.slides.PresentationReader;
import dev.assay.extract.word.WordReader;
import dev.assay.extract.workbook.WorkbookReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.poi.sl.usermodel.Placeholder;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFShape;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xslf.usermodel.XSLFTable;
import org.apache.poi.xslf.usermodel.XSLFTextShape;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Opens each original with another reader, at the place alone, and finds the quote there.
final class OfficePlacesTest {
    @TempDir
    Path folder;

    @Test
    void wordPlaces_leadToTheQuote() throws IOException {
        Path file = folder.resolve("places.docx");
        try (XWPFDocument made = new XWPFDocument();
                OutputStream out = Files.newOutputStream(file)) {
            made.createParagraph().createRun().setText("Opening words");
            made.createParagraph();
            XWPFTable table = made.createTable(2, 2);
            table.getRow(0).getCell(0).setText("North");
            table.getRow(1).getCell(1).setText("41 %");
            made.createParagraph().createRun().setText("Closing words");
            made.createHeader(HeaderFooterType.DEFAULT)
                    .createParagraph()
                    .createRun()
                    .setText("Page head");
            made.createFooter(HeaderFooterType.DEFAULT)
                    .createParagraph()
                    .createRun()
                    .setText("Page foot");
            made.createFootnote().createParagraph().createRun().setText("A footnote");
            made.createComments()
                    .createComment(BigInteger.ONE)
                    .createParagraph()
                    .createRun()
                    .setText("A comment");
            made.write(out);
        }
        Document document = BlockLines.read(new WordReader(), file);
        try (InputStream in = Files.newInputStream(file);
                XWPFDocument opened = new XWPFDocument(in)) {
            Map<Layer, List<String>> paragraphs = new EnumMap<>(Layer.class);
            paragraphs.put(Layer.BODY, paragraphs(opened.getBodyElements()));
            paragraphs.put(
                    Layer.HEADER, paragraphs(opened.getHeaderList().getFirst().getBodyElements()));
            paragraphs.put(
                    Layer.FOOTER, paragraphs(opened.getFooterList().getFirst().getBodyElements()));
            paragraphs.put(
                    Layer.FOOTNOTE, paragraphs(opened.getFootnotes().getLast().getBodyElements()));
            paragraphs.put(
                    Layer.COMMENT,
                    opened.getDocComments().getComments().getFirst().getParagraphs().stream()
                            .map(XWPFParagraph::getText)
                            .toList());
            List<Quote> quotes = quotes(document);
            for (Quote quote : quotes) {
                int number = ((Place.Paragraph) quote.place).number();
                assertTrue(paragraphs.get(quote.layer).get(number - 1).contains(quote.text), quote.toString());
            }
            assertEquals(8, quotes.size());
        }
    }

    @Test
    void workbookPlaces_leadToTheQuote() throws IOException {
        Path file = folder.resolve("places.xlsx");
        try (XSSFWorkbook made = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            XSSFSheet sheet = made.createSheet("Tables & more");
            sheet.createRow(6).createCell(1).setCellValue("Revenue");
            Cell amount = sheet.getRow(6).createCell(4);
            amount.setCellValue(1234.5);
            amount.setCellStyle(made.createCellStyle());
            amount.getCellStyle().setDataFormat(made.createDataFormat().getFormat("#,##0.00"));
            Cell sum = sheet.createRow(9).createCell(30);
            sum.setCellFormula("E7*2");
            made.getCreationHelper().createFormulaEvaluator().evaluateFormulaCell(sum);
            sheet.addMergedRegion(new CellRangeAddress(6, 7, 1, 2));
            Comment comment = sheet.createDrawingPatriarch()
                    .createCellComment(made.getCreationHelper().createClientAnchor());
            comment.setString(made.getCreationHelper().createRichTextString("Check this"));
            amount.setCellComment(comment);
            made.createSheet("Hidden").createRow(0).createCell(0).setCellValue("below");
            made.setSheetHidden(1, true);
            made.write(out);
        }
        Document document = BlockLines.read(new WorkbookReader(ContainerLimits.standard()), file);
        try (InputStream in = Files.newInputStream(file);
                XSSFWorkbook opened = new XSSFWorkbook(in)) {
            DataFormatter formatter = new DataFormatter();
            var evaluator = opened.getCreationHelper().createFormulaEvaluator();
            List<Quote> quotes = quotes(document);
            for (Quote quote : quotes) {
                Place.Cell place = (Place.Cell) quote.place;
                CellReference at = new CellReference(place.cell());
                Cell cell = opened.getSheet(place.sheet()).getRow(at.getRow()).getCell(at.getCol());
                String found = quote.layer == Layer.COMMENT
                        ? cell.getCellComment().getString().getString()
                        : formatter.formatCellValue(cell, evaluator);
                assertEquals(found, quote.text, quote.toString());
            }
            assertEquals(
                    new TreeSet<>(List.of("Revenue", "1,234.50", "2469", "Check this", "below")),
                    new TreeSet<>(quotes.stream().map(Quote::text).toList()));
            assertEquals(
                    2,
                    document.tables()
                            .findFirst()
                            .orElseThrow()
                            .cell(6, 1)
                            .orElseThrow()
                            .rowSpan());
        }
    }

    @Test
    void presentationPlaces_leadToTheQuote() throws IOException {
        Path file = folder.resolve("places.pptx");
        try (XMLSlideShow made = new XMLSlideShow();
                OutputStream out = Files.newOutputStream(file)) {
            box(made.createSlide(), "First words");
            XSLFSlide second = made.createSlide();
            box(second, "Second words");
            XSLFTable table = second.createTable(1, 2);
            table.setAnchor(new java.awt.Rectangle(20, 200, 300, 40));
            table.getCell(0, 0).setText("North");
            table.getCell(0, 1).setText("41 %");
            for (XSLFTextShape shape : made.getNotesSlide(second).getPlaceholders()) {
                if (shape.getTextType() == Placeholder.BODY) {
                    shape.setText("Speak slowly");
                }
            }
            second.setHidden(true);
            made.write(out);
        }
        Document document = BlockLines.read(new PresentationReader(), file);
        try (InputStream in = Files.newInputStream(file);
                XMLSlideShow opened = new XMLSlideShow(in)) {
            List<Quote> quotes = quotes(document);
            for (Quote quote : quotes) {
                Place.Slide place = (Place.Slide) quote.place;
                XSLFSlide slide = opened.getSlides().get(place.slide() - 1);
                List<XSLFShape> shapes =
                        quote.layer == Layer.SPEAKER_NOTE ? slide.getNotes().getShapes() : slide.getShapes();
                String found = shapes.stream()
                        .filter(shape -> shape.getShapeName().equals(place.shape()))
                        .map(OfficePlacesTest::text)
                        .findFirst()
                        .orElseThrow();
                assertTrue(found.contains(quote.text), quote.toString());
            }
            assertEquals(
                    List.of(
                            "BODY First words",
                            "HIDDEN Second words",
                            "HIDDEN North",
                            "HIDDEN 41 %",
                            "SPEAKER_NOTE Speak slowly"),
                    quotes.stream().map(quote -> quote.layer + " " + quote.text).toList());
        }
    }

    private static void box(XSLFSlide slide, String text) {
        var box = slide.createTextBox();
        box.setAnchor(new java.awt.Rectangle(20, 20, 300, 60));
        box.setText(text);
    }

    private static String text(XSLFShape shape) {
        return switch (shape) {
            case XSLFTextShape box -> box.getText();
            case XSLFTable table ->
                table.getCell(0, 0).getText() + table.getCell(0, 1).getText();
            default -> "";
        };
    }

    private static List<String> paragraphs(List<IBodyElement> elements) {
        List<String> texts = new ArrayList<>();
        for (IBodyElement element : elements) {
            if (element instanceof XWPFParagraph paragraph) {
                texts.add(paragraph.getText());
            } else if (element instanceof XWPFTable table) {
                table.getRows()
                        .forEach(row ->
                                row.getTableCells().forEach(cell -> texts.addAll(paragraphs(cell.getBodyElements()))));
            }
        }
        return texts;
    }

    private static List<Quote> quotes(Document document) {
        List<Quote> quotes = new ArrayList<>();
        for (Block block : document.blocks()) {
            if (block instanceof Block.Table table) {
                table.rows()
                        .forEach(row -> row.cells().stream()
                                .filter(cell -> cell.span().length() > 0)
                                .forEach(cell -> quotes.add(new Quote(
                                        block.layer(),
                                        document.placeAt(cell.span().start()),
                                        document.text(cell.span())))));
            } else {
                quotes.add(new Quote(block.layer(), block.place(), document.text(block)));
            }
        }
        return quotes;
    }

    private record Quote(Layer layer, Place place, String text) {}
}
