package dev.assay.extract.workbook;

import dev.assay.document.Extraction;
import dev.assay.document.Extraction.Extracted;
import dev.assay.document.Extraction.Reason;
import dev.assay.document.Extraction.Unreadable;
import dev.assay.document.Fact;
import dev.assay.document.Gap;
import dev.assay.document.Layer;
import dev.assay.document.Place;
import dev.assay.extract.draft.ContainerLimits;
import dev.assay.extract.draft.DocumentDraft;
import dev.assay.extract.draft.Reader;
import dev.assay.extract.plain.DelimitedReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.Version;
import org.apache.poi.hpsf.SummaryInformation;
import org.apache.poi.hssf.OldExcelFormatException;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;

/// Workbooks of Excel 97 to 2003 by POI: each sheet a table, each cell at its place, values as displayed and as
/// stored. Older ones go to another reader.
public final class OldWorkbookReader implements Reader {
    public static final Set<String> MEDIA_TYPES = Set.of("application/vnd.ms-excel");

    private static final String NAME = "assay-xls 1 (POI " + Version.getVersion() + ")";

    private final ContainerLimits limits;
    private final Reader older;
    private int cells;

    public OldWorkbookReader(ContainerLimits limits, Reader older) {
        this.limits = limits;
        this.older = older;
    }

    @Override
    public Extraction read(Path file, String mediaType) throws IOException {
        try (POIFSFileSystem container = new POIFSFileSystem(file.toFile(), true);
                HSSFWorkbook workbook = new HSSFWorkbook(container.getRoot(), false)) {
            DocumentDraft draft = new DocumentDraft();
            for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
                sheet(workbook.getSheetAt(i), workbook.getSheetVisibility(i), draft);
            }
            draft.fact(new Fact.Count(Fact.Count.Unit.SHEETS, workbook.getNumberOfSheets()));
            facts(container, workbook, draft);
            return new Extracted(draft.finish(mediaType, NAME));
        } catch (EncryptedDocumentException e) {
            return new Unreadable(Reason.PASSWORD, mediaType, "the workbook is encrypted");
        } catch (OldExcelFormatException e) {
            return older.read(file, mediaType);
        } catch (IOException | RuntimeException e) {
            return new Unreadable(Reason.DAMAGED, mediaType, "the workbook is damaged or cut off");
        }
    }

    private void sheet(Sheet sheet, SheetVisibility visibility, DocumentDraft draft) {
        boolean shown = visibility == SheetVisibility.VISIBLE;
        String name = sheet.getSheetName();
        Layer layer = shown ? Layer.BODY : Layer.HIDDEN;
        Place whole = new Place.Cell(name, "A1");
        if (!shown) {
            draft.fact(new Fact.Hidden(Fact.Hidden.Kind.SHEET, name, whole));
        }
        List<Comment> comments = new ArrayList<>();
        DocumentDraft.TableDraft table = draft.table(name, whole, layer);
        for (Row row : sheet) {
            for (Cell cell : row) {
                cell(cell, sheet, table);
                if (cell.getCellComment() != null) {
                    comments.add(cell.getCellComment());
                }
            }
            table.endRow();
            if (row.getZeroHeight()) {
                draft.fact(
                        new Fact.Hidden(Fact.Hidden.Kind.ROW, "", new Place.Cell(name, "A" + (row.getRowNum() + 1))));
            }
            if (cells > limits.cells()) {
                draft.gap(Gap.Reason.LIMIT, whole, "more cells than are read");
                break;
            }
        }
        table.end();
        comments.forEach(comment -> draft.paragraph(
                comment.getString().getString(), place(name, comment.getRow(), comment.getColumn()), Layer.COMMENT));
    }

    private void cell(Cell cell, Sheet sheet, DocumentDraft.TableDraft table) {
        if (cell.getCellType() == CellType.BLANK || cells++ > limits.cells()) {
            return;
        }
        DataFormatter formatter = new DataFormatter(Locale.ROOT);
        formatter.setUseCachedValuesForFormulaCells(true);
        CellRangeAddress merged = merged(cell, sheet);
        boolean isFormula = cell.getCellType() == CellType.FORMULA;
        table.cell(
                cell.getRowIndex(),
                cell.getColumnIndex(),
                merged == null ? 1 : merged.getLastRow() - merged.getFirstRow() + 1,
                merged == null ? 1 : merged.getLastColumn() - merged.getFirstColumn() + 1,
                formatter.formatCellValue(cell),
                place(sheet.getSheetName(), cell.getRowIndex(), cell.getColumnIndex()),
                stored(cell),
                isFormula ? cell.getCellFormula() : null);
    }

    private static @Nullable CellRangeAddress merged(Cell cell, Sheet sheet) {
        return sheet.getMergedRegions().stream()
                .filter(range ->
                        range.getFirstRow() == cell.getRowIndex() && range.getFirstColumn() == cell.getColumnIndex())
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String stored(Cell cell) {
        CellType type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        return type == CellType.NUMERIC
                ? BigDecimal.valueOf(cell.getNumericCellValue()).toPlainString()
                : null;
    }

    private static Place place(String sheet, int row, int column) {
        return new Place.Cell(sheet, DelimitedReader.columnName(column) + (row + 1));
    }

    private static void facts(POIFSFileSystem container, HSSFWorkbook workbook, DocumentDraft draft) {
        if (container.getRoot().hasEntryCaseInsensitive("_VBA_PROJECT_CUR")) {
            draft.fact(new Fact.ActiveContent(Fact.ActiveContent.Kind.MACRO, "VBA project", new Place.Whole()));
        }
        SummaryInformation summary = workbook.getSummaryInformation();
        if (summary != null) {
            property("Title", summary.getTitle(), draft);
            property("Author", summary.getAuthor(), draft);
            property("LastAuthor", summary.getLastAuthor(), draft);
            property("Comments", summary.getComments(), draft);
        }
        for (var part : workbook.getAllEmbeddedObjects()) {
            String name = part.getOLE2ClassName();
            draft.fact(new Fact.ActiveContent(Fact.ActiveContent.Kind.OLE_OBJECT, name, new Place.Whole()));
            draft.gap(Gap.Reason.SKIPPED_PART, new Place.Whole(), "an embedded object is not read");
        }
    }

    private static void property(String name, @Nullable String value, DocumentDraft draft) {
        if (value != null && !value.isBlank()) {
            draft.fact(new Fact.Property(name, value.strip()));
        }
    }
}
