package dev.assay.extract.workbook;

import dev.assay.extract.draft.DocumentDraft;
import dev.assay.extract.number.DisplayedNumber;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;

/// What the sheets of one workbook of Excel 97 to 2003 share.
///
/// @param since1904 whether dates are counted from 1904
/// @param fonts     takes the names of the fonts that cells with content use
record OldWorkbook(
        HSSFWorkbook workbook,
        DocumentDraft draft,
        OldStyles styles,
        DisplayedNumber numbers,
        InternalLinks links,
        FormulaLinks formulaLinks,
        boolean since1904,
        Set<String> fonts,
        CellBudget budget) {

    static OldWorkbook of(HSSFWorkbook workbook, DocumentDraft draft, int mostCells) {
        InternalLinks links = new InternalLinks();
        for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
            links.sheet(workbook.getSheetName(i));
        }
        return new OldWorkbook(
                workbook,
                draft,
                new OldStyles(workbook),
                new DisplayedNumber(),
                links,
                new FormulaLinks(draft, links, name -> false),
                workbook.getInternalWorkbook().isUsing1904DateWindowing(),
                new LinkedHashSet<>(),
                new CellBudget(mostCells));
    }
}
