package dev.assay.extract.workbook;

import dev.assay.document.Fact;
import dev.assay.document.Place;
import dev.assay.extract.draft.DocumentDraft;
import dev.assay.extract.office.OfficePackage;
import java.util.Map;
import java.util.Set;

/// What the sheets of one workbook share.
///
/// @param values      shows the values of cells
/// @param formulas    shows formulas
/// @param formulaLinks tells what formulas take from outside
/// @param connections what data is taken from
/// @param pivots      the copies of data behind pivot tables
/// @param links       the links inside
/// @param people      the names of those who wrote comments, by their ids
/// @param fonts       takes the names of the fonts that cells with content use
/// @param budget      how many cells are still read
record Workbook(
        OfficePackage source,
        DocumentDraft draft,
        CellValues values,
        FormulaText formulas,
        FormulaLinks formulaLinks,
        Connections connections,
        PivotCaches pivots,
        InternalLinks links,
        Map<String, String> people,
        Set<String> fonts,
        CellBudget budget) {

    /// Tells a name that formulas may use.
    ///
    /// @param refersTo without the equals sign
    void name(String name, String refersTo, boolean hidden) {
        String shown = formulas.of(refersTo, Place.Whole::new);
        draft.fact(new Fact.DefinedName(name, shown, hidden));
        links.name(name, shown);
    }
}
