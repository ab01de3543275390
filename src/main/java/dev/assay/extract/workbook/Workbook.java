package dev.assay.extract.workbook;

import dev.assay.extract.draft.DocumentDraft;
import dev.assay.extract.number.DisplayedNumber;
import dev.assay.extract.office.OfficePackage;
import java.util.List;
import java.util.Set;

/// What the sheets of one workbook share.
///
/// @param strings   the shared strings by index
/// @param since1904 whether dates are counted from 1904
/// @param fonts     takes the names of the fonts that cells with content use
record Workbook(
        OfficePackage source,
        DocumentDraft draft,
        List<String> strings,
        WorkbookStyles styles,
        DisplayedNumber numbers,
        boolean since1904,
        Set<String> fonts) {

    /// The shared string of an index as written in a cell; the index itself where there is no such string.
    String string(String index) {
        try {
            int at = Integer.parseInt(index.strip());
            return at >= 0 && at < strings.size() ? strings.get(at) : index;
        } catch (NumberFormatException e) {
            return index;
        }
    }
}
