package dev.assay.extract.workbook;

import dev.assay.document.Place;
import dev.assay.extract.xml.Markup;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/// The formulas of one sheet: shared ones moved to each of their cells, and those that fill several
/// cells.
final class CellFormulas {
    private final Workbook workbook;
    private final Map<String, SharedFormula> shared = new HashMap<>();
    private final ArrayFormulas arrays = new ArrayFormulas();

    CellFormulas(Workbook workbook) {
        this.workbook = workbook;
    }

    /// The formula at hand (`x:f`) as its cell has it; null where it says nothing.
    @Nullable
    String read(Markup element, int row, int column, Supplier<Place> place) throws XMLStreamException {
        String type = element.attribute("t", "normal");
        String group = element.attribute("si", "");
        String range = element.attribute("ref", "");
        String table = type.equals("dataTable") ? dataTable(element) : null;
        String text = element.text().strip();
        if (type.equals("shared")) {
            return shared(group, text, row, column, place);
        }
        String formula = table != null
                ? table
                : text.isEmpty() ? null : workbook.formulas().of(text, place);
        if (formula != null && !range.isEmpty()) {
            CellRange.parse(range).ifPresent(filled -> arrays.add(filled, formula));
        }
        return formula;
    }

    /// The formula that fills a cell from another; null where none does.
    @Nullable
    String filling(int row, int column) {
        return arrays.at(row, column);
    }

    private @Nullable String shared(String group, String text, int row, int column, Supplier<Place> place) {
        if (!text.isEmpty()) {
            String formula = workbook.formulas().of(text, place);
            shared.put(group, new SharedFormula(formula, row, column));
            return formula;
        }
        SharedFormula first = shared.get(group);
        return first == null ? null : first.at(row, column);
    }

    /// What spreadsheets show for a data table: the cells whose values are tried.
    private static String dataTable(Markup element) {
        String first = element.attribute("r1", "");
        boolean byRow = element.flag("dtr", false);
        if (element.flag("dt2D", false)) {
            return "TABLE(" + first + "," + element.attribute("r2", "") + ")";
        }
        return byRow ? "TABLE(" + first + ",)" : "TABLE(," + first + ")";
    }
}
