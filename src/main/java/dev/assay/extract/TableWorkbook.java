package dev.assay.extract;

import dev.assay.work.CellText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/// Writes a table of texts as a workbook of one sheet: a heading row that stays in view and filters, every cell a
/// text. What a spreadsheet could take for a formula has an apostrophe before it, so that it is harmless also when it
/// is saved in another form.
public final class TableWorkbook {
    private static final int MOST_CHARACTERS = 32_000;
    private static final int CHARACTER = 256;

    private TableWorkbook() {}

    /// A column.
    ///
    /// @param width   in characters
    /// @param choices what may be chosen in its cells; empty where anything may be written
    public record Column(String title, int width, List<String> choices) {
        public Column {
            choices = List.copyOf(choices);
        }
    }

    /// The workbook's bytes.
    ///
    /// @param rows each with a text for some of the columns, from the first on
    public static byte[] write(String sheetName, List<Column> columns, List<List<String>> rows) {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            XSSFSheet sheet = workbook.createSheet(sheetName);
            write(sheet.createRow(0), columns.stream().map(Column::title).toList(), heading(workbook));
            CellStyle style = body(workbook);
            for (int i = 0; i < rows.size(); i++) {
                write(sheet.createRow(i + 1), rows.get(i), style);
            }
            for (int i = 0; i < columns.size(); i++) {
                sheet.setColumnWidth(i, columns.get(i).width() * CHARACTER);
                choose(sheet, i, columns.get(i).choices(), rows.size());
            }
            sheet.createFreezePane(0, 1);
            sheet.setAutoFilter(new CellRangeAddress(0, rows.size(), 0, columns.size() - 1));
            sheet.getPrintSetup().setLandscape(true);
            sheet.setFitToPage(true);
            sheet.getPrintSetup().setFitHeight((short) 0);
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(XSSFRow row, List<String> texts, CellStyle style) {
        for (int i = 0; i < texts.size(); i++) {
            XSSFCell cell = row.createCell(i);
            cell.setCellValue(cut(CellText.guarded(texts.get(i))));
            cell.setCellStyle(style);
        }
    }

    private static String cut(String text) {
        return text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS) + "\u2026";
    }

    private static void choose(XSSFSheet sheet, int column, List<String> choices, int rows) {
        if (choices.isEmpty() || rows == 0) {
            return;
        }
        DataValidationHelper helper = sheet.getDataValidationHelper();
        DataValidation validation = helper.createValidation(
                helper.createExplicitListConstraint(choices.toArray(String[]::new)),
                new CellRangeAddressList(1, rows, column, column));
        validation.setShowErrorBox(true);
        sheet.addValidationData(validation);
    }

    private static CellStyle heading(XSSFWorkbook workbook) {
        Font bold = workbook.createFont();
        bold.setBold(true);
        CellStyle style = body(workbook);
        style.setFont(bold);
        style.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        return style;
    }

    private static CellStyle body(XSSFWorkbook workbook) {
        CellStyle style = workbook.createCellStyle();
        style.setWrapText(true);
        style.setVerticalAlignment(VerticalAlignment.TOP);
        style.setDataFormat(workbook.createDataFormat().getFormat("@"));
        style.setQuotePrefixed(true);
        return style;
    }
}
