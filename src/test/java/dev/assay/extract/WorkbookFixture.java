package dev.assay.extract;

import dev.assay.document.Block;
import dev.assay.document.Document;
import dev.assay.document.Fact;
import dev.assay.document.Layer;
import dev.assay.document.Place;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/// Writes a document as `.xlsx`: a sheet for each that it names, or for each outermost heading; a row for each
/// text; plain figures as numbers with a format.
final class WorkbookFixture {
    private static final Pattern NUMBER = Pattern.compile("(-?[0-9]{1,3}(?:,[0-9]{3})*|-?[0-9]+)(\\.[0-9]+)?( ?%)?");
    private static final Pattern SHEET_NAME = Pattern.compile("[^\\[\\]:*?/\\\\]{1,31}");

    private final Document document;
    private final XSSFWorkbook workbook;
    private @Nullable XSSFSheet sheet;
    private int row;

    private WorkbookFixture(Document document, XSSFWorkbook workbook) {
        this.document = document;
        this.workbook = workbook;
    }

    static byte[] write(Document document) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            WorkbookFixture fixture = new WorkbookFixture(document, workbook);
            document.blocks().forEach(fixture::write);
            fixture.sheet();
            for (Fact fact : document.facts()) {
                fixture.write(fact);
            }
            workbook.write(out);
        }
        return out.toByteArray();
    }

    private void write(Block block) {
        if (block.layer() == Layer.FOOTER) {
            sheet().getFooter().setCenter(document.text(block));
            return;
        }
        if (block.layer() != Layer.BODY) {
            throw FixtureFormat.unfit(block.layer());
        }
        if (block.place() instanceof Place.Cell cell) {
            open(cell.sheet());
        }
        switch (block) {
            case Block.Heading heading when heading.level() == 1 -> title(document.text(heading));
            case Block.Table table -> table(table);
            case Block.Heading _, Block.Paragraph _, Block.ListItem _ -> put(nextRow(), 0, document.text(block));
        }
    }

    private void write(Fact fact) throws IOException {
        if (fact instanceof Fact.Hidden hidden && hidden.place() instanceof Place.Cell at) {
            hide(hidden.kind(), workbook.getSheet(at.sheet()), at);
        } else if (fact instanceof Fact.Font font && font.name().equals(XSSFFont.DEFAULT_FONT_NAME)) {
            return;
        } else if (!PackageFacts.write(workbook, fact)) {
            throw FixtureFormat.unfit(fact);
        }
    }

    /// A row is hidden by its last cell's place, a column by its name's letter.
    private void hide(Fact.Hidden.Kind kind, XSSFSheet hidden, Place.Cell at) {
        int index = workbook.getSheetIndex(hidden);
        switch (kind) {
            case SHEET -> workbook.setSheetVisibility(index, SheetVisibility.HIDDEN);
            case VERY_HIDDEN_SHEET -> workbook.setSheetVisibility(index, SheetVisibility.VERY_HIDDEN);
            case ROW -> hidden.getRow(hidden.getLastRowNum()).setZeroHeight(true);
            case COLUMN -> hidden.setColumnHidden(1, true);
            default -> throw FixtureFormat.unfit(at);
        }
    }

    private void title(String title) {
        if (SHEET_NAME.matcher(title).matches()) {
            open(title);
            return;
        }
        open("Sheet" + (workbook.getNumberOfSheets() + 1));
        put(nextRow(), 0, title);
    }

    private void open(String name) {
        if (sheet == null || !sheet.getSheetName().equals(name)) {
            sheet = workbook.createSheet(name);
            row = 0;
        }
    }

    private XSSFSheet sheet() {
        if (sheet == null) {
            sheet = workbook.createSheet("Sheet1");
        }
        return sheet;
    }

    private XSSFRow nextRow() {
        return sheet().createRow(row++);
    }

    private void table(Block.Table table) {
        for (Block.Row each : table.rows()) {
            XSSFRow line = nextRow();
            List<Block.Cell> cells = each.cells();
            for (int column = 0; column < cells.size(); column++) {
                put(line, column, document.text(cells.get(column).span()));
                String formula = cells.get(column).formula();
                if (formula != null) {
                    // The value that was put stays as the result last computed.
                    line.getCell(column).setCellFormula(formula);
                }
            }
        }
        row++;
    }

    private void put(XSSFRow line, int column, String text) {
        if (text.isEmpty()) {
            return;
        }
        XSSFCell cell = line.createCell(column);
        Matcher number = NUMBER.matcher(text);
        if (!number.matches()) {
            cell.setCellValue(text);
            return;
        }
        String digits = number.group(1).replace(",", "") + (number.group(2) == null ? "" : number.group(2));
        double value = Double.parseDouble(digits);
        cell.setCellValue(number.group(3) == null ? value : value / 100);
        CellStyle style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat(format(number)));
        cell.setCellStyle(style);
    }

    private static String format(Matcher number) {
        String decimals = number.group(2) == null ? "" : number.group(2).replaceAll("[0-9]", "0");
        String percent = number.group(3) == null ? "" : number.group(3);
        return (number.group(1).contains(",") ? "#,##0" : "0") + decimals + percent;
    }
}
