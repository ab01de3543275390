/// Workbooks (ISO/IEC 29500-1, SpreadsheetML) and those of older Excel versions. Start with
/// [WorkbookReader][dev.assay.extract.workbook.WorkbookReader].
@NullMarked
package dev.assay.extract.workbook;

import org.jspecify.annotations.NullMarked;
