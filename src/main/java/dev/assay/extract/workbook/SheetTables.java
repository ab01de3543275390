package dev.assay.extract.workbook;

import dev.assay.document.Fact;
import dev.assay.document.Place;
import dev.assay.extract.office.OfficePackage;
import dev.assay.extract.xml.Markup;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;

/// What a sheet declares over its cells: tables with names, pivot tables, query tables.
///
/// A table's name is told as a name that formulas may use.
final class SheetTables {
    private final Workbook workbook;
    private final String sheet;
    private final Place top;
    private final List<CellRange> styled = new ArrayList<>();
    private final List<CellRange> filters = new ArrayList<>();

    private SheetTables(Workbook workbook, String sheet) {
        this.workbook = workbook;
        this.sheet = sheet;
        this.top = new Place.Cell(sheet, "A1");
    }

    /// Reads and tells those of a sheet's part.
    static SheetTables read(Workbook workbook, String part, String sheet) throws IOException {
        SheetTables tables = new SheetTables(workbook, sheet);
        OfficePackage source = workbook.source();
        for (String table : source.targets(part, "table")) {
            source.read(table, () -> tables.top, root -> tables.table(root, table));
        }
        tables.queries(part, tables.top);
        for (String pivot : source.targets(part, "pivotTable")) {
            source.read(pivot, () -> tables.top, root -> tables.pivot(root, pivot));
        }
        return tables;
    }

    /// Whether a table's style may colour a cell.
    boolean isStyled(int row, int column) {
        return styled.stream().anyMatch(range -> range.contains(row, column));
    }

    /// The ranges of filters in use.
    List<CellRange> filters() {
        return filters;
    }

    /// Takes the filter at hand (`x:autoFilter`).
    void filter(Markup filter) throws XMLStreamException, IOException {
        var range = CellRange.parse(filter.attribute("ref", ""));
        filter.each(column -> {
            if (column.name().equals("x:filterColumn")) {
                range.filter(each -> !filters.contains(each)).ifPresent(filters::add);
            }
        });
    }

    private void table(Markup table, String part) throws XMLStreamException, IOException {
        String name = table.attribute("displayName", table.attribute("name", ""));
        var range = CellRange.parse(table.attribute("ref", ""));
        range.ifPresent(styled::add);
        range.ifPresent(each -> workbook.name(name, each.absolute(sheet), false));
        table.each(child -> {
            if (child.name().equals("x:autoFilter")) {
                filter(child);
            }
        });
        queries(
                part,
                range.<Place>map(each -> new Place.Cell(sheet, each.text())).orElse(top));
    }

    private void queries(String part, Place place) throws IOException {
        for (String query : workbook.source().targets(part, "queryTable")) {
            workbook.source()
                    .read(
                            query,
                            () -> place,
                            root -> workbook.draft()
                                    .fact(Connections.fact(
                                            workbook.connections().target(root.attribute("connectionId", "")), place)));
        }
    }

    private void pivot(Markup pivot, String part) throws XMLStreamException, IOException {
        String name = pivot.attribute("name", "");
        Place[] place = {top};
        pivot.each(child -> {
            if (child.name().equals("x:location")) {
                var range = CellRange.parse(child.attribute("ref", ""));
                range.ifPresent(styled::add);
                range.ifPresent(each -> place[0] = new Place.Cell(sheet, each.text()));
            }
        });
        for (String cache : workbook.source().targets(part, "pivotCacheDefinition")) {
            String source = workbook.pivots().read(cache, place[0]);
            workbook.draft().fact(new Fact.PivotTable(name, source, place[0]));
        }
    }
}
