package dev.assay.extract.slides;

import dev.assay.extract.office.ShapeText;
import dev.assay.extract.xml.Markup;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/// A paragraph of a shape, being read.
final class SlideParagraph {
    private static final int DEEPEST = 8;

    private final Markup.Visit links;
    private final List<SlideRun> runs = new ArrayList<>();
    private int level;
    private @Nullable Boolean bullet;

    /// @param links sees every element that may lead somewhere
    SlideParagraph(Markup.Visit links) {
        this.links = links;
    }

    /// Reads the paragraph at hand (`a:p`).
    void read(Markup paragraph) throws XMLStreamException, IOException {
        paragraph.each(child -> {
            switch (child.name()) {
                case "a:pPr" -> properties(child);
                case "a:r" -> run(child, "");
                case "a:fld" -> run(child, child.attribute("type", "field"));
                case "a:br" -> runs.add(new SlideRun("\n", TextLook.NONE, false, null, ""));
                case "a:endParaRPr" -> {}
                default -> formula(child);
            }
        });
    }

    List<SlideRun> runs() {
        return runs;
    }

    /// Counted from 0.
    int level() {
        return level;
    }

    /// Whether it has a bullet itself; empty where it does not say.
    Optional<Boolean> bullet() {
        return Optional.ofNullable(bullet);
    }

    String text() {
        return runs.stream().map(SlideRun::text).collect(Collectors.joining());
    }

    private void properties(Markup element) throws XMLStreamException, IOException {
        level = Math.clamp(element.number("lvl", 0), 0, DEEPEST);
        element.each(property -> bullet = SlideTextStyle.bullet(property.name()).orElse(bullet));
    }

    private void run(Markup element, String field) throws XMLStreamException, IOException {
        SlideRun[] run = {new SlideRun("", TextLook.NONE, false, null, field)};
        element.each(part -> {
            switch (part.name()) {
                case "a:rPr" -> run[0] = looking(part, run[0]);
                case "a:t" -> run[0] = run[0].showing(run[0].text() + part.text());
                default -> {}
            }
        });
        if (!run[0].text().isEmpty() || run[0].isSlideNumber()) {
            runs.add(run[0]);
        }
    }

    private SlideRun looking(Markup properties, SlideRun run) throws XMLStreamException, IOException {
        boolean[] link = {false};
        SlideColour[] highlight = new SlideColour[1];
        TextLook look = TextLook.read(properties, other -> {
            if (other.name().equals("a:highlight")) {
                highlight[0] = SlideColour.inside(other).orElse(null);
            } else {
                link[0] |= other.name().equals("a:hlinkClick");
                links.at(other);
            }
        });
        return new SlideRun(run.text(), look, link[0], highlight[0], run.field());
    }

    private void formula(Markup element) throws XMLStreamException, IOException {
        StringBuilder text = new StringBuilder();
        element.eachInside(inside -> ShapeText.append(text, inside));
        if (!text.isEmpty()) {
            runs.add(new SlideRun(text.toString(), TextLook.NONE, false, null, ""));
        }
    }
}
