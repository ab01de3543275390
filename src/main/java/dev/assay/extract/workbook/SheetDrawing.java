package dev.assay.extract.workbook;

import dev.assay.document.Fact;
import dev.assay.document.Gap;
import dev.assay.document.Layer;
import dev.assay.document.Place;
import dev.assay.extract.draft.DocumentDraft;
import dev.assay.extract.office.References;
import dev.assay.extract.office.ShapeText;
import dev.assay.extract.office.Shown;
import dev.assay.extract.xml.Markup;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;

/// Reads what is drawn on a sheet: text boxes, images, charts, diagrams, each placed at the cell it starts in.
final class SheetDrawing {
    private final Workbook workbook;
    private final DocumentDraft draft;
    private final String part;
    private final String sheet;
    private final Layer layer;
    private final References references;
    private final List<String> images = new ArrayList<>();
    private Place place;
    private int row;
    private int column;
    private Shown shown = Shown.UNKNOWN;

    SheetDrawing(Workbook workbook, String part, String sheet, Layer layer) throws IOException {
        this.workbook = workbook;
        this.draft = workbook.draft();
        this.part = part;
        this.sheet = sheet;
        this.layer = layer;
        this.references = new References(workbook.source(), part, draft);
        this.place = new Place.Cell(sheet, "A1");
    }

    void read() throws IOException {
        workbook.source().read(part, () -> place, root -> root.each(this::anchor));
        references.remainingLinks(new Place.Cell(sheet, "A1"));
    }

    private void anchor(Markup anchor) throws XMLStreamException, IOException {
        row = 0;
        column = 0;
        place = new Place.Cell(sheet, "A1");
        shown = Shown.UNKNOWN;
        images.clear();
        anchor.eachInside(this::element);
        for (String image : images) {
            references.image(image, shown, place);
        }
    }

    private void element(Markup element) throws XMLStreamException, IOException {
        references.links(element, place);
        switch (element.name()) {
            case "xdr:from" -> from(element);
            case "xdr:to" -> element.text();
            case "a:ext", "xdr:ext" -> extent(element);
            case "xdr:cNvPr" -> described(element);
            case "a:blip" -> images.add(element.attribute("r:embed", ""));
            case "a:p" -> draft.paragraph(ShapeText.line(element), place, layer);
            case "c:chart" ->
                references.chart(element.attribute("r:id"), place).ifPresent(chart -> chart.write(draft, place, layer));
            case "cx:chart" -> draft.gap(Gap.Reason.SKIPPED_PART, place, "A chart of a newer kind was not read.");
            case "dgm:relIds" ->
                references
                        .diagram(element.attribute("r:dm"), place)
                        .forEach(text -> draft.paragraph(text, place, layer));
            default -> {}
        }
    }

    /// Extensions have the same name as extents, and no size.
    private void extent(Markup element) {
        if (element.attribute("cx") != null) {
            shown = Shown.ofExtent((double) element.wide("cx", 0), (double) element.wide("cy", 0));
        }
    }

    private void from(Markup corner) throws XMLStreamException, IOException {
        corner.each(child -> {
            int value = index(child.text());
            row = child.name().equals("xdr:row") ? value : row;
            column = child.name().equals("xdr:col") ? value : column;
        });
        place = new Place.Cell(sheet, new CellReference(row, column).text());
    }

    private static int index(String text) {
        try {
            return Math.max(0, Integer.parseInt(text.strip()));
        } catch (NumberFormatException e) {
            // Offsets within the cell may be any measure; only row and column matter.
            return 0;
        }
    }

    private void described(Markup properties) {
        String description = properties.attribute("descr", "");
        draft.paragraph(description.isBlank() ? properties.attribute("title", "") : description, place, Layer.ALT_TEXT);
        if (properties.flag("hidden", false)) {
            draft.fact(new Fact.Hidden(Fact.Hidden.Kind.SHAPE, "", place));
        }
    }
}
