package dev.assay.extract.office;

import dev.assay.extract.xml.Markup;
import java.io.IOException;
import javax.xml.stream.XMLStreamException;

/// Text of DrawingML paragraphs.
public final class ShapeText {
    private ShapeText() {}

    /// The text of a paragraph at hand (`a:p`): runs, fields, formulas and line breaks.
    public static String line(Markup paragraph) throws XMLStreamException, IOException {
        StringBuilder line = new StringBuilder();
        paragraph.eachInside(element -> append(line, element));
        return line.toString();
    }

    /// Adds what an element inside a paragraph shows.
    public static void append(StringBuilder line, Markup element) throws XMLStreamException {
        switch (element.name()) {
            case "a:t", "m:t" -> line.append(element.text());
            case "a:br" -> line.append('\n');
            default -> {}
        }
    }
}
