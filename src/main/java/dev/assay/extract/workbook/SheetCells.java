package dev.assay.extract.workbook;

import dev.assay.document.Fact;
import dev.assay.document.Gap;
import dev.assay.document.Layer;
import dev.assay.document.Place;
import dev.assay.extract.draft.DocumentDraft;
import dev.assay.extract.number.DisplayedNumber;
import dev.assay.extract.xml.Markup;
import java.io.IOException;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.ss.usermodel.DateUtil;
import org.jspecify.annotations.Nullable;

/// Reads the cells of one sheet, as they come, into one table.
///
/// A cell without a reference stands right of the one before, a row without a number below the one before.
/// Cells without value and formula are passed over.
final class SheetCells {
    private static final Pattern OUTSIDE = Pattern.compile("(?:HYPERLINK|WEBSERVICE|IMAGE)\\(\"([^\"#][^\"]*)\"");

    private final Workbook workbook;
    private final String sheet;
    private final DocumentDraft.TableDraft table;
    private final SheetHiding hiding;
    private final Map<String, SharedFormula> shared = new HashMap<>();
    private int row = -1;
    private int column;
    private int firstRow = Integer.MAX_VALUE;
    private int firstColumn = Integer.MAX_VALUE;
    private int lastRow = -1;
    private int lastColumn = -1;
    private int valueless;
    private @Nullable Place firstValueless;
    private Place latest;

    SheetCells(Workbook workbook, String sheet, Layer layer) {
        this.workbook = workbook;
        this.sheet = sheet;
        this.latest = new Place.Cell(sheet, "A1");
        this.table = workbook.draft().table(sheet, latest, layer);
        this.hiding = new SheetHiding(sheet, workbook.draft());
    }

    SheetHiding hiding() {
        return hiding;
    }

    /// The place of the cell read last, for what breaks there.
    Place latest() {
        return latest;
    }

    /// Reads the rows at hand (`x:sheetData`).
    void rows(Markup data) throws XMLStreamException, IOException {
        data.each(element -> {
            if (element.name().equals("x:row")) {
                row(element);
            }
        });
    }

    void merge(String range) {
        String[] corners = range.split(":", 2);
        var first = CellReference.parse(corners[0]);
        var last = CellReference.parse(corners[corners.length - 1]);
        if (first.isPresent() && last.isPresent()) {
            CellReference from = first.get();
            CellReference to = last.get();
            table.merge(
                    from.row(),
                    from.column(),
                    Math.max(1, to.row() - from.row() + 1),
                    Math.max(1, to.column() - from.column() + 1));
        }
    }

    /// Ends the table, which now knows its range.
    void end() {
        if (lastRow >= 0) {
            String from = new CellReference(firstRow, firstColumn).text();
            String to = new CellReference(lastRow, lastColumn).text();
            table.place(new Place.Cell(sheet, from.equals(to) ? from : from + ":" + to));
        }
        table.end();
        hiding.end();
        if (firstValueless != null) {
            String count = valueless == 1 ? "1 formula has" : valueless + " formulas have";
            workbook.draft()
                    .gap(
                            Gap.Reason.NO_TEXT,
                            firstValueless,
                            count + " no stored value: the file was saved without calculating.");
        }
    }

    private void row(Markup element) throws XMLStreamException, IOException {
        row = Math.max(0, element.number("r", row + 2) - 1);
        column = -1;
        hiding.row(
                row,
                element.flag("hidden", false) || element.attribute("ht", "").equals("0"));
        try {
            element.each(cell -> {
                if (cell.name().equals("x:c")) {
                    cell(cell);
                }
            });
        } finally {
            table.endRow();
        }
    }

    private void cell(Markup element) throws XMLStreamException, IOException {
        String reference = place(element.attribute("r"));
        String type = element.attribute("t", "n");
        int style = element.number("s", 0);
        String[] content = new String[3];
        element.each(child -> {
            switch (child.name()) {
                case "x:v" -> content[0] = child.text();
                case "x:f" -> content[1] = formula(child);
                case "x:is" -> content[2] = SheetText.rich(child);
                default -> {}
            }
        });
        if (content[0] != null || content[1] != null || content[2] != null) {
            add(reference, new Stored(type, workbook.styles().format(style), content[0], content[1], content[2]));
        }
    }

    /// Moves to where a cell says it is, or else to the right.
    private String place(@Nullable String reference) {
        Optional<CellReference> parsed = reference == null ? Optional.empty() : CellReference.parse(reference);
        if (reference != null && parsed.isPresent()) {
            row = parsed.get().row();
            column = parsed.get().column();
            boolean plain = reference.indexOf('$') < 0 && reference.charAt(0) <= 'Z';
            return plain ? reference : parsed.get().text();
        }
        column++;
        return new CellReference(row, column).text();
    }

    private void add(String reference, Stored stored) {
        Place.Cell at = new Place.Cell(sheet, reference);
        latest = at;
        boolean number = stored.type.equals("n") && stored.value != null && !stored.value.isBlank();
        String raw = number ? DisplayedNumber.plain(stored.value) : null;
        String shown = shown(stored);
        table.cell(row, column, 1, 1, shown, at, raw, stored.formula);
        if (!shown.isBlank() || raw != null) {
            used(stored.format.font());
        }
        if (raw != null && shown.isBlank()) {
            workbook.draft().fact(new Fact.Hidden(Fact.Hidden.Kind.VALUE, "", at));
        }
        if (stored.formula != null) {
            formulaFacts(stored, at);
        }
    }

    private void used(String font) {
        hiding.used(column);
        firstRow = Math.min(firstRow, row);
        lastRow = Math.max(lastRow, row);
        firstColumn = Math.min(firstColumn, column);
        lastColumn = Math.max(lastColumn, column);
        if (!font.isEmpty()) {
            workbook.fonts().add(font);
        }
    }

    private void formulaFacts(Stored stored, Place.Cell at) {
        if (stored.value == null && stored.inline == null && !stored.type.equals("str")) {
            valueless++;
            firstValueless = firstValueless == null ? at : firstValueless;
        }
        Matcher outside = OUTSIDE.matcher(stored.formula == null ? "" : stored.formula);
        while (outside.find()) {
            workbook.draft().fact(new Fact.ExternalLink(Fact.ExternalLink.Kind.WORKBOOK, outside.group(1), at));
        }
    }

    private @Nullable String formula(Markup element) throws XMLStreamException {
        String type = element.attribute("t", "normal");
        String group = element.attribute("si", "");
        String text = element.text().strip();
        if (!type.equals("shared")) {
            return text.isEmpty() ? null : text;
        }
        if (!text.isEmpty()) {
            shared.put(group, new SharedFormula(text, row, column));
            return text;
        }
        SharedFormula first = shared.get(group);
        return first == null ? null : first.at(row, column);
    }

    private String shown(Stored stored) {
        String value = stored.value == null ? "" : stored.value;
        return switch (stored.type) {
            case "s" -> workbook.string(value);
            case "inlineStr" -> stored.inline == null ? value : stored.inline;
            case "str" -> SheetText.unescaped(value);
            case "b" ->
                value.strip().equals("1")
                        ? "TRUE"
                        : value.strip().equals("0") ? "FALSE" : value.toUpperCase(Locale.ROOT);
            case "e" -> value;
            case "d" -> date(value, stored.format);
            default -> value.isBlank() ? "" : number(value, stored.format);
        };
    }

    private String number(String value, WorkbookStyles.Format format) {
        return workbook.numbers().show(value, format.code(), workbook.since1904());
    }

    private String date(String value, WorkbookStyles.Format format) {
        try {
            String moment = value.contains("T") ? value.replace("Z", "") : value + "T00:00:00";
            double serial = DateUtil.getExcelDate(LocalDateTime.parse(moment), workbook.since1904());
            boolean general = format.code().isEmpty();
            return general ? value : number(Double.toString(serial), format);
        } catch (DateTimeParseException e) {
            return value;
        }
    }

    private record Stored(
            String type,
            WorkbookStyles.Format format,
            @Nullable String value,
            @Nullable String formula,
            @Nullable String inline) {}
}
