package dev.assay.extract.workbook;

import dev.assay.document.Layer;
import dev.assay.extract.xml.Markup;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;

/// What is drawn on an OpenDocument sheet.
///
/// @param texts   the texts in and about it, in order
/// @param objects the folders of the package in which its objects lie, such as charts
record OpenDrawing(List<Text> texts, List<String> objects) {
    /// A text in it, or the one for those who do not see it.
    record Text(String words, Layer layer) {}

    /// Reads the drawing, or the group of drawings, at hand.
    static OpenDrawing read(Markup drawing) throws XMLStreamException, IOException {
        OpenDrawing read = new OpenDrawing(new ArrayList<>(), new ArrayList<>());
        drawing.eachInside(read::element);
        return read;
    }

    private void element(Markup element) throws XMLStreamException, IOException {
        switch (element.name()) {
            case "text:p", "text:h" -> texts.add(new Text(OpenText.line(element, link -> {}), Layer.BODY));
            case "svg-compatible:title", "svg-compatible:desc" ->
                texts.add(new Text(element.text().strip(), Layer.ALT_TEXT));
            case "draw:object" -> objects.add(element.attribute("xlink:href", ""));
            default -> {}
        }
    }
}
