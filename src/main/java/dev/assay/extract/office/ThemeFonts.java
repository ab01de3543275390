package dev.assay.extract.office;

import dev.assay.document.Place;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/// The fonts a document's theme names, so that `minorHAnsi` or `+mn-lt` can be told as a font's name.
public final class ThemeFonts {
    private final Map<String, String> fonts = new HashMap<>();

    /// Reads the theme a part refers to; empty where there is none.
    public static ThemeFonts read(OfficePackage source, String part) throws IOException {
        ThemeFonts theme = new ThemeFonts();
        for (String each : source.targets(part, "theme")) {
            source.read(
                    each,
                    Place.Whole::new,
                    root -> root.eachInside(element -> {
                        String name = element.name();
                        if (name.equals("a:majorFont") || name.equals("a:minorFont")) {
                            String size = name.substring(2, 7);
                            element.each(font ->
                                    theme.fonts.putIfAbsent(size + font.name(), font.attribute("typeface", "")));
                        }
                    }));
        }
        return theme;
    }

    /// The name of a theme font as text documents refer to it (`majorHAnsi`, `minorEastAsia`); empty where the
    /// theme names none.
    String ofText(String reference) {
        if (reference.length() < 5) {
            return "";
        }
        String script = reference.endsWith("EastAsia") ? "a:ea" : reference.endsWith("Bidi") ? "a:cs" : "a:latin";
        return fonts.getOrDefault(reference.substring(0, 5) + script, "");
    }

    /// The name of a font as shapes refer to it: itself, or `+mj-lt`, `+mn-ea` and so on; empty where the theme
    /// names none.
    public String ofShape(String typeface) {
        if (!typeface.startsWith("+") || typeface.length() < 6) {
            return typeface;
        }
        String size = typeface.startsWith("+mj") ? "major" : "minor";
        String script = typeface.endsWith("lt") ? "a:latin" : typeface.endsWith("ea") ? "a:ea" : "a:cs";
        return fonts.getOrDefault(size + script, "");
    }
}
