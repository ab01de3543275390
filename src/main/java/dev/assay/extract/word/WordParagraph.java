package dev.assay.extract.word;

import dev.assay.document.Layer;
import dev.assay.document.Place;
import dev.assay.extract.draft.Piece;
import dev.assay.extract.xml.Markup;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A paragraph being collected: its text, what stands aside from it in other layers, and what hangs on it.
final class WordParagraph {
    private static final int NO_OUTLINE = 9;

    private final StringBuilder text = new StringBuilder();
    private final List<Aside> asides = new ArrayList<>();
    private final List<Piece> hanging = new ArrayList<>();
    private Place.Paragraph place;
    private boolean asideOpen;
    private String style = "";
    private @Nullable Integer outline;
    private @Nullable Integer number;
    private int level;

    WordParagraph(Place.Paragraph place) {
        this.place = place;
    }

    Place.Paragraph place() {
        return place;
    }

    void under(List<String> section) {
        place = new Place.Paragraph(place.number(), section);
    }

    String style() {
        return style;
    }

    String text() {
        return text.toString();
    }

    /// Takes one of the paragraph's properties.
    void property(Markup property) {
        switch (property.name()) {
            case "w:pStyle" -> style = property.attribute("w:val", "");
            case "w:outlineLvl" -> outline = property.number("w:val", NO_OUTLINE);
            case "w:numId" -> number = property.number("w:val", 0);
            case "w:ilvl" -> level = property.number("w:val", 0);
            default -> {}
        }
    }

    /// 1 to 9, or 0 where the paragraph is no heading.
    int headingLevel(WordStyles styles) {
        if (outline != null) {
            return outline < 0 || outline >= NO_OUTLINE ? 0 : outline + 1;
        }
        return styles.headingLevel(style);
    }

    /// From 1, or 0 where the paragraph is no list entry.
    int listLevel(WordStyles styles) {
        if (number != null) {
            return number == 0 ? 0 : level + 1;
        }
        return styles.listLevel(style);
    }

    void append(String words) {
        text.append(words);
        asideOpen = asideOpen && words.isBlank();
    }

    /// Adds text of another layer; what follows text of the same layer at once belongs to it.
    void aside(String words, Layer layer) {
        if (!asideOpen || asides.getLast().layer != layer) {
            asides.add(new Aside(layer, new StringBuilder()));
            asideOpen = true;
        }
        asides.getLast().text.append(words);
    }

    /// Adds what is written after the paragraph.
    void hang(Piece piece) {
        hanging.add(piece);
    }

    /// What stands aside and what hangs on the paragraph, as pieces that know its place.
    List<Piece> attached() {
        List<Piece> attached = new ArrayList<>();
        Place.Paragraph at = place;
        for (Aside aside : asides) {
            attached.add((draft, where, layer) -> draft.paragraph(aside.text.toString(), at, aside.layer));
        }
        for (Piece piece : hanging) {
            attached.add((draft, where, layer) -> piece.write(draft, at, layer));
        }
        return attached;
    }

    private record Aside(Layer layer, StringBuilder text) {}
}
