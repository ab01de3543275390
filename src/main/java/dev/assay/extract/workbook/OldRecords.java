package dev.assay.extract.workbook;

import dev.assay.document.Fact;
import dev.assay.document.Fact.ActiveContent;
import dev.assay.document.Fact.ExternalLink;
import dev.assay.document.Place;
import dev.assay.extract.draft.DocumentDraft;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.DConRefRecord;
import org.apache.poi.hssf.record.ProtectRecord;
import org.apache.poi.hssf.record.RecordBase;
import org.apache.poi.hssf.record.SupBookRecord;
import org.apache.poi.hssf.record.pivottable.ViewDefinitionRecord;
import org.apache.poi.hssf.usermodel.HSSFSheet;

/// What only the records of a workbook of Excel 97 to 2003 tell: other workbooks, servers, pivot tables, sheets
/// of macros, protection of the structure.
final class OldRecords {
    /// Between server and topic of a dynamic data exchange (MS-XLS, 2.4.271).
    private static final char TOPIC = '\u0003';

    private static final int MACRO_SHEET = 0x0040;

    private final OldWorkbook workbook;
    private final DocumentDraft draft;
    private final List<String> sources = new ArrayList<>();

    OldRecords(OldWorkbook workbook) {
        this.workbook = workbook;
        this.draft = workbook.draft();
    }

    void tell() {
        workbook.workbook().getInternalWorkbook().getRecords().forEach(this::global);
        for (int i = 0; i < workbook.workbook().getNumberOfSheets(); i++) {
            HSSFSheet sheet = workbook.workbook().getSheetAt(i);
            for (RecordBase each : sheet.getSheet().getRecords()) {
                ofSheet(each, sheet.getSheetName());
            }
        }
    }

    private void global(RecordBase record) {
        switch (record) {
            case SupBookRecord book when book.isExternalReferences() -> outside(book.getURL());
            case DConRefRecord source -> sources.add(source(source));
            case ProtectRecord protection
            when protection.getProtect() -> draft.fact(new Fact.Property("workbookProtection", "structure"));
            default -> {}
        }
    }

    private void outside(String target) {
        int topic = target.indexOf(TOPIC);
        if (topic >= 0) {
            String server = target.substring(0, topic) + "|" + target.substring(topic + 1);
            draft.fact(new ActiveContent(ActiveContent.Kind.DDE, server, new Place.Whole()));
        } else if (!target.isBlank() && !workbook.formulaLinks().told(target)) {
            draft.fact(new ExternalLink(ExternalLink.Kind.WORKBOOK, target, new Place.Whole()));
        }
    }

    private static String source(DConRefRecord source) {
        CellRange range = new CellRange(
                source.getFirstRow(), source.getFirstColumn(), source.getLastRow(), source.getLastColumn());
        String path = source.getReadablePath() == null
                ? new String(source.getPath(), StandardCharsets.ISO_8859_1)
                : source.getReadablePath();
        String sheet = path.replaceAll("[\\x00-\\x1F]", "");
        return SheetName.quoted(sheet) + "!" + range.text();
    }

    private void ofSheet(RecordBase record, String sheet) {
        if (record instanceof BOFRecord start && start.getType() == MACRO_SHEET) {
            draft.fact(new ActiveContent(ActiveContent.Kind.MACRO, sheet, new Place.Cell(sheet, "A1")));
        }
        if (record instanceof ViewDefinitionRecord pivot) {
            var told = pivot.getGenericProperties();
            int cache = number(told.get("iCache").get());
            CellRange range = new CellRange(
                    number(told.get("rwFirst").get()),
                    number(told.get("colFirst").get()),
                    number(told.get("rwLast").get()),
                    number(told.get("colLast").get()));
            String source = cache >= 0 && cache < sources.size() ? sources.get(cache) : "";
            draft.fact(new Fact.PivotTable("", source, new Place.Cell(sheet, range.text())));
        }
    }

    private static int number(Object value) {
        return value instanceof Number number ? number.intValue() : 0;
    }
}
