package dev.assay.extract.slides;

import dev.assay.extract.xml.Markup;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;

/// A colour as a file writes it: a base, and what is done to it in order.
///
/// @param space how the base is named
/// @param value the base: six hexadecimal digits, a scheme's colour or any other name
record SlideColour(Space space, String value, List<Change> changes) {
    /// How a base is named.
    enum Space {
        RGB,
        SCHEME,
        OTHER
    }

    /// A change such as `lumMod`, in thousandths of a percent.
    record Change(String name, int amount) {}

    private static final int FULL = 100_000;

    SlideColour {
        changes = List.copyOf(changes);
    }

    static SlideColour rgb(String value) {
        return new SlideColour(Space.RGB, value, List.of());
    }

    /// Reads the first colour inside the element at hand (`a:solidFill`, `a:fillRef`, `a:highlight`).
    static Optional<SlideColour> inside(Markup holder) throws XMLStreamException, IOException {
        List<SlideColour> colours = new ArrayList<>();
        holder.each(child -> {
            if (child.name().startsWith("a:") && child.name().endsWith("Clr")) {
                colours.add(read(child));
            }
        });
        return colours.stream().findFirst();
    }

    private static SlideColour read(Markup element) throws XMLStreamException, IOException {
        SlideColour base = base(element);
        List<Change> changes = new ArrayList<>();
        element.each(change -> changes.add(
                new Change(change.name().substring(change.name().indexOf(':') + 1), change.number("val", 0))));
        return new SlideColour(base.space, base.value, changes);
    }

    private static SlideColour base(Markup element) {
        String value = element.attribute("val", "");
        return switch (element.name()) {
            case "a:srgbClr" -> rgb(value);
            case "a:schemeClr" -> new SlideColour(Space.SCHEME, value, List.of());
            case "a:sysClr" -> rgb(element.attribute("lastClr", value.equals("window") ? "FFFFFF" : "000000"));
            case "a:prstClr" -> preset(value);
            default ->
                new SlideColour(
                        Space.OTHER,
                        element.name()
                                + element.attribute("r", "")
                                + element.attribute("g", "")
                                + element.attribute("b", "")
                                + element.attribute("hue", "")
                                + element.attribute("sat", "")
                                + element.attribute("lum", ""),
                        List.of());
        };
    }

    private static SlideColour preset(String name) {
        return switch (name) {
            case "white" -> rgb("FFFFFF");
            case "black" -> rgb("000000");
            default -> new SlideColour(Space.OTHER, name, List.of());
        };
    }

    /// How much of it covers what lies under it: 0 is nothing, 1 all.
    double opacity() {
        double opacity = 1;
        for (Change change : changes) {
            if (change.name.equals("alpha")) {
                opacity *= (double) change.amount / FULL;
            }
        }
        return opacity;
    }

    /// The same, covering fully.
    SlideColour opaque() {
        return new SlideColour(
                space,
                value,
                changes.stream().filter(change -> !change.name.equals("alpha")).toList());
    }
}
