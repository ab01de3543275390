package dev.assay.extract.office;

import dev.assay.extract.xml.Markup;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;

/// The texts of a diagram (SmartArt): those of its data model's points.
final class Diagram {
    private final List<String> texts = new ArrayList<>();

    void read(Markup model) throws XMLStreamException, IOException {
        model.eachInside(element -> {
            if (element.name().equals("dgm:prSet")) {
                element.text();
            } else if (element.name().equals("a:p")) {
                texts.add(ShapeText.line(element));
            }
        });
    }

    List<String> texts() {
        return texts.stream().filter(text -> !text.isBlank()).toList();
    }
}
