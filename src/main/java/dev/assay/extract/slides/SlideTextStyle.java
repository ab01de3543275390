package dev.assay.extract.slides;

import dev.assay.extract.xml.Markup;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;

/// How a shape's text looks level by level, as far as one list style says.
final class SlideTextStyle {
    static final SlideTextStyle NONE = new SlideTextStyle();

    private final Map<Integer, TextLook> byLevel = new HashMap<>();

    /// Reads the list style at hand (`a:lstStyle`, `p:bodyStyle`).
    static SlideTextStyle read(Markup style) throws XMLStreamException, IOException {
        SlideTextStyle read = new SlideTextStyle();
        style.each(level -> {
            String name = level.name();
            if (name.startsWith("a:lvl") && name.endsWith("pPr")) {
                read.byLevel.put(name.charAt("a:lvl".length()) - '1', level(level));
            }
        });
        return read;
    }

    private static TextLook level(Markup level) throws XMLStreamException, IOException {
        TextLook[] look = {TextLook.NONE};
        level.each(property -> {
            if (property.name().equals("a:defRPr")) {
                look[0] = look[0].or(TextLook.read(property, other -> {}));
            } else {
                look[0] = bullet(property.name()).map(look[0]::bulleted).orElse(look[0]);
            }
        });
        return look[0];
    }

    /// Whether a paragraph property switches the bullet on or off; empty where it is another property.
    static Optional<Boolean> bullet(String property) {
        return switch (property) {
            case "a:buChar", "a:buAutoNum", "a:buBlip" -> Optional.of(true);
            case "a:buNone" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    /// What this style says of a level, counted from 0.
    TextLook at(int level) {
        return byLevel.getOrDefault(level, TextLook.NONE);
    }
}
