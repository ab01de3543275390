package dev.assay.lab.samples;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.FormulaEvaluator;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/// Writes sheets of rows as a workbook: text and figures in their own cell types, heads frozen, ready to print.
final class WorkbookWriter {
    private static final String PRICES = "prices-2026.xlsx";

    private final XSSFWorkbook workbook = new XSSFWorkbook();
    private final XSSFWorkbook prices = new XSSFWorkbook();
    private final CellStyle plain = style(false, false);
    private final CellStyle decimal = decimal();
    private final CellStyle head = style(true, false);
    private final CellStyle label = style(false, true);
    private final CellStyle total = style(true, true);

    private WorkbookWriter() {}

    /// A sheet's content.
    ///
    /// @param name   on the tab
    /// @param lead   rows above the tables: title, base, question
    /// @param tables the first row of each holds the columns' heads; numbers are [Integer], [Double], or
    ///               [Formula]
    /// @param notes  rows below the tables
    record Sheet(String name, List<String> lead, List<List<List<Object>>> tables, List<String> notes) {
        Sheet {
            lead = List.copyOf(lead);
            tables = List.copyOf(tables);
            notes = List.copyOf(notes);
        }
    }

    /// A formula without its equals sign.
    record Formula(String text) {}

    static byte[] write(Manuscript manuscript, List<Sheet> sheets) throws IOException {
        WorkbookWriter writer = new WorkbookWriter();
        try (XSSFWorkbook workbook = writer.workbook) {
            Metadata.set(workbook.getProperties(), manuscript);
            writer.linkPrices(sheets);
            sheets.forEach(sheet -> writer.add(sheet, manuscript));
            writer.evaluate();
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            workbook.write(bytes);
            return StoredZip.again(bytes.toByteArray());
        }
    }

    /// Another workbook from which a formula reads; only its value comes along.
    private void linkPrices(List<Sheet> sheets) {
        if (sheets.stream().anyMatch(sheet -> sheet.name().equals("Price"))) {
            prices.createSheet("Close").createRow(1).createCell(1).setCellValue(482);
            workbook.linkExternalWorkbook(PRICES, prices);
        }
    }

    private void evaluate() {
        FormulaEvaluator evaluator = workbook.getCreationHelper().createFormulaEvaluator();
        evaluator.setupReferencedWorkbooks(Map.of(
                "workbook.xlsx", evaluator, PRICES, prices.getCreationHelper().createFormulaEvaluator()));
        evaluator.evaluateAll();
    }

    private void add(Sheet content, Manuscript manuscript) {
        XSSFSheet sheet = workbook.createSheet(content.name());
        int at = 0;
        for (String line : content.lead()) {
            text(sheet.createRow(at++), 0, line, at == 1 ? total : label);
        }
        at++;
        int heads = at + 1;
        for (List<List<Object>> table : content.tables()) {
            row(sheet.createRow(at++), table.getFirst(), true);
            for (List<Object> values : table.subList(1, table.size())) {
                row(sheet.createRow(at++), values, false);
            }
            at++;
        }
        for (String line : content.notes()) {
            text(sheet.createRow(at++), 0, line, label);
        }
        sheet.setColumnWidth(0, 38 * 256);
        for (int column = 1; column <= Cut.banner().size(); column++) {
            sheet.setColumnWidth(column, 12 * 256);
        }
        page(sheet, manuscript, content.tables().isEmpty() ? 0 : heads);
    }

    private static void page(XSSFSheet sheet, Manuscript manuscript, int frozen) {
        if (frozen > 0) {
            sheet.createFreezePane(1, frozen);
        }
        sheet.getHeader().setLeft(manuscript.say("running"));
        sheet.getFooter().setLeft(manuscript.say("classification"));
        sheet.getFooter().setRight("Page &P of &N");
        sheet.getPrintSetup().setPaperSize(PrintSetup.A4_PAPERSIZE);
        sheet.getPrintSetup().setLandscape(true);
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setFitHeight((short) 0);
    }

    private void row(XSSFRow row, List<Object> values, boolean isHead) {
        String first = values.getFirst().toString().toLowerCase(Locale.ROOT);
        boolean isTotal = first.startsWith("total") || first.startsWith("base");
        for (int column = 0; column < values.size(); column++) {
            Object value = values.get(column);
            if (column == 0) {
                text(row, 0, value.toString(), isHead || isTotal ? total : label);
            } else {
                figure(
                        row.createCell(column),
                        value,
                        isHead || isTotal ? head : value instanceof Integer ? plain : decimal);
            }
        }
    }

    private static void figure(XSSFCell cell, Object value, CellStyle style) {
        cell.setCellStyle(style);
        switch (value) {
            case Integer number -> cell.setCellValue(number);
            case Double number -> cell.setCellValue(number);
            case Formula formula -> cell.setCellFormula(formula.text());
            default -> cell.setCellValue(value.toString());
        }
    }

    private static void text(XSSFRow row, int column, String text, CellStyle style) {
        XSSFCell cell = row.createCell(column);
        cell.setCellValue(text);
        cell.setCellStyle(style);
    }

    private CellStyle decimal() {
        CellStyle style = style(false, false);
        style.setDataFormat(workbook.createDataFormat().getFormat("#,##0.0"));
        return style;
    }

    private CellStyle style(boolean strong, boolean left) {
        CellStyle style = workbook.createCellStyle();
        XSSFFont font = workbook.createFont();
        font.setFontName("Arial");
        font.setFontHeightInPoints((short) 10);
        font.setBold(strong);
        style.setFont(font);
        style.setAlignment(left ? HorizontalAlignment.LEFT : HorizontalAlignment.RIGHT);
        style.setWrapText(strong && !left);
        style.setDataFormat(workbook.createDataFormat().getFormat("#,##0"));
        if (strong && !left) {
            style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
            style.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
            style.setBorderBottom(BorderStyle.THIN);
        }
        return style;
    }
}
