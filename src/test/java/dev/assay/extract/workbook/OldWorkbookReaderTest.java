package dev.assay.extract.workbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.assay.document.Block;
import dev.assay.document.Document;
import dev.assay.document.Extraction;
import dev.assay.document.Fact;
import dev.assay.document.Fact.Hidden;
import dev.assay.document.Place;
import dev.assay.document.Span;
import dev.assay.extract.BlockLines;
import dev.assay.extract.draft.ContainerLimits;
import dev.assay.extract.draft.Reader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.hssf.usermodel.HSSFCell;
import org.apache.poi.hssf.usermodel.HSSFCellStyle;
import org.apache.poi.hssf.usermodel.HSSFClientAnchor;
import org.apache.poi.hssf.usermodel.HSSFHyperlink;
import org.apache.poi.hssf.usermodel.HSSFName;
import org.apache.poi.hssf.usermodel.HSSFPatriarch;
import org.apache.poi.hssf.usermodel.HSSFRichTextString;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.hssf.util.HSSFColor.HSSFColorPredefined;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OldWorkbookReaderTest {
    @TempDir
    Path folder;

    private final HSSFWorkbook made = new HSSFWorkbook();
    private final HSSFSheet sheet = made.createSheet("Data");

    @Test
    void values_areShownAsFormattedAndKeptAtFullPrecision() throws IOException {
        cell(0, 0, "#,##0.00").setCellValue(1234.5);
        cell(0, 1, "0.0%").setCellValue(0.125);
        cell(0, 2, "m/d/yy").setCellValue(46096);
        cell(0, 3, "[$-407]d. mmmm yyyy").setCellValue(46096);
        cell(0, 4, "General").setCellValue(1.0E-7);
        cell(1, 0, "General").setCellValue("words\nin two lines");
        cell(1, 1, "General").setCellValue(true);
        cell(1, 2, "General").setCellErrorValue(FormulaError.DIV0.getCode());
        HSSFCell sum = cell(1, 3, "0.00");
        sum.setCellFormula("SUM(A1:B1)");
        sum.setCellValue(1234.625);
        HSSFCell text = cell(1, 4, "General");
        text.setCellFormula("IF(A1>1,\"more\",\"less\")");
        text.setCellValue("more");
        sheet.addMergedRegion(new CellRangeAddress(1, 2, 0, 0));
        Document document = read();
        assertEquals(
                List.of(
                        "table BODY Data!A1:E2: Data",
                        "| 0,0 1,234.50 ~1234.5 | 0,1 12.5% ~0.125 | 0,2 2026-03-15 ~46096 | 0,3 15. März 2026 ~46096 |"
                                + " 0,4 0.0000001 ~0.0000001 |",
                        "| 1,0(2x1) words in two lines | 1,1 TRUE | 1,2 #DIV/0! | 1,3 1234.63 ~1234.625 =SUM(A1:B1) |"
                                + " 1,4 more =IF(A1>1,\"more\",\"less\") |"),
                BlockLines.of(document));
        assertEquals(
                List.of("#,##0.00", "0.0%", "yyyy-mm-dd", "[$-407]d. mmmm yyyy"),
                document.tables().findFirst().orElseThrow().rows().getFirst().cells().stream()
                        .map(Block.Cell::format)
                        .limit(4)
                        .toList());
    }

    @Test
    void whatIsNotShown_isTold() throws IOException {
        cell(0, 0, ";;;").setCellValue(7);
        cell(0, 1, "General").setCellValue("white");
        cell(0, 2, "General").setCellValue("red");
        cell(0, 2, "General").setCellStyle(coloured(HSSFColorPredefined.RED, HSSFColorPredefined.RED));
        cell(0, 1, "General").setCellStyle(coloured(HSSFColorPredefined.WHITE, null));
        cell(4, 3, "General").setCellValue("below");
        sheet.getRow(4).setZeroHeight(true);
        sheet.setColumnHidden(3, true);
        sheet.setColumnHidden(9, true);
        made.createSheet("Hidden").createRow(0).createCell(0).setCellValue("a");
        made.createSheet("Deep").createRow(0).createCell(0).setCellValue("b");
        made.setSheetVisibility(1, SheetVisibility.HIDDEN);
        made.setSheetVisibility(2, SheetVisibility.VERY_HIDDEN);
        Document document = read();
        assertEquals(
                List.of(
                        hidden(Hidden.Kind.INVISIBLE_TEXT, "Data", "B1:C1"),
                        hidden(Hidden.Kind.VALUE, "Data", "A1"),
                        hidden(Hidden.Kind.ROW, "Data", "5:5"),
                        hidden(Hidden.Kind.COLUMN, "Data", "D:D"),
                        new Hidden(Hidden.Kind.SHEET, "Hidden", new Place.Cell("Hidden", "A1")),
                        new Hidden(Hidden.Kind.VERY_HIDDEN_SHEET, "Deep", new Place.Cell("Deep", "A1"))),
                document.facts(Hidden.class).toList());
        assertEquals("table HIDDEN Hidden!A1: Hidden", BlockLines.of(document).get(3));
    }

    private static Hidden hidden(Hidden.Kind kind, String sheet, String range) {
        return new Hidden(kind, "", new Place.Cell(sheet, range));
    }

    @Test
    void whatLiesBesideTheCells_isTold() throws IOException {
        cell(1, 1, "General").setCellValue("Sum");
        HSSFPatriarch drawings = sheet.createDrawingPatriarch();
        var comment = drawings.createCellComment(new HSSFClientAnchor(0, 0, 0, 0, (short) 3, 3, (short) 5, 6));
        comment.setString(new HSSFRichTextString("Check this"));
        comment.setAuthor("Ann");
        sheet.getRow(1).getCell(1).setCellComment(comment);
        drawings.createTextbox(new HSSFClientAnchor(0, 0, 0, 0, (short) 2, 7, (short) 5, 9))
                .setString(new HSSFRichTextString("in a box"));
        drawings.createSimpleShape(new HSSFClientAnchor(0, 0, 0, 0, (short) 2, 17, (short) 5, 19));
        link(HyperlinkType.URL, "https://example.org/a", 4);
        link(HyperlinkType.DOCUMENT, "Data!B2", 5);
        link(HyperlinkType.DOCUMENT, "Gone!B2", 6);
        HSSFName name = made.createName();
        name.setNameName("Rate");
        name.setRefersToFormula("Data!$B$2");
        made.setPrintArea(0, 0, 2, 0, 3);
        sheet.getHeader().setCenter("Draft");
        sheet.getPrintSetup().setPaperSize((short) 9);
        sheet.protectSheet("x");
        Document document = read();
        assertEquals(
                List.of(
                        "table BODY Data!B2: Data",
                        "| 1,1 Sum |",
                        "paragraph HEADER Data!A1: Draft",
                        "paragraph COMMENT Data!B2: Check this",
                        "paragraph BODY Data!C8: in a box"),
                BlockLines.of(document));
        assertEquals(
                List.of(new Fact.Comment(
                        "Ann", "", false, new Span(10, 20), new Span(0, 3), new Place.Cell("Data", "B2"))),
                document.facts(Fact.Comment.class).toList());
        assertEquals(
                List.of(new Fact.ExternalLink(
                        Fact.ExternalLink.Kind.HYPERLINK, "https://example.org/a", new Place.Cell("Data", "A5"))),
                document.facts(Fact.ExternalLink.class).toList());
        assertEquals(
                List.of(
                        new Fact.InternalLink("Data!B2", true, new Place.Cell("Data", "A6")),
                        new Fact.InternalLink("Gone!B2", false, new Place.Cell("Data", "A7"))),
                document.facts(Fact.InternalLink.class).toList());
        assertEquals(
                List.of(
                        new Fact.DefinedName("Rate", "Data!$B$2", false),
                        new Fact.DefinedName("Data!Print_Area", "Data!$A$1:$C$4", false)),
                document.facts(Fact.DefinedName.class).toList());
        assertEquals(
                595.28,
                document.facts(Fact.PageSetup.class).findFirst().orElseThrow().width());
        assertEquals(
                List.of(new Fact.Property("sheetProtection", "Data")),
                document.facts(Fact.Property.class).toList());
        assertEquals(List.of(), document.gaps());
    }

    /// Another reader opens the original at each place alone and finds the quote there.
    @Test
    void places_leadToTheQuote() throws IOException {
        cell(6, 1, "General").setCellValue("Revenue");
        cell(9, 30, "#,##0.00").setCellValue(2469);
        Document document = read();
        try (HSSFWorkbook opened = new HSSFWorkbook(Files.newInputStream(folder.resolve("test.xls")))) {
            int found = 0;
            for (Block.Row row : document.tables().findFirst().orElseThrow().rows()) {
                for (Block.Cell each : row.cells()) {
                    Place.Cell place = (Place.Cell) document.placeAt(each.span().start());
                    CellReference at = new CellReference(place.cell());
                    assertEquals(
                            new org.apache.poi.ss.usermodel.DataFormatter(java.util.Locale.US)
                                    .formatCellValue(opened.getSheet(place.sheet())
                                            .getRow(at.getRow())
                                            .getCell(at.getCol())),
                            document.text(each.span()));
                    found++;
                }
            }
            assertEquals(2, found);
        }
    }

    /// LibreOffice writes a data bar as a conditional format without rules.
    @Test
    void aConditionalFormatWithoutRules_isNoReasonToReadNothing() throws IOException {
        cell(0, 0, "0").setCellValue(7);
        var formats = sheet.getSheetConditionalFormatting();
        formats.addConditionalFormatting(
                new CellRangeAddress[] {CellRangeAddress.valueOf("A1:A2")},
                formats.createConditionalFormattingRule("A1>1"));
        Path file = written();
        byte[] bytes = Files.readAllBytes(file);
        int header = indexOf(bytes, new byte[] {(byte) 0xB0, 0x01});
        int rule = header + 4 + Byte.toUnsignedInt(bytes[header + 2]);
        assertEquals((byte) 0xB1, bytes[rule]);
        bytes[rule] = (byte) 0xFE;
        Files.write(file, bytes);
        assertEquals("| 0,0 7 ~7 |", BlockLines.of(read(file)).get(1));
    }

    private static int indexOf(byte[] bytes, byte[] sought) {
        int at = 0;
        while (!Arrays.equals(bytes, at, at + sought.length, sought, 0, sought.length)) {
            at++;
        }
        return at;
    }

    private HSSFCell cell(int row, int column, String format) {
        var line = sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row);
        HSSFCell cell = line.getCell(column);
        if (cell == null) {
            cell = line.createCell(column);
            HSSFCellStyle style = made.createCellStyle();
            style.setDataFormat(made.createDataFormat().getFormat(format));
            cell.setCellStyle(style);
        }
        return cell;
    }

    private HSSFCellStyle coloured(HSSFColorPredefined text, HSSFColorPredefined fill) {
        HSSFCellStyle style = made.createCellStyle();
        var font = made.createFont();
        font.setColor(text.getIndex());
        style.setFont(font);
        if (fill != null) {
            style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
            style.setFillForegroundColor(fill.getIndex());
        }
        return style;
    }

    private void link(HyperlinkType type, String target, int row) {
        HSSFHyperlink link = made.getCreationHelper().createHyperlink(type);
        link.setAddress(target);
        sheet.createRow(row).createCell(0).setHyperlink(link);
    }

    private Document read() throws IOException {
        return read(written());
    }

    private Path written() throws IOException {
        Path file = folder.resolve("test.xls");
        try (made;
                OutputStream out = Files.newOutputStream(file)) {
            made.write(out);
        }
        return file;
    }

    private static Document read(Path file) throws IOException {
        Reader none = (path, mediaType) -> {
            throw new IllegalStateException("not older");
        };
        return assertInstanceOf(
                        Extraction.Extracted.class,
                        new OldWorkbookReader(ContainerLimits.standard(), none).read(file, "application/vnd.ms-excel"))
                .document();
    }
}
