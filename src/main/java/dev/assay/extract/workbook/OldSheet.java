package dev.assay.extract.workbook;

import dev.assay.document.Fact.Hidden;
import dev.assay.document.Gap;
import dev.assay.document.Layer;
import dev.assay.document.Place;
import dev.assay.document.Span;
import dev.assay.extract.draft.DocumentDraft;
import dev.assay.extract.workbook.WorkbookStyles.Format;
import dev.assay.extract.workbook.WorkbookStyles.Seen;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.apache.poi.hssf.usermodel.HSSFCell;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;

/// Reads one sheet of a workbook of Excel 97 to 2003: its cells, then header and footer, comments and drawings.
final class OldSheet {
    private static final int COLUMNS = 256;

    private final OldWorkbook workbook;
    private final DocumentDraft draft;
    private final HSSFSheet sheet;
    private final String name;
    private final SheetVisibility visibility;
    private final Layer layer;
    private final Place top;
    private final SheetHiding hiding;
    private final Map<CellReference, CellRangeAddress> merged = new HashMap<>();
    private final Map<CellReference, Span> texts = new HashMap<>();
    private @Nullable CellRange used;
    private int untold;

    OldSheet(OldWorkbook workbook, int index) {
        this.workbook = workbook;
        this.draft = workbook.draft();
        this.sheet = workbook.workbook().getSheetAt(index);
        this.visibility = workbook.workbook().getSheetVisibility(index);
        this.name = sheet.getSheetName();
        this.layer = visibility == SheetVisibility.VISIBLE ? Layer.BODY : Layer.HIDDEN;
        this.top = new Place.Cell(name, "A1");
        this.hiding = new SheetHiding(name, draft);
    }

    void read() {
        switch (visibility) {
            case VISIBLE -> {}
            case HIDDEN -> draft.fact(new Hidden(Hidden.Kind.SHEET, name, top));
            case VERY_HIDDEN -> draft.fact(new Hidden(Hidden.Kind.VERY_HIDDEN_SHEET, name, top));
        }
        for (CellRangeAddress range : sheet.getMergedRegions()) {
            merged.putIfAbsent(new CellReference(range.getFirstRow(), range.getFirstColumn()), range);
        }
        sheet.getCellComments()
                .keySet()
                .forEach(each -> texts.put(new CellReference(each.getRow(), each.getColumn()), new Span(0, 0)));
        for (int column = 0; column < COLUMNS; column++) {
            if (sheet.isColumnHidden(column)) {
                hiding.hiddenColumn(column);
            }
        }
        cells();
        if (untold > 0) {
            draft.gap(Gap.Reason.DAMAGED, top, "What " + untold + " of the sheet's formulas say cannot be told.");
        }
        new OldSheetExtras(workbook, sheet, layer).tell(texts);
    }

    private void cells() {
        DocumentDraft.TableDraft table = draft.table(name, top, layer);
        for (Row row : sheet) {
            hiding.row(row.getRowNum(), row.getZeroHeight());
            for (Cell cell : row) {
                cell((HSSFCell) cell, table);
            }
            table.endRow();
        }
        if (used != null) {
            table.place(new Place.Cell(name, used.text()));
        }
        table.end();
        hiding.end();
    }

    private void cell(HSSFCell cell, DocumentDraft.TableDraft table) {
        if (cell.getCellType() == CellType.BLANK || !hasRoom(cell)) {
            return;
        }
        CellReference reference = new CellReference(cell.getRowIndex(), cell.getColumnIndex());
        Place at = new Place.Cell(name, reference.text());
        Format format = workbook.styles().format(cell.getCellStyle());
        boolean isFormula = cell.getCellType() == CellType.FORMULA;
        CellType type = isFormula ? cell.getCachedFormulaResultType() : cell.getCellType();
        String number = type == CellType.NUMERIC ? plain(cell.getNumericCellValue()) : null;
        String held = number == null ? held(cell, type) : number;
        String shown = shown(held, number != null, type, format.code());
        String formula = isFormula ? formula(cell) : null;
        CellRangeAddress range = merged.get(reference);
        Span text = table.cell(
                reference.row(),
                reference.column(),
                range == null ? 1 : range.getLastRow() - range.getFirstRow() + 1,
                range == null ? 1 : range.getLastColumn() - range.getFirstColumn() + 1,
                shown.isBlank() && number == null ? held : shown,
                at,
                number,
                formula,
                format.code().isEmpty() ? null : format.code());
        texts.computeIfPresent(reference, (same, before) -> text);
        if (!held.isBlank()) {
            used(reference, format, shown, held);
        }
        if (formula != null) {
            workbook.formulaLinks().tell(formula, name, at);
        }
    }

    private static String plain(double value) {
        return Double.isFinite(value)
                ? BigDecimal.valueOf(value).stripTrailingZeros().toPlainString()
                : String.valueOf(value);
    }

    private boolean hasRoom(HSSFCell cell) {
        boolean told = workbook.budget().isOverdrawn();
        boolean room = workbook.budget().take();
        if (!room && !told) {
            Place place = new Place.Cell(name, new CellReference(cell.getRowIndex(), cell.getColumnIndex()).text());
            draft.gap(Gap.Reason.LIMIT, place, "There are more cells than are read.");
        }
        return room;
    }

    private String shown(String held, boolean number, CellType type, String code) {
        if (number) {
            boolean leftOut = !sheet.isDisplayZeros() && held.equals("0");
            return leftOut ? "" : workbook.numbers().show(held, code, workbook.since1904());
        }
        return type == CellType.STRING ? workbook.numbers().show(held, code) : held;
    }

    private static String held(HSSFCell cell, CellType type) {
        return switch (type) {
            case STRING -> cell.getRichStringCellValue().getString();
            case BOOLEAN -> cell.getBooleanCellValue() ? "TRUE" : "FALSE";
            case ERROR ->
                FormulaError.isValidCode(cell.getErrorCellValue())
                        ? FormulaError.forInt(cell.getErrorCellValue()).getString()
                        : "#ERROR";
            default -> "";
        };
    }

    private @Nullable String formula(HSSFCell cell) {
        try {
            return cell.getCellFormula();
        } catch (RuntimeException e) {
            // The library does not know every function and reference.
            untold++;
            return null;
        }
    }

    private void used(CellReference at, Format format, String shown, String held) {
        hiding.used(at.column());
        CellRange here = new CellRange(at.row(), at.column(), at.row(), at.column());
        used = used == null ? here : used.with(here);
        workbook.fonts().add(format.font());
        if (shown.isBlank()) {
            if (!held.equals("0")) {
                hiding.cell(Hidden.Kind.VALUE, at.row(), at.column());
            }
        } else if (format.seen() == Seen.TINY) {
            hiding.cell(Hidden.Kind.TINY_TEXT, at.row(), at.column());
        } else if (format.seen() != Seen.WELL) {
            hiding.cell(Hidden.Kind.INVISIBLE_TEXT, at.row(), at.column());
        }
    }
}
