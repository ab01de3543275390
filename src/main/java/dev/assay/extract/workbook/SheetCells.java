package dev.assay.extract.workbook;

import dev.assay.document.Fact;
import dev.assay.document.FurtherRows;
import dev.assay.document.Gap;
import dev.assay.document.Layer;
import dev.assay.document.Place;
import dev.assay.document.Span;
import dev.assay.extract.draft.DocumentDraft;
import dev.assay.extract.number.DisplayedNumber;
import dev.assay.extract.workbook.WorkbookStyles.Format;
import dev.assay.extract.xml.Markup;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/// Reads the cells of one sheet, as they come, into one table.
///
/// A cell without a reference stands right of the one before, a row without a number below the one before.
/// Cells without value and formula are passed over.
final class SheetCells {
    private final Workbook workbook;
    private final String sheet;
    private final Layer layer;
    private final DocumentDraft.TableDraft table;
    private final SheetHiding hiding;
    private final SheetTables tables;
    private final CellFormulas formulas;
    private final Set<CellReference> watched;
    private final Map<CellReference, Span> texts = new HashMap<>();
    private boolean zerosShown = true;
    private int row = -1;
    private int column;
    private @Nullable CellRange used;
    private FurtherRows.@Nullable Draft further;
    private int valueless;
    private @Nullable Place firstValueless;
    private Place latest;

    /// @param watched the cells whose texts are asked for later
    SheetCells(Workbook workbook, String sheet, Layer layer, SheetTables tables, Set<CellReference> watched) {
        this.workbook = workbook;
        this.sheet = sheet;
        this.layer = layer;
        this.tables = tables;
        this.watched = watched;
        this.latest = new Place.Cell(sheet, "A1");
        this.table = workbook.draft().table(sheet, latest, layer);
        this.hiding = new SheetHiding(sheet, workbook.draft());
        this.formulas = new CellFormulas(workbook);
    }

    SheetHiding hiding() {
        return hiding;
    }

    /// The place of the cell read last, for what breaks there.
    Place latest() {
        return latest;
    }

    /// Where the texts of the watched cells lie.
    Map<CellReference, Span> texts() {
        return texts;
    }

    /// Takes the view at hand (`x:sheetView`), which may leave zeros out.
    void view(Markup view) {
        zerosShown &= view.flag("showZeros", true);
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
        CellRange.parse(range)
                .ifPresent(cells -> table.merge(
                        cells.firstRow(),
                        cells.firstColumn(),
                        cells.lastRow() - cells.firstRow() + 1,
                        cells.lastColumn() - cells.firstColumn() + 1));
    }

    /// Ends the table, which now knows its range.
    void end() {
        if (used != null) {
            table.place(new Place.Cell(sheet, used.text()));
        }
        table.end();
        if (further != null && layer == Layer.BODY) {
            FurtherRows rows = further.finish();
            workbook.budget()
                    .takeFurther(rows.pages().stream().mapToInt(String::length).sum());
            workbook.draft().further(rows);
        }
        hiding.end();
        if (firstValueless != null) {
            String count = valueless == 1 ? "1 formula has" : valueless + " formulas have";
            gap(
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
        if (workbook.budget().isSpent()) {
            furtherRow(element);
            return;
        }
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

    /// A row of a sheet that is larger than cells can hold: what it shows and stores, and nothing else.
    private void furtherRow(Markup element) throws XMLStreamException, IOException {
        if (further == null) {
            further = new FurtherRows.Draft(sheet, workbook.budget().furtherLeft());
            gap(
                    Gap.Reason.LIMIT,
                    new Place.Cell(sheet, new CellReference(row, 0).text()),
                    "There are more cells than are read: from here on, only checks of data sets see them.");
        }
        FurtherRows.Draft rows = further;
        rows.begin(row + 1);
        int[] next = {0};
        element.each(cell -> {
            if (cell.name().equals("x:c")) {
                place(cell.attribute("r"));
                for (; next[0] < column; next[0]++) {
                    rows.field("", null);
                }
                furtherCell(cell, rows);
                next[0] = column + 1;
            }
        });
        rows.end();
    }

    private void furtherCell(Markup element, FurtherRows.Draft rows) throws XMLStreamException, IOException {
        String type = element.attribute("t", "n");
        Format format = workbook.values().format(element.number("s", 0));
        String[] content = new String[2];
        element.each(child -> {
            switch (child.name()) {
                case "x:v" -> content[0] = child.text();
                case "x:is" -> content[1] = SheetText.rich(child);
                default -> {}
            }
        });
        Stored stored = new Stored(type, format, content[0], null, content[1]);
        String raw = stored.isNumber() ? DisplayedNumber.plain(stored.value) : null;
        boolean empty = content[0] == null && content[1] == null;
        rows.field(empty ? "" : workbook.values().show(type, content[0], content[1], format.code()), raw);
    }

    private void cell(Markup element) throws XMLStreamException, IOException {
        String reference = place(element.attribute("r"));
        String type = element.attribute("t", "n");
        Format format = workbook.values().format(element.number("s", 0));
        String[] content = new String[3];
        element.each(child -> {
            switch (child.name()) {
                case "x:v" -> content[0] = child.text();
                case "x:f" -> content[1] = formulas.read(child, row, column, () -> new Place.Cell(sheet, reference));
                case "x:is" -> content[2] = SheetText.rich(child);
                default -> {}
            }
        });
        if (content[0] == null && content[1] == null && content[2] == null) {
            return;
        }
        String formula = content[1] == null ? formulas.filling(row, column) : content[1];
        workbook.budget().take();
        add(reference, new Stored(type, format, content[0], formula, content[2]));
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
        String raw = stored.isNumber() ? DisplayedNumber.plain(stored.value) : null;
        String shown = shown(stored, raw);
        String code = stored.format.code();
        Span text = table.cell(row, column, 1, 1, shown, at, raw, stored.formula, code.isEmpty() ? null : code);
        if (!shown.isBlank() || raw != null) {
            used(stored.format, !shown.isBlank());
        }
        if (!watched.isEmpty() && text.length() > 0 && watched.contains(new CellReference(row, column))) {
            texts.put(new CellReference(row, column), text);
        }
        if (stored.formula != null) {
            formulaFacts(stored, stored.formula, at);
        }
    }

    /// A text whose format shows nothing of it is kept all the same: nowhere else would it be found. A zero that
    /// is left out is no secret.
    private String shown(Stored stored, @Nullable String raw) {
        String shown = workbook.values().show(stored.type, stored.value, stored.inline, stored.format.code());
        if (!shown.isBlank() && !(raw != null && !zerosShown && isZero(raw))) {
            return shown;
        }
        String held = raw == null ? workbook.values().text(stored.type, stored.value, stored.inline) : raw;
        if (!held.isBlank() && !(raw != null && isZero(raw))) {
            hiding.cell(Fact.Hidden.Kind.VALUE, row, column);
        }
        return raw == null ? held : "";
    }

    private static boolean isZero(String number) {
        return number.chars().noneMatch(c -> c >= '1' && c <= '9');
    }

    private void used(Format format, boolean seen) {
        hiding.used(column);
        CellRange here = new CellRange(row, column, row, column);
        used = used == null ? here : used.contains(row, column) ? used : used.with(here);
        if (!format.font().isEmpty()) {
            workbook.fonts().add(format.font());
        }
        if (seen) {
            switch (format.seen()) {
                case WELL -> {}
                case TINY -> hiding.cell(Fact.Hidden.Kind.TINY_TEXT, row, column);
                case IN_THE_FILLS_COLOUR -> hiding.cell(Fact.Hidden.Kind.INVISIBLE_TEXT, row, column);
                case WHITE_ON_NOTHING -> {
                    if (!tables.isStyled(row, column)) {
                        hiding.cell(Fact.Hidden.Kind.INVISIBLE_TEXT, row, column);
                    }
                }
            }
        }
    }

    private void formulaFacts(Stored stored, String formula, Place.Cell at) {
        if (stored.value == null && stored.inline == null && !stored.type.equals("str")) {
            valueless++;
            firstValueless = firstValueless == null ? at : firstValueless;
        }
        workbook.formulaLinks().tell(formula, sheet, at);
    }

    private void gap(Gap.Reason reason, Place place, String detail) {
        workbook.draft().gap(reason, place, detail);
    }

    private record Stored(
            String type,
            Format format,
            @Nullable String value,
            @Nullable String formula,
            @Nullable String inline) {
        boolean isNumber() {
            return type.equals("n") && value != null && !value.isBlank();
        }
    }
}
