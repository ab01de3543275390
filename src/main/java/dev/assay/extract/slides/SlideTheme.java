package dev.assay.extract.slides;

import dev.assay.document.Place;
import dev.assay.extract.office.OfficePackage;
import dev.assay.extract.office.ThemeFonts;
import dev.assay.extract.xml.Markup;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamException;

/// What a master's theme says: its scheme's colours, its fonts, and whether the first of its fills is plain.
final class SlideTheme {
    private static final int FIRST_SHAPE_FILL = 1;
    private static final int FIRST_BACKGROUND_FILL = 1001;

    private final Map<String, SlideColour> scheme = new HashMap<>();
    private final ThemeFonts fonts;
    private boolean plainShapes;
    private boolean plainBackgrounds;

    private SlideTheme(ThemeFonts fonts) {
        this.fonts = fonts;
    }

    /// Reads the theme a part refers to; one that says nothing where there is none.
    static SlideTheme read(OfficePackage source, String part) throws IOException {
        SlideTheme theme = new SlideTheme(ThemeFonts.read(source, part));
        for (String each : source.targets(part, "theme")) {
            source.read(each, Place.Whole::new, root -> root.eachInside(theme::element));
        }
        return theme;
    }

    Map<String, SlideColour> scheme() {
        return scheme;
    }

    /// The name of a font as a shape refers to it; empty where the theme names none.
    String font(String typeface) {
        return fonts.ofShape(typeface);
    }

    /// A fill with references to this theme replaced by what they stand for.
    Paint resolved(Paint paint) {
        if (!(paint instanceof Paint.Themed themed)) {
            return paint;
        }
        boolean plain = themed.index() == FIRST_SHAPE_FILL && plainShapes
                || themed.index() == FIRST_BACKGROUND_FILL && plainBackgrounds;
        return plain ? new Paint.Plain(themed.colour()) : new Paint.Mixed();
    }

    private void element(Markup element) throws XMLStreamException, IOException {
        switch (element.name()) {
            case "a:clrScheme" -> element.each(this::colour);
            case "a:fillStyleLst" -> plainShapes = firstIsPlain(element);
            case "a:bgFillStyleLst" -> plainBackgrounds = firstIsPlain(element);
            default -> {}
        }
    }

    private void colour(Markup slot) throws XMLStreamException, IOException {
        String name = slot.name().substring(slot.name().indexOf(':') + 1);
        SlideColour.inside(slot).ifPresent(colour -> scheme.put(name, colour));
    }

    /// Whether the first fill of a list is the colour it is asked for in, unchanged.
    private static boolean firstIsPlain(Markup list) throws XMLStreamException, IOException {
        Paint asked = new Paint.Plain(new SlideColour(SlideColour.Space.SCHEME, "phClr", java.util.List.of()));
        int[] at = {0};
        boolean[] plain = {false};
        list.each(fill -> {
            if (at[0]++ == 0) {
                plain[0] = Paint.read(fill).filter(asked::equals).isPresent();
            }
        });
        return plain[0];
    }
}
