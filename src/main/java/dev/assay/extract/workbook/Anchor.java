package dev.assay.extract.workbook;

import dev.assay.document.Place;
import dev.assay.extract.xml.Markup;
import java.io.IOException;
import javax.xml.stream.XMLStreamException;

/// The cell that a drawing, object or control starts in; the first one of its sheet where nothing is said.
final class Anchor {
    private final String sheet;
    private int row;
    private int column;
    private boolean known;

    Anchor(String sheet) {
        this.sheet = sheet;
    }

    /// Takes the corner at hand (`xdr:from`, `x:from`).
    void corner(Markup corner) throws XMLStreamException, IOException {
        corner.each(child -> {
            int value = index(child.text());
            row = child.name().equals("xdr:row") ? value : row;
            column = child.name().equals("xdr:col") ? value : column;
        });
        known = true;
    }

    /// Takes what older drawings say: `left column, offset, top row, offset` and the same of the other corner.
    void corners(String numbers) {
        String[] parts = numbers.split(",", 4);
        if (parts.length == 4) {
            column = index(parts[0]);
            row = index(parts[2]);
            known = true;
        }
    }

    /// Whether anything was said.
    boolean isKnown() {
        return known;
    }

    Place place() {
        return new Place.Cell(sheet, new CellReference(row, column).text());
    }

    private static int index(String text) {
        try {
            return Math.max(0, Integer.parseInt(text.strip()));
        } catch (NumberFormatException e) {
            // Offsets within the cell may be any measure; only row and column matter.
            return 0;
        }
    }
}
