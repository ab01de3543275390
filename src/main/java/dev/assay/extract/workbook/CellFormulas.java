package dev.assay.extract.workbook;

import dev.assay.document.Fact;
import dev.assay.document.Fact.ExternalLink.Kind;
import dev.assay.document.Place;
import dev.assay.extract.xml.Markup;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/// The formulas of one sheet: shared ones moved to each of their cells, those that fill several cells, and what
/// they take from outside.
final class CellFormulas {
    private static final Pattern OUTSIDE = Pattern.compile(
            "\\b(HYPERLINK|WEBSERVICE|IMAGE|RTD)\\(\"([^\"]+)\"|\\[([^\\]\\[\"]+\\.xl[a-z]{1,2})\\]",
            Pattern.CASE_INSENSITIVE);

    private final Workbook workbook;
    private final String sheet;
    private final Map<String, SharedFormula> shared = new HashMap<>();
    private final ArrayFormulas arrays = new ArrayFormulas();
    private final Set<String> books = new HashSet<>();

    CellFormulas(Workbook workbook, String sheet) {
        this.workbook = workbook;
        this.sheet = sheet;
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

    /// Tells what a formula takes from outside and says by name.
    void tellOutside(String formula, Place place) {
        if (formula.indexOf('"') < 0 && formula.indexOf('[') < 0) {
            return;
        }
        Matcher outside = OUTSIDE.matcher(formula);
        while (outside.find()) {
            if (outside.group(3) != null) {
                book(outside.group(3), place);
            } else if (outside.group(2).startsWith("#")) {
                workbook.links().add(outside.group(2), sheet, place);
            } else {
                workbook.draft().fact(new Fact.ExternalLink(kind(outside.group(1)), outside.group(2), place));
            }
        }
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

    /// A workbook that a formula names itself, where it has no number. It is told where it is named first.
    private void book(String name, Place place) {
        if (!workbook.formulas().isKnown(name) && books.add(name)) {
            workbook.draft().fact(new Fact.ExternalLink(Kind.WORKBOOK, name, place));
        }
    }

    private static Kind kind(String function) {
        return switch (function.charAt(0)) {
            case 'H', 'h' -> Kind.HYPERLINK;
            case 'I', 'i' -> Kind.MEDIA;
            default -> Kind.DATA;
        };
    }
}
