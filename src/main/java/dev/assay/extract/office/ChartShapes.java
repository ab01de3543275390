package dev.assay.extract.office;

import dev.assay.document.Layer;
import dev.assay.document.Place;
import dev.assay.extract.draft.DocumentDraft;
import dev.assay.extract.draft.Piece;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// The text boxes drawn over a chart (its user shapes).
final class ChartShapes implements Piece {
    private final List<String> lines = new ArrayList<>();

    /// Reads the shapes a chart's part refers to; none where there are none.
    static ChartShapes read(OfficePackage source, String chart, Place place) throws IOException {
        ChartShapes shapes = new ChartShapes();
        for (String part : source.targets(chart, "chartUserShapes")) {
            source.read(
                    part,
                    () -> place,
                    root -> root.eachInside(element -> {
                        if (element.name().equals("a:p")) {
                            shapes.lines.add(ShapeText.line(element));
                        }
                    }));
        }
        return shapes;
    }

    @Override
    public void write(DocumentDraft draft, Place place, Layer layer) {
        lines.forEach(line -> draft.paragraph(line, place, layer));
    }
}
