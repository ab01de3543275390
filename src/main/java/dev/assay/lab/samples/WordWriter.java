package dev.assay.lab.samples;

import dev.assay.lab.samples.Manuscript.Piece;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.util.Units;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.apache.xmlbeans.XmlException;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyles;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.NumberingDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STBorder;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblWidth;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.StylesDocument;

/// Writes a manuscript as a Word document: named styles, captioned tables and charts, running head and page
/// numbers.
final class WordWriter {
    private static final int TEXT_WIDTH = 9070;

    private final XWPFDocument document = new XWPFDocument();
    private final Manuscript manuscript;

    private WordWriter(Manuscript manuscript) {
        this.manuscript = manuscript;
    }

    static byte[] write(Manuscript manuscript) throws IOException {
        WordWriter writer = new WordWriter(manuscript);
        try (XWPFDocument document = writer.document) {
            writer.setUp();
            writer.cover();
            for (Piece piece : manuscript.pieces()) {
                writer.write(piece);
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.write(bytes);
            return StoredZip.again(bytes.toByteArray());
        } catch (XmlException | InvalidFormatException e) {
            throw new IOException("Cannot write " + manuscript.say("title") + " as a Word document", e);
        }
    }

    private void setUp() throws IOException, XmlException {
        CTStyles styles =
                StylesDocument.Factory.parse(Resources.text("styles.xml")).getStyles();
        document.createStyles().setStyles(styles);
        document.createNumbering()
                .setNumbering(NumberingDocument.Factory.parse(Resources.text("numbering.xml"))
                        .getNumbering());
        CTSectPr section = document.getDocument().getBody().addNewSectPr();
        section.addNewPgSz().setW(BigInteger.valueOf(11906));
        section.getPgSz().setH(BigInteger.valueOf(16838));
        var margins = section.addNewPgMar();
        margins.setLeft(BigInteger.valueOf(1418));
        margins.setRight(BigInteger.valueOf(1418));
        margins.setTop(BigInteger.valueOf(1418));
        margins.setBottom(BigInteger.valueOf(1304));
        margins.setHeader(BigInteger.valueOf(709));
        margins.setFooter(BigInteger.valueOf(624));
        Metadata.set(document.getProperties(), manuscript);
        runningHeads();
    }

    private void runningHeads() {
        XWPFParagraph head = document.createHeader(HeaderFooterType.DEFAULT).createParagraph();
        head.setStyle("Header");
        head.createRun().setText(manuscript.say("running"));
        XWPFParagraph foot = document.createFooter(HeaderFooterType.DEFAULT).createParagraph();
        foot.setStyle("Footer");
        foot.createRun().setText(manuscript.say("classification"));
        foot.createRun().addTab();
        foot.createRun().setText("Page ");
        foot.getCTP().addNewFldSimple().setInstr(" PAGE ");
        foot.getCTP().getFldSimpleArray(0).addNewR().addNewT().setStringValue("1");
    }

    private void cover() {
        paragraph("Title", manuscript.say("title"));
        paragraph("Subtitle", manuscript.say("subtitle"));
        paragraph("Normal", "Prepared for " + manuscript.say("client") + " by " + manuscript.say("author"));
        XWPFParagraph last = paragraph("Normal", manuscript.say("reference") + ", " + manuscript.say("date"));
        last.setSpacingAfter(600);
    }

    private XWPFParagraph paragraph(String style, String text) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setStyle(style);
        paragraph.createRun().setText(text);
        return paragraph;
    }

    private void write(Piece piece) throws IOException, InvalidFormatException {
        switch (piece) {
            case Piece.Heading(int level, String text) -> paragraph("Heading" + level, text);
            case Piece.Paragraph(String text) -> paragraph("Normal", text);
            case Piece.Bullet(String text) -> paragraph("ListBullet", text);
            case Piece.Note(String text) -> paragraph("TableNote", text);
            case Piece.Grid(String caption, List<List<String>> rows) -> {
                paragraph("Caption", caption);
                table(rows);
            }
            case Piece.Chart chart -> {
                paragraph("Caption", chart.caption());
                Charts.draw(document.createChart(Units.toEMU(440), Units.toEMU(200)), chart, manuscript);
            }
            case Piece.Mark(String word)
            when word.equals("page") -> document.createParagraph().setPageBreak(true);
            case Piece.Mark(String word) -> throw unknown(word);
            case Piece.Spoken(String text) -> throw unknown(text);
        }
    }

    private static IllegalStateException unknown(String word) {
        return new IllegalStateException("A Word document has no '" + word + "'");
    }

    private void table(List<List<String>> rows) {
        int columns = rows.getFirst().size();
        XWPFTable table = document.createTable(rows.size(), columns);
        table.setWidth(TEXT_WIDTH);
        table.getCTTbl().getTblPr().addNewTblLayout().setType(STTblLayoutType.FIXED);
        borders(table);
        int first = columns > 4 ? TEXT_WIDTH * 30 / 100 : TEXT_WIDTH * 45 / 100;
        int other = (TEXT_WIDTH - first) / (columns - 1);
        for (int row = 0; row < rows.size(); row++) {
            XWPFTableRow cells = table.getRow(row);
            cells.setRepeatHeader(row == 0);
            cells.setCantSplitRow(true);
            for (int column = 0; column < columns; column++) {
                fill(cells.getCell(column), rows.get(row).get(column), column == 0 ? first : other, row, column);
            }
        }
    }

    private static void borders(XWPFTable table) {
        table.removeBorders();
        table.setTopBorder(XWPFTable.XWPFBorderType.SINGLE, 8, 0, "1F3D4D");
        table.setBottomBorder(XWPFTable.XWPFBorderType.SINGLE, 8, 0, "1F3D4D");
        table.setInsideHBorder(XWPFTable.XWPFBorderType.SINGLE, 4, 0, "D0D8DC");
    }

    private static void fill(XWPFTableCell cell, String text, int width, int row, int column) {
        var properties = Optional.ofNullable(cell.getCTTc().getTcPr())
                .orElseGet(() -> cell.getCTTc().addNewTcPr());
        var size = properties.addNewTcW();
        size.setType(STTblWidth.DXA);
        size.setW(BigInteger.valueOf(width));
        XWPFParagraph paragraph = cell.getParagraphs().getFirst();
        paragraph.setStyle("TableText");
        paragraph.setAlignment(column == 0 ? ParagraphAlignment.LEFT : ParagraphAlignment.RIGHT);
        paragraph.createRun().setText(text);
        if (row == 0) {
            cell.setColor("E4ECEF");
            paragraph.getRuns().getFirst().setBold(true);
            properties.addNewTcBorders().addNewBottom().setVal(STBorder.SINGLE);
        }
    }
}
