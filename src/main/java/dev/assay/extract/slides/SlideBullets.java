package dev.assay.extract.slides;

import dev.assay.extract.xml.Markup;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;

/// Which levels of a shape's text have bullets or numbers, as far as one list style says.
final class SlideBullets {
    static final SlideBullets NONE = new SlideBullets();

    private final Map<Integer, Boolean> byLevel = new HashMap<>();

    /// Reads the list style at hand (`a:lstStyle`, `p:bodyStyle`).
    static SlideBullets read(Markup style) throws XMLStreamException, IOException {
        SlideBullets bullets = new SlideBullets();
        style.each(level -> {
            String name = level.name();
            if (name.startsWith("a:lvl") && name.endsWith("pPr")) {
                level.each(property -> of(property.name())
                        .ifPresent(bullet -> bullets.byLevel.put(name.charAt("a:lvl".length()) - '1', bullet)));
            }
        });
        return bullets;
    }

    /// Whether a paragraph property switches the bullet on or off; empty where it is another property.
    static Optional<Boolean> of(String property) {
        return switch (property) {
            case "a:buChar", "a:buAutoNum", "a:buBlip" -> Optional.of(true);
            case "a:buNone" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    /// Whether a level, counted from 0, has a bullet; empty where this style does not say.
    Optional<Boolean> at(int level) {
        return Optional.ofNullable(byLevel.get(level));
    }
}
