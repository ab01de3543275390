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
/// @param hidden   whether the text is not shown; null where not said
public record RunFormat(
        String style,
        @Nullable String font,
        @Nullable String eastAsia,
        @Nullable Boolean hidden) {
    public static final RunFormat EMPTY = new RunFormat("", null, null, null);

    /// Reads the properties at hand (`w:rPr`).
    public static RunFormat read(Markup properties, ThemeFonts theme) throws XMLStreamException, IOException {
        RunFormat[] format = {EMPTY};
        properties.each(each -> format[0] = format[0].with(each, theme));
        return format[0];
    }

    /// This format, with what it does not say taken from another.
    public RunFormat or(RunFormat other) {
        return new RunFormat(
                style,
                font == null ? other.font : font,
                eastAsia == null ? other.eastAsia : eastAsia,
                hidden == null ? other.hidden : hidden);
    }

    /// The font a text is shown in; empty where nothing says so.
    public String fontOf(String text) {
        String name = text.codePoints().anyMatch(Character::isIdeographic) && eastAsia != null ? eastAsia : font;
        return name == null ? "" : name;
    }

    /// This format, changed by one property.
    public RunFormat with(Markup property, ThemeFonts theme) {
        return switch (property.name()) {
            case "w:rStyle" -> new RunFormat(property.attribute("w:val", ""), font, eastAsia, hidden);
            case "w:vanish" -> new RunFormat(style, font, eastAsia, property.flag("w:val", true));
            case "w:rFonts" ->
                new RunFormat(
                        style,
                        font(property, theme, "w:ascii", "w:asciiTheme", font),
                        font(property, theme, "w:eastAsia", "w:eastAsiaTheme", eastAsia),
                        hidden);
            default -> this;
        };
    }

    private static @Nullable String font(
            Markup property, ThemeFonts theme, String named, String themed, @Nullable String otherwise) {
        String reference = property.attribute(themed);
        String ofTheme = reference == null ? "" : theme.ofText(reference);
        String own = property.attribute(named);
        return !ofTheme.isEmpty() ? ofTheme : own == null || own.isEmpty() ? otherwise : own;
    }
}
