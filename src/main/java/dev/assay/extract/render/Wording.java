package dev.assay.extract.render;

import dev.assay.document.Layer;
import dev.assay.document.Place;
import java.util.Locale;

/// What frames say of themselves.
final class Wording {
    private static final int LONGEST = 160;

    private Wording() {}

    /// A layer's name; empty for the body.
    static String of(Layer layer) {
        return switch (layer) {
            case BODY -> "";
            case HEADER -> "Header";
            case FOOTER -> "Footer";
            case FOOTNOTE -> "Footnote";
            case ENDNOTE -> "Endnote";
            case COMMENT -> "Comment";
            case SPEAKER_NOTE -> "Speaker note";
            case HIDDEN -> "Hidden";
            case DELETED -> "Deleted";
            case INSERTED -> "Inserted";
            case ALT_TEXT -> "Alternative text";
            case METADATA -> "Property";
            case MASTER -> "From the master";
            case QUOTED -> "Quoted";
        };
    }

    /// A text on one line, cut where it is long.
    static String brief(String text) {
        String flat = text.replaceAll("[\\s\\u00A0]+", " ").strip();
        if (flat.length() <= LONGEST) {
            return flat;
        }
        int end = Character.isHighSurrogate(flat.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return flat.substring(0, end) + "\u2026";
    }

    /// A place, first letter large.
    static String title(Place place) {
        String words = brief(describe(place));
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static String describe(Place place) {
        return place instanceof Place.Cell cell && cell.cell().contains(":")
                ? "sheet " + cell.sheet() + ", cells " + cell.cell()
                : place.describe();
    }

    /// The place inside a part, where it is one.
    static Place inner(Place place) {
        Place inner = place;
        while (inner instanceof Place.Part part) {
            inner = part.within();
        }
        return inner;
    }
}
