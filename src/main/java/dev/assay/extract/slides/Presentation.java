package dev.assay.extract.slides;

import dev.assay.extract.xml.Markup;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamException;

/// What a presentation's main part says: its slides in order, their size and number, sections, custom shows,
/// embedded fonts, and how text looks that no placeholder or style says.
final class Presentation {
    private static final int USUAL_WIDTH = 9_144_000;
    private static final int USUAL_HEIGHT = 6_858_000;

    private final List<Slide> slides = new ArrayList<>();
    private final List<Section> sections = new ArrayList<>();
    private final Map<String, Show> shows = new LinkedHashMap<>();
    private final Set<String> embeddedFonts = new LinkedHashSet<>();
    private SlideTextStyle textStyle = SlideTextStyle.NONE;
    private SlideBox size = new SlideBox(0, 0, USUAL_WIDTH, USUAL_HEIGHT);
    private int firstNumber = 1;

    /// A slide.
    ///
    /// @param id           what sections name it by
    /// @param relationship leads to its part
    record Slide(String id, String relationship) {}

    /// A run of slides with a name of its own.
    ///
    /// @param slides their ids
    record Section(String name, List<String> slides) {}

    /// A selection of slides that can be shown by itself.
    ///
    /// @param relationships lead to its slides, in order
    record Show(String name, List<String> relationships) {}

    /// Reads the root element at hand (`p:presentation`).
    void read(Markup root) throws XMLStreamException, IOException {
        firstNumber = root.number("firstSlideNum", 1);
        root.eachInside(this::element);
    }

    private void element(Markup element) throws XMLStreamException, IOException {
        switch (element.name()) {
            case "p:sldSz" ->
                size = new SlideBox(0, 0, element.number("cx", USUAL_WIDTH), element.number("cy", USUAL_HEIGHT));
            case "p:sldId" -> slides.add(new Slide(element.attribute("id", ""), element.attribute("r:id", "")));
            case "p:font" -> embeddedFonts.add(element.attribute("typeface", ""));
            case "p:custShow" -> show(element);
            case "p:defaultTextStyle" -> textStyle = SlideTextStyle.read(element);
            case "p14:section" -> section(element);
            default -> {}
        }
    }

    private void show(Markup element) throws XMLStreamException, IOException {
        String id = element.attribute("id", "");
        String name = element.attribute("name", "");
        List<String> inside = new ArrayList<>();
        element.eachInside(each -> {
            if (each.name().equals("p:sld")) {
                inside.add(each.attribute("r:id", ""));
            }
        });
        shows.putIfAbsent(id, new Show(name, inside));
    }

    private void section(Markup element) throws XMLStreamException, IOException {
        String name = element.attribute("name", "");
        List<String> inside = new ArrayList<>();
        element.eachInside(each -> {
            if (each.name().equals("p14:sldId")) {
                inside.add(each.attribute("id", ""));
            }
        });
        sections.add(new Section(name, inside));
    }

    List<Slide> slides() {
        return slides;
    }

    List<Section> sections() {
        return sections;
    }

    /// The custom shows by their id, in order.
    Map<String, Show> shows() {
        return shows;
    }

    Set<String> embeddedFonts() {
        return embeddedFonts;
    }

    SlideTextStyle textStyle() {
        return textStyle;
    }

    SlideBox size() {
        return size;
    }

    /// The number that the first slide shows.
    int firstNumber() {
        return firstNumber;
    }
}
