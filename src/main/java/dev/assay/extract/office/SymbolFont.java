package dev.assay.extract.office;

import java.util.Locale;
import java.util.Map;

/// Characters of the Symbol and Wingdings fonts as Unicode.
///
/// Office stores them at U+F020 to U+F0FF. Symbol follows Adobe's symbol encoding
/// (https://unicode.org/Public/MAPPINGS/VENDORS/ADOBE/symbol.txt); of Wingdings the ticks, boxes, arrows and
/// bullets are known. What is not known stays as it is.
public final class SymbolFont {
    private static final String SYMBOL_20 =
            " !∀#∃%&∋()∗+,−./0123456789:;<=>?" + "≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_" + "‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼";
    private static final String SYMBOL_A1 = "ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑";
    private static final Map<Integer, String> WINGDINGS = Map.ofEntries(
            Map.entry(0x6C, "●"),
            Map.entry(0x6E, "■"),
            Map.entry(0x6F, "□"),
            Map.entry(0x71, "❑"),
            Map.entry(0x76, "❖"),
            Map.entry(0xA7, "▪"),
            Map.entry(0xA8, "◻"),
            Map.entry(0xD8, "➢"),
            Map.entry(0xDF, "←"),
            Map.entry(0xE0, "→"),
            Map.entry(0xE1, "↑"),
            Map.entry(0xE2, "↓"),
            Map.entry(0xE8, "➔"),
            Map.entry(0xFB, "✗"),
            Map.entry(0xFC, "✓"),
            Map.entry(0xFD, "☒"),
            Map.entry(0xFE, "☑"));

    private SymbolFont() {}

    /// What a character of a font looks like.
    ///
    /// @param code as stored: at U+F020 to U+F0FF or the same without F000
    static String character(String font, int code) {
        int index = code >= 0xF000 ? code - 0xF000 : code;
        String known = font.equals("Wingdings") ? WINGDINGS.get(index) : symbol(font, index);
        return known == null ? Character.toString(Character.isValidCodePoint(code) ? code : 0xFFFD) : known;
    }

    /// A text with the font's stored characters replaced.
    public static String text(String font, String text) {
        boolean known = font.equals("Symbol") || font.equals("Wingdings");
        if (!known || text.chars().noneMatch(SymbolFont::isStored)) {
            return text;
        }
        StringBuilder shown = new StringBuilder();
        text.chars().forEach(c -> shown.append(isStored(c) ? character(font, c) : Character.toString(c)));
        return shown.toString();
    }

    /// The character code of `w:sym`, written in hexadecimal digits.
    public static String character(String font, String hexadecimal) {
        try {
            return character(font, Integer.parseInt(hexadecimal.toLowerCase(Locale.ROOT), 16));
        } catch (NumberFormatException e) {
            return "\uFFFD";
        }
    }

    private static boolean isStored(int character) {
        return character >= 0xF020 && character <= 0xF0FF;
    }

    private static @org.jspecify.annotations.Nullable String symbol(String font, int index) {
        if (!font.equals("Symbol")) {
            return null;
        }
        if (index >= 0x20 && index < 0x20 + SYMBOL_20.length()) {
            return String.valueOf(SYMBOL_20.charAt(index - 0x20));
        }
        boolean upper = index >= 0xA1 && index < 0xA1 + SYMBOL_A1.length();
        return upper ? String.valueOf(SYMBOL_A1.charAt(index - 0xA1)) : null;
    }
}
