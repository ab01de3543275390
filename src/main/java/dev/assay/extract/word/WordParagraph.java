package dev.assay.extract.word;

import dev.assay.document.Layer;
import dev.assay.document.Place;
import dev.assay.document.Span;
import dev.assay.extract.draft.DocumentDraft;
import dev.assay.extract.draft.Piece;
import dev.assay.extract.office.Colour;
import dev.assay.extract.xml.Markup;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A paragraph being collected: its text, what stands aside from it in other layers, and what hangs on it.
final class WordParagraph {
    private static final int NO_OUTLINE = 9;

    private final List<Aside> asides = new ArrayList<>();
    private final List<Piece> hanging = new ArrayList<>();
    private MarkedText text = new MarkedText();
    private List<Piece> attached = new ArrayList<>();
    private Place.Paragraph place;
    private boolean asideOpen;
    private boolean endDeleted;
    private boolean endHidden;
    private boolean dropCap;
    private boolean counted;
    private String style = "";
    private @Nullable Colour ground;
    private @Nullable Sequence sequence;
    private @Nullable Integer outline;
    private @Nullable Integer list;
    private @Nullable Integer level;

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

    MarkedText text() {
        return text;
    }

    /// Takes one of the paragraph's properties.
    void property(Markup property) {
        switch (property.name()) {
            case "w:pStyle" -> style = property.attribute("w:val", "");
            case "w:outlineLvl" -> outline = property.number("w:val", NO_OUTLINE);
            case "w:numId" -> list = property.number("w:val", 0);
            case "w:ilvl" -> level = property.number("w:val", 0);
            case "w:shd" -> ground = Colour.ofShading(property);
            case "w:framePr" ->
                dropCap = !property.attribute("w:dropCap", "none").equals("none");
            default -> {}
        }
    }

    /// What its letters stand on, where neither they nor what is around it says so; null where it does not say.
    @Nullable
    Colour ground(WordStyles styles) {
        return ground == null ? styles.ground(style) : ground;
    }

    /// Its end was deleted or moved away: with all changes accepted, the next paragraph goes on in it.
    void deleteEnd() {
        endDeleted = true;
    }

    void hideEnd() {
        endHidden = true;
    }

    /// Whether the next paragraph shows its text after this one's, as one.
    boolean goesOn() {
        return (endDeleted || dropCap) && !text.isBlank();
    }

    /// Makes this the end of a paragraph that goes on in it.
    void goOn(WordParagraph begun) {
        int length = begun.text.length();
        begun.text.append(text);
        text = begun.text;
        attached = begun.attached();
        if (sequence == null) {
            sequence = begun.sequence;
        } else {
            sequence = sequence.after(length);
        }
    }

    /// Notes that a number of a sequence was shown, as captions have it.
    ///
    /// @param name  what is counted, such as `Figure`
    /// @param start where the number begins in the text
    void sequence(String name, int start) {
        if (sequence == null && text.length() > start) {
            sequence = new Sequence(name, start, text.length());
        }
    }

    /// The first number of a sequence in its text; null where there is none.
    @Nullable
    Sequence sequence() {
        return sequence;
    }

    /// 1 to 9, or 0 where the paragraph is no heading.
    int headingLevel(WordStyles styles) {
        if (outline != null) {
            return outline < 0 || outline >= NO_OUTLINE ? 0 : outline + 1;
        }
        return styles.headingLevel(style);
    }

    /// From 1, or 0 where the paragraph is no list entry.
    int listLevel(WordStyles styles, WordNumbering numbering) {
        int id = list(styles);
        return id == 0 ? 0 : level(id, styles, numbering) + 1;
    }

    private int list(WordStyles styles) {
        return list == null ? styles.list(style) : list;
    }

    private int level(int id, WordStyles styles, WordNumbering numbering) {
        if (level != null) {
            return level;
        }
        return list == null ? styles.level(style, id, numbering) : 0;
    }

    /// Counts it in its list, and puts the number it is shown with before its text.
    void count(WordStyles styles, WordNumbering numbering) {
        int id = counted || ((endDeleted || endHidden) && text.isBlank()) ? 0 : list(styles);
        counted = true;
        if (id != 0) {
            String number = numbering.next(id, level(id, styles, numbering));
            if (!text.isBlank() && !number.isEmpty()) {
                text.prepend(number);
                sequence = sequence == null ? null : sequence.after(number.length());
            }
        }
    }

    void append(String words) {
        text.append(words);
        asideOpen = asideOpen && words.isBlank();
    }

    /// Adds text of another layer; what follows text of the same layer at once belongs to it.
    void aside(String words, Layer layer) {
        beside(layer).append(words);
    }

    /// The text of another layer that stands at this point.
    MarkedText beside(Layer layer) {
        if (!asideOpen || asides.getLast().layer != layer) {
            asides.add(new Aside(layer, new MarkedText()));
            asideOpen = true;
        }
        return asides.getLast().text;
    }

    /// Adds what is written after the paragraph.
    void hang(Piece piece) {
        hanging.add(piece);
    }

    /// What stands aside and what hangs on the paragraph, as pieces that know its place; asked for once.
    List<Piece> attached() {
        Place.Paragraph at = place;
        for (Aside aside : asides) {
            attached.add((draft, where, layer) -> write(aside.text, draft, at, aside.layer));
        }
        for (Piece piece : hanging) {
            attached.add((draft, where, layer) -> piece.write(draft, at, layer));
        }
        return attached;
    }

    /// Writes a marked text as a paragraph.
    static Span write(MarkedText text, DocumentDraft draft, Place place, Layer layer) {
        Span span = draft.paragraph(text.toString(), place, layer);
        text.written(span);
        return span;
    }

    private record Aside(Layer layer, MarkedText text) {}

    /// A number of a sequence, from an offset to another.
    record Sequence(String name, int start, int end) {
        private Sequence after(int length) {
            return new Sequence(name, start + length, end + length);
        }
    }
}
