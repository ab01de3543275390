package dev.assay.extract.office;

import dev.assay.extract.xml.Markup;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A colour of letters or of what they stand on, as text documents say it.
///
/// @param red   0 to 255; all three are -1 for a colour that nobody can tell
/// @param green 0 to 255
/// @param blue  0 to 255
public record Colour(int red, int green, int blue) {
    /// Chosen by the program so that it can be read, or a pattern.
    public static final Colour AUTOMATIC = new Colour(-1, -1, -1);

    public static final Colour WHITE = new Colour(255, 255, 255);

    /// So near to each other that no reader tells them apart.
    private static final int NEAR = 16;

    private static final int DIGITS = 6;

    private static final Map<String, Colour> HIGHLIGHTS = Map.ofEntries(
            Map.entry("black", new Colour(0, 0, 0)),
            Map.entry("blue", new Colour(0, 0, 255)),
            Map.entry("cyan", new Colour(0, 255, 255)),
            Map.entry("green", new Colour(0, 255, 0)),
            Map.entry("magenta", new Colour(255, 0, 255)),
            Map.entry("red", new Colour(255, 0, 0)),
            Map.entry("yellow", new Colour(255, 255, 0)),
            Map.entry("white", WHITE),
            Map.entry("darkBlue", new Colour(0, 0, 128)),
            Map.entry("darkCyan", new Colour(0, 128, 128)),
            Map.entry("darkGreen", new Colour(0, 128, 0)),
            Map.entry("darkMagenta", new Colour(128, 0, 128)),
            Map.entry("darkRed", new Colour(128, 0, 0)),
            Map.entry("darkYellow", new Colour(128, 128, 0)),
            Map.entry("darkGray", new Colour(128, 128, 128)),
            Map.entry("lightGray", new Colour(192, 192, 192)));

    /// The colour in an attribute: six hexadecimal digits, else automatic.
    public static Colour of(Markup element, String attribute) {
        Colour colour = ofHexadecimal(element.attribute(attribute, "auto"));
        return colour == null ? AUTOMATIC : colour;
    }

    /// The ground that shading makes (`w:shd`): automatic for a pattern, null where it makes none.
    public static @Nullable Colour ofShading(Markup shading) {
        return switch (shading.attribute("w:val", "clear")) {
            case "clear" -> ofHexadecimal(shading.attribute("w:fill", "auto"));
            case "solid" -> ofHexadecimal(shading.attribute("w:color", "auto"));
            case "nil" -> null;
            default -> AUTOMATIC;
        };
    }

    static @Nullable Colour ofHighlight(String name) {
        return HIGHLIGHTS.get(name);
    }

    /// Whether letters of one colour on the other cannot be seen.
    public boolean vanishesOn(Colour ground) {
        return red >= 0
                && ground.red >= 0
                && Math.abs(red - ground.red) <= NEAR
                && Math.abs(green - ground.green) <= NEAR
                && Math.abs(blue - ground.blue) <= NEAR;
    }

    private static @Nullable Colour ofHexadecimal(String digits) {
        if (digits.length() != DIGITS) {
            return null;
        }
        int value = 0;
        for (int i = 0; i < DIGITS; i++) {
            int digit = Character.digit(digits.charAt(i), 16);
            if (digit < 0) {
                return null;
            }
            value = value << 4 | digit;
        }
        return new Colour(value >> 16, value >> 8 & 0xFF, value & 0xFF);
    }
}
