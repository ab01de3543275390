package dev.assay.extract.slides;

import dev.assay.extract.xml.Markup;
import java.io.IOException;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;

/// What a text or an area is filled with.
sealed interface Paint {
    /// Nothing: what lies under it is seen.
    record Nothing() implements Paint {}

    /// One colour.
    record Plain(SlideColour colour) implements Paint {}

    /// A theme's fill in one colour.
    ///
    /// @param index from 1 for shapes, from 1001 for backgrounds
    record Themed(int index, SlideColour colour) implements Paint {}

    /// A gradient, pattern, picture or anything else of more than one colour.
    record Mixed() implements Paint {}

    /// Reads the fill at hand; empty where the element is none.
    static Optional<Paint> read(Markup element) throws XMLStreamException, IOException {
        return switch (element.name()) {
            case "a:noFill" -> Optional.of(new Nothing());
            case "a:solidFill" ->
                Optional.of(SlideColour.inside(element).<Paint>map(Plain::new).orElseGet(Mixed::new));
            case "a:gradFill", "a:pattFill", "a:blipFill", "a:grpFill" -> Optional.of(new Mixed());
            default -> Optional.empty();
        };
    }

    /// Reads the reference to a theme's fill at hand (`a:fillRef`, `p:bgRef`).
    static Paint themed(Markup reference) throws XMLStreamException, IOException {
        int index = reference.number("idx", 0);
        boolean none = index == 0 || index == 1000;
        Optional<SlideColour> colour = SlideColour.inside(reference);
        return none
                ? new Nothing()
                : colour.<Paint>map(each -> new Themed(index, each)).orElseGet(Mixed::new);
    }
}
