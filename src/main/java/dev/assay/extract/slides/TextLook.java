package dev.assay.extract.slides;

import dev.assay.extract.xml.Markup;
import java.io.IOException;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/// What properties say of how a text looks.
///
/// @param bullet   whether it has a bullet or number; null where they do not say
/// @param size     in hundredths of a point, 0 where they do not say
/// @param paint    null where they do not say
/// @param outlined whether its letters have an outline
/// @param latin    the font, as a shape refers to it; null where they do not say
/// @param eastAsia the font for ideographs, kana and hangul
record TextLook(
        @Nullable Boolean bullet,
        int size,
        @Nullable Paint paint,
        boolean outlined,
        @Nullable String latin,
        @Nullable String eastAsia) {
    static final TextLook NONE = new TextLook(null, 0, null, false, null, null);

    /// This look, with what it does not say taken from another.
    TextLook or(TextLook other) {
        return new TextLook(
                bullet == null ? other.bullet : bullet,
                size == 0 ? other.size : size,
                paint == null ? other.paint : paint,
                outlined || other.outlined,
                latin == null ? other.latin : latin,
                eastAsia == null ? other.eastAsia : eastAsia);
    }

    /// Reads the run properties at hand (`a:rPr`, `a:defRPr`).
    ///
    /// @param others sees each child that says nothing of the look
    static TextLook read(Markup properties, Markup.Visit others) throws XMLStreamException, IOException {
        TextLook[] look = {NONE.sized(properties.number("sz", 0))};
        properties.each(child -> {
            switch (child.name()) {
                case "a:ln" -> look[0] = outline(child) ? look[0].outline() : look[0];
                case "a:latin" -> look[0] = look[0].font(child.attribute("typeface"), look[0].eastAsia);
                case "a:ea" -> look[0] = look[0].font(look[0].latin, child.attribute("typeface"));
                default -> {
                    Optional<Paint> fill = Paint.read(child);
                    if (fill.isPresent()) {
                        look[0] = look[0].painted(fill.get());
                    } else {
                        others.at(child);
                    }
                }
            }
        });
        return look[0];
    }

    TextLook painted(Paint fill) {
        return new TextLook(bullet, size, fill, outlined, latin, eastAsia);
    }

    TextLook bulleted(boolean listed) {
        return new TextLook(listed, size, paint, outlined, latin, eastAsia);
    }

    /// The font a text is shown in, as a shape refers to it; empty where nothing says so.
    String fontOf(String text) {
        String name = text.codePoints().anyMatch(Character::isIdeographic) && eastAsia != null ? eastAsia : latin;
        return name == null ? "" : name;
    }

    private TextLook sized(int hundredths) {
        return new TextLook(bullet, Math.max(0, hundredths), paint, outlined, latin, eastAsia);
    }

    private TextLook outline() {
        return new TextLook(bullet, size, paint, true, latin, eastAsia);
    }

    private TextLook font(@Nullable String alphabetic, @Nullable String ideographic) {
        return new TextLook(bullet, size, paint, outlined, alphabetic, ideographic);
    }

    private static boolean outline(Markup line) throws XMLStreamException, IOException {
        boolean[] drawn = {false};
        line.each(child -> drawn[0] |= Paint.read(child)
                .filter(fill -> !(fill instanceof Paint.Nothing))
                .isPresent());
        return drawn[0];
    }
}
