package dev.assay.extract.html;

import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Colours as CSS and old HTML attributes write them.
final class Color {
    static final int WHITE = 0xFFFFFF;
    static final int BLACK = 0;

    /// A colour that shows nothing.
    static final int TRANSPARENT = -1;

    private static final int NEAR = 10;
    private static final Pattern HEX = Pattern.compile("#?([0-9a-f]{3}|[0-9a-f]{6})(?:[0-9a-f]{2})?");
    private static final Pattern FUNCTION = Pattern.compile(
            "rgba?\\(\\s*(\\d{1,3})[\\s,]+(\\d{1,3})[\\s,]+(\\d{1,3})(?:[\\s,/]+([\\d.]{1,6}%?))?\\s*\\)");
    private static final Map<String, Integer> NAMES = Map.ofEntries(
            Map.entry("white", WHITE),
            Map.entry("window", WHITE),
            Map.entry("black", BLACK),
            Map.entry("windowtext", BLACK),
            Map.entry("transparent", TRANSPARENT),
            Map.entry("snow", 0xFFFAFA),
            Map.entry("ivory", 0xFFFFF0),
            Map.entry("whitesmoke", 0xF5F5F5),
            Map.entry("ghostwhite", 0xF8F8FF),
            Map.entry("floralwhite", 0xFFFAF0),
            Map.entry("silver", 0xC0C0C0),
            Map.entry("lightgray", 0xD3D3D3),
            Map.entry("lightgrey", 0xD3D3D3),
            Map.entry("gray", 0x808080),
            Map.entry("grey", 0x808080),
            Map.entry("red", 0xFF0000),
            Map.entry("maroon", 0x800000),
            Map.entry("yellow", 0xFFFF00),
            Map.entry("olive", 0x808000),
            Map.entry("lime", 0x00FF00),
            Map.entry("green", 0x008000),
            Map.entry("aqua", 0x00FFFF),
            Map.entry("teal", 0x008080),
            Map.entry("blue", 0x0000FF),
            Map.entry("navy", 0x000080),
            Map.entry("fuchsia", 0xFF00FF),
            Map.entry("purple", 0x800080),
            Map.entry("orange", 0xFFA500));

    private Color() {}

    /// The colour of a value, as `0xRRGGBB`; empty where it is not known.
    static OptionalInt of(String value) {
        String plain = value.strip().toLowerCase(Locale.ROOT);
        Integer named = NAMES.get(plain);
        if (named != null) {
            return OptionalInt.of(named);
        }
        Matcher hex = HEX.matcher(plain);
        if (hex.matches()) {
            return OptionalInt.of(hex(hex.group(1)));
        }
        Matcher function = FUNCTION.matcher(plain);
        return function.matches() ? function(function) : OptionalInt.empty();
    }

    private static int hex(String digits) {
        int value = Integer.parseInt(digits, 16);
        if (digits.length() == 6) {
            return value;
        }
        return (value >> 8 & 0xF) * 0x110000 + (value >> 4 & 0xF) * 0x1100 + (value & 0xF) * 0x11;
    }

    private static OptionalInt function(Matcher function) {
        String opacity = function.group(4);
        if (opacity != null && opacity.matches("0*\\.?0*%?")) {
            return OptionalInt.of(TRANSPARENT);
        }
        int color = 0;
        for (int i = 1; i <= 3; i++) {
            color = color << 8 | Math.min(255, Integer.parseInt(function.group(i)));
        }
        return OptionalInt.of(color);
    }

    /// Whether the eye cannot tell text of one colour from a ground of the other.
    static boolean alike(int text, int ground) {
        return text == TRANSPARENT
                || (Math.abs((text >> 16 & 0xFF) - (ground >> 16 & 0xFF)) <= NEAR
                        && Math.abs((text >> 8 & 0xFF) - (ground >> 8 & 0xFF)) <= NEAR
                        && Math.abs((text & 0xFF) - (ground & 0xFF)) <= NEAR);
    }
}
