package dev.assay.extract.workbook;

import dev.assay.document.Place;
import dev.assay.extract.xml.Markup;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/// The drawing in VML in which older workbooks keep where their objects and controls lie. It is read only where
/// something asks for it.
final class OlderDrawing {
    private final Workbook workbook;
    private final String part;
    private final String sheet;
    private @Nullable Map<String, Place> places;

    OlderDrawing(Workbook workbook, String part, String sheet) {
        this.workbook = workbook;
        this.part = part;
        this.sheet = sheet;
    }

    /// The cell that a shape starts in; the first one of the sheet where nothing is said.
    Place place(int shape) throws IOException {
        Map<String, Place> known = places;
        if (known == null) {
            known = new HashMap<>();
            places = known;
            Map<String, Place> found = known;
            Place top = new Place.Cell(sheet, "A1");
            workbook.source().read(part, () -> top, root -> root.eachInside(element -> shape(element, found)));
        }
        return known.getOrDefault("_x0000_s" + shape, new Place.Cell(sheet, "A1"));
    }

    private void shape(Markup element, Map<String, Place> found) throws XMLStreamException, IOException {
        if (element.name().equals("v:shape")) {
            String id = element.attribute("o:spid", element.attribute("id", ""));
            element.eachInside(inside -> {
                if (inside.name().equals("xvml:Anchor")) {
                    Anchor anchor = new Anchor(sheet);
                    anchor.corners(inside.text());
                    found.putIfAbsent(id, anchor.place());
                }
            });
        }
    }
}
