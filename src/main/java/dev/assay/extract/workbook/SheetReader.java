package dev.assay.extract.workbook;

import dev.assay.document.Fact;
import dev.assay.document.Layer;
import dev.assay.document.Place;
import dev.assay.extract.draft.Piece;
import dev.assay.extract.office.References;
import dev.assay.extract.office.Shown;
import dev.assay.extract.xml.Markup;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/// Reads one sheet of a workbook: its tables, its cells, then header and footer, comments and drawings.
final class SheetReader {
    private final Workbook workbook;
    private final String part;
    private final String sheet;
    private final Layer layer;
    private final References references;
    private final List<Piece> after = new ArrayList<>();
    private final List<String> drawings = new ArrayList<>();
    private final SheetPage page = new SheetPage();
    private @Nullable OlderDrawing olderDrawing;
    private final SheetTables tables;
    private final Place top;

    SheetReader(Workbook workbook, String part, String sheet, Layer layer) throws IOException {
        this.workbook = workbook;
        this.part = part;
        this.sheet = sheet;
        this.layer = layer;
        this.references = new References(workbook.source(), part, workbook.draft());
        this.top = new Place.Cell(sheet, "A1");
        this.tables = SheetTables.read(workbook, part, sheet);
    }

    void read() throws IOException {
        SheetComments comments = SheetComments.read(workbook, part, top);
        SheetCells cells = new SheetCells(workbook, sheet, layer, tables, comments.cells());
        workbook.source().read(part, cells::latest, root -> root.each(section -> section(section, cells)));
        tables.filters().forEach(cells.hiding()::filter);
        cells.end();
        page.tell(top, workbook.draft());
        after.forEach(piece -> piece.write(workbook.draft(), top, layer));
        comments.write(sheet, cells.texts());
        for (String drawing : drawings) {
            new SheetDrawing(workbook, drawing, sheet, layer).read();
        }
        references.remainingLinks(top);
    }

    private void section(Markup section, SheetCells cells) throws XMLStreamException, IOException {
        switch (section.name()) {
            case "x:sheetViews" -> section.each(cells::view);
            case "x:cols" -> section.each(cells.hiding()::columns);
            case "x:sheetData" -> cells.rows(section);
            case "x:sheetProtection" -> protection(section);
            case "x:autoFilter" -> tables.filter(section);
            case "x:mergeCells" -> section.each(merge -> cells.merge(merge.attribute("ref", "")));
            case "x:hyperlinks" -> section.each(this::link);
            case "x:pageMargins" -> page.margins(section);
            case "x:pageSetup" -> page.paper(section);
            case "x:headerFooter" -> section.each(this::margin);
            case "x:drawing" -> references.part(section.attribute("r:id"), top).ifPresent(drawings::add);
            case "x:legacyDrawing" ->
                references
                        .part(section.attribute("r:id"), top)
                        .ifPresent(each -> olderDrawing = new OlderDrawing(workbook, each, sheet));
            case "x:legacyDrawingHF" -> marginImages(section);
            case "x:picture" -> references.image(section.attribute("r:id"), Shown.UNKNOWN, top);
            case "x:oleObjects" -> section.each(this::object);
            case "x:controls" -> section.eachInside(this::control);
            default -> {}
        }
    }

    private Place at(@Nullable String reference) {
        return reference == null || reference.isEmpty() ? top : new Place.Cell(sheet, reference);
    }

    private void protection(Markup protection) {
        if (protection.flag("sheet", false)) {
            workbook.draft().fact(new Fact.Property("sheetProtection", sheet));
        }
    }

    /// A link leads to a target outside, or to a place in the workbook: by its location, or by a target that is
    /// a fragment alone.
    private void link(Markup link) {
        Place place = at(link.attribute("ref"));
        String location = link.attribute("location", "");
        String fragment = references.fragment(link.attribute("r:id"));
        if (!fragment.isEmpty()) {
            workbook.links().add(fragment, sheet, place);
            return;
        }
        references.links(link, place);
        if (link.attribute("r:id") == null && !location.isEmpty()) {
            workbook.links().add(location, sheet, place);
        }
    }

    private void margin(Markup margin) throws XMLStreamException {
        boolean header = margin.name().endsWith("Header");
        String words = SheetText.margin(margin.text());
        after.add(Piece.text(words, header ? Layer.HEADER : Layer.FOOTER));
    }

    /// Pictures in headers and footers lie in an older kind of drawing.
    private void marginImages(Markup element) throws IOException {
        Optional<String> drawing = references.part(element.attribute("r:id"), top);
        if (drawing.isEmpty()) {
            return;
        }
        References images = new References(workbook.source(), drawing.get(), workbook.draft());
        workbook.source()
                .read(
                        drawing.get(),
                        () -> top,
                        root -> root.eachInside(each -> {
                            if (each.name().equals("v:imagedata")) {
                                images.image(each.attribute("o:relid"), Shown.UNKNOWN, top);
                            }
                        }));
        images.remainingLinks(top);
    }

    private void object(Markup object) throws XMLStreamException, IOException {
        String program = object.attribute("progId", "");
        String link = object.attribute("link", "");
        String id = object.attribute("r:id");
        Place place = anchor(object);
        // A link by number is told where the workbook lists what it links to.
        boolean byNumber = !workbook.formulas().of(link, () -> place).equals(link);
        if (!link.isEmpty() && !byNumber) {
            workbook.draft().fact(new Fact.ExternalLink(Fact.ExternalLink.Kind.OBJECT, link, place));
        }
        references.object(id, program, place);
    }

    private void control(Markup control) throws XMLStreamException, IOException {
        if (control.name().equals("x:control")) {
            String name = control.attribute("name", "");
            String[] macro = {""};
            Place place = anchor(control, macro);
            workbook.draft().fact(new Fact.ActiveContent(Fact.ActiveContent.Kind.OLE_OBJECT, name, place));
            SheetDrawing.macro(macro[0], place, workbook.draft());
        }
    }

    private Place anchor(Markup element) throws XMLStreamException, IOException {
        return anchor(element, new String[1]);
    }

    /// Where the object or control at hand lies: at the cell it starts in, where that is said.
    ///
    /// @param macro takes the name of the macro that a click starts
    private Place anchor(Markup element, String[] macro) throws XMLStreamException, IOException {
        int shape = element.number("shapeId", 0);
        Anchor anchor = new Anchor(sheet);
        element.eachInside(inside -> {
            if (inside.name().equals("x:controlPr")) {
                macro[0] = inside.attribute("macro", "");
            } else if (inside.name().equals("x:from")) {
                anchor.corner(inside);
            }
        });
        return anchor.isKnown() || olderDrawing == null ? anchor.place() : olderDrawing.place(shape);
    }
}
