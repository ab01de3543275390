package dev.assay.extract.office;

import dev.assay.extract.xml.Markup;
import java.io.IOException;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/// What a run's properties say that matters to a reader.
///
/// @param style    the character style's id, empty for none
/// @param font     for alphabetic text; null where not said
/// @param eastAsia the font for ideographs, kana and hangul; null where not said
/// @param complex  the font for Arabic, Hebrew, Indic and other complex scripts; null where not said
/// @param hidden   whether the text is not shown; null where not said
/// @param halves   the size in half points; null where not said
/// @param colour   of the letters, null where not said
/// @param ground   what the letters stand on, from shading or highlighting; null where not said
public record RunFormat(
        String style,
        @Nullable String font,
        @Nullable String eastAsia,
        @Nullable String complex,
        @Nullable Boolean hidden,
        @Nullable Integer halves,
        @Nullable Colour colour,
        @Nullable Colour ground) {
    public static final RunFormat EMPTY = new RunFormat("", null, null, null, null, null, null, null);

    private static final int FIRST_HEBREW = 0x590;
    private static final int LAST_COMPLEX = 0x10FF;
    private static final int FIRST_HANGUL = 0x1100;

    /// Reads the properties at hand (`w:rPr`).
    public static RunFormat read(Markup properties, ThemeFonts theme) throws XMLStreamException, IOException {
        RunFormat[] format = {EMPTY};
        properties.each(each -> format[0] = format[0].with(each, theme));
        return format[0];
    }

    /// This format, with what it does not say taken from another.
    public RunFormat or(RunFormat other) {
        if (other.equals(EMPTY)) {
            return this;
        }
        return new RunFormat(
                style,
                font == null ? other.font : font,
                eastAsia == null ? other.eastAsia : eastAsia,
                complex == null ? other.complex : complex,
                hidden == null ? other.hidden : hidden,
                halves == null ? other.halves : halves,
                colour == null ? other.colour : colour,
                ground == null ? other.ground : ground);
    }

    /// The font a text is shown in; empty where nothing says so.
    public String fontOf(String text) {
        String special = null;
        for (int i = 0; i < text.length() && special == null; i++) {
            char c = text.charAt(i);
            if (c >= FIRST_HANGUL) {
                special = isEastAsian(c) ? eastAsia : null;
            } else if (c >= FIRST_HEBREW && c <= LAST_COMPLEX) {
                special = complex;
            }
        }
        String name = special == null ? font : special;
        return name == null ? "" : name;
    }

    private static boolean isEastAsian(char c) {
        return c <= 0x11FF
                || (c >= 0x2E80 && c <= 0xD7FF)
                || (c >= 0xF900 && c <= 0xFAFF)
                || (c >= 0xFF00 && c <= 0xFFEF)
                || (Character.isHighSurrogate(c) && c >= 0xD840 && c <= 0xD888);
    }

    /// This format, changed by one property.
    public RunFormat with(Markup property, ThemeFonts theme) {
        return switch (property.name()) {
            case "w:rStyle" ->
                new RunFormat(property.attribute("w:val", ""), font, eastAsia, complex, hidden, halves, colour, ground);
            case "w:vanish" ->
                new RunFormat(style, font, eastAsia, complex, property.flag("w:val", true), halves, colour, ground);
            case "w:sz" ->
                new RunFormat(style, font, eastAsia, complex, hidden, Measure.halfPoints(property), colour, ground);
            case "w:color" ->
                new RunFormat(style, font, eastAsia, complex, hidden, halves, Colour.of(property, "w:val"), ground);
            case "w:shd" -> onGround(Colour.ofShading(property));
            case "w:highlight" -> onGround(Colour.ofHighlight(property.attribute("w:val", "none")));
            case "w:rFonts" ->
                new RunFormat(
                        style,
                        font(property, theme, "w:ascii", "w:asciiTheme", font),
                        font(property, theme, "w:eastAsia", "w:eastAsiaTheme", eastAsia),
                        font(property, theme, "w:cs", "w:cstheme", complex),
                        hidden,
                        halves,
                        colour,
                        ground);
            default -> this;
        };
    }

    private RunFormat onGround(@Nullable Colour other) {
        return other == null ? this : new RunFormat(style, font, eastAsia, complex, hidden, halves, colour, other);
    }

    private static @Nullable String font(
            Markup property, ThemeFonts theme, String named, String themed, @Nullable String otherwise) {
        String reference = property.attribute(themed);
        String ofTheme = reference == null ? "" : theme.ofText(reference);
        String own = property.attribute(named);
        return !ofTheme.isEmpty() ? ofTheme : own == null || own.isEmpty() ? otherwise : own;
    }
}
