package dev.assay.extract.slides;

import dev.assay.document.Fact;
import dev.assay.document.Layer;
import dev.assay.document.Place;
import dev.assay.document.Span;
import dev.assay.extract.draft.DocumentDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Writes the texts of shapes: what is seen in their layer, what nobody sees in the hidden one.
final class SlideText {
    /// In hundredths of a point: what is smaller cannot be read.
    private static final double SMALLEST = 200;
    private static final double HUNDREDTHS = 100;

    private final Deck deck;
    private final SlideTemplate template;
    private final SlideColours colours;
    private final String number;

    /// @param number what a slide number shows; empty to leave it as the file has it
    SlideText(Deck deck, SlideTemplate template, SlideColours colours, String number) {
        this.deck = deck;
        this.template = template;
        this.colours = colours;
        this.number = number;
    }

    /// Text that nobody sees.
    record Unseen(Fact.Hidden.Kind why, String words) {}

    DocumentDraft draft() {
        return deck.draft();
    }

    /// Writes a shape's paragraphs, tables, charts and description.
    ///
    /// @param ground the colour its text stands on; empty where it is not known
    WrittenShape write(PlacedShape placed, Layer layer, Optional<SlideColour> ground) {
        SlideShape shape = placed.shape();
        WrittenShape written = new WrittenShape();
        for (SlideParagraph paragraph : shape.paragraphs()) {
            Line line = line(paragraph, placed, ground);
            boolean listed = paragraph
                    .bullet()
                    .orElseGet(() -> Boolean.TRUE.equals(look(placed, paragraph).bullet()));
            Span span = listed
                    ? draft().listItem(paragraph.level() + 1, line.words(), shape.place(), layer)
                    : draft().paragraph(line.words(), shape.place(), layer);
            written.add(paragraph.text(), line.words(), span);
            line.fields(span, shape.place(), draft());
            line.unseen.forEach(each -> write(each, shape.place()));
        }
        writeRest(shape, layer);
        return written;
    }

    /// Writes a shape's text as a heading, on one line, then what else it holds.
    WrittenShape writeTitle(PlacedShape placed, Layer layer, Optional<SlideColour> ground) {
        SlideShape shape = placed.shape();
        List<String> words = new ArrayList<>();
        List<Unseen> unseen = new ArrayList<>();
        for (SlideParagraph paragraph : shape.paragraphs()) {
            Line line = line(paragraph, placed, ground);
            words.add(line.words());
            unseen.addAll(line.unseen);
        }
        String title = String.join(" ", words);
        WrittenShape written = new WrittenShape();
        written.add(title, title, draft().heading(1, title.replace('\n', ' '), shape.place(), layer));
        unseen.forEach(each -> write(each, shape.place()));
        writeRest(shape, layer);
        return written;
    }

    private void writeRest(SlideShape shape, Layer layer) {
        shape.pieces().forEach(piece -> piece.write(this, shape.place(), layer));
        draft().paragraph(shape.description(), shape.place(), Layer.ALT_TEXT);
    }

    void write(Unseen unseen, Place place) {
        draft().paragraph(unseen.words, place, Layer.HIDDEN);
        draft().fact(new Fact.Hidden(unseen.why, "", place));
    }

    /// The text of a table's cell as it is seen.
    ///
    /// @param unseen takes what is not
    String cell(List<SlideParagraph> paragraphs, Optional<SlideColour> ground, List<Unseen> unseen) {
        List<String> words = new ArrayList<>();
        for (SlideParagraph paragraph : paragraphs) {
            Line line = new Line();
            for (SlideRun run : paragraph.runs()) {
                TextLook look = run.look();
                font(run, look.or(template.look(null, paragraph.level())));
                line.add(shown(run), why(run, look, 1, look.paint() == null ? Optional.empty() : ground));
            }
            words.add(line.words());
            unseen.addAll(line.unseen);
        }
        return String.join("\n", words).strip();
    }

    /// How large a shape's largest text is, in points; 0 where nothing says so.
    double size(PlacedShape placed) {
        int largest = 0;
        for (SlideParagraph paragraph : placed.shape().paragraphs()) {
            TextLook inherited = look(placed, paragraph);
            for (SlideRun run : paragraph.runs()) {
                largest = run.text().isBlank()
                        ? largest
                        : Math.max(largest, run.look().or(inherited).size());
            }
        }
        return largest * placed.shape().textScale() / HUNDREDTHS;
    }

    private Line line(SlideParagraph paragraph, PlacedShape placed, Optional<SlideColour> ground) {
        Line line = new Line();
        TextLook inherited = look(placed, paragraph);
        for (SlideRun run : paragraph.runs()) {
            TextLook look = run.look().or(inherited);
            font(run, look);
            line.add(shown(run), why(run, look, placed.shape().textScale(), ground));
        }
        return line;
    }

    private TextLook look(PlacedShape placed, SlideParagraph paragraph) {
        int level = paragraph.level();
        return placed.shape().look(level).or(template.look(placed.placeholder(), level));
    }

    private void font(SlideRun run, TextLook look) {
        if (!run.text().isBlank()) {
            deck.font(template.theme().font(look.fontOf(run.text())));
        }
    }

    private SlideRun shown(SlideRun run) {
        return run.isSlideNumber() && !number.isEmpty() ? run.showing(number) : run;
    }

    /// Why a run is not seen; null where it is, as far as can be told.
    private Fact.Hidden.@Nullable Kind why(SlideRun run, TextLook look, double scale, Optional<SlideColour> ground) {
        if (run.text().isBlank()) {
            return null;
        }
        boolean nothing = look.paint() instanceof Paint.Nothing
                || (look.paint() instanceof Paint.Plain plain && plain.colour().opacity() <= 0);
        if (nothing && !look.outlined()) {
            return Fact.Hidden.Kind.TEXT;
        }
        if (look.size() > 0 && look.size() * scale < SMALLEST) {
            return Fact.Hidden.Kind.TINY_TEXT;
        }
        boolean plain = !run.link() && !look.outlined();
        Optional<SlideColour> behind = run.highlight() == null ? ground : Optional.of(run.highlight());
        boolean invisible = plain
                && look.paint() instanceof Paint.Plain colour
                && behind.filter(each -> colours.same(each, colour.colour())).isPresent();
        return invisible ? Fact.Hidden.Kind.INVISIBLE_TEXT : null;
    }

    /// A paragraph taken apart: what is seen of it, and what is not.
    private static final class Line {
        private final StringBuilder seen = new StringBuilder();
        private final List<Field> fields = new ArrayList<>();
        private final List<Unseen> unseen = new ArrayList<>();
        private boolean lastUnseen;

        void add(SlideRun run, Fact.Hidden.@Nullable Kind why) {
            if (why == null) {
                if (!run.field().isEmpty()) {
                    fields.add(new Field(run.field(), seen.length(), run.text().length()));
                }
                seen.append(run.text());
                lastUnseen = false;
                return;
            }
            boolean continues = lastUnseen && unseen.getLast().why == why;
            String before = continues ? unseen.removeLast().words : "";
            unseen.add(new Unseen(why, before + run.text()));
            lastUnseen = true;
        }

        String words() {
            return seen.toString();
        }

        /// Records the fields, where the text lies in the document as it stands here.
        void fields(Span span, Place place, DocumentDraft draft) {
            WrittenShape.Lead lead = WrittenShape.Lead.of(words(), span);
            for (Field field : fields) {
                draft.fact(new Fact.Field(field.kind, lead.span(field.start, field.length), place));
            }
        }

        private record Field(String kind, int start, int length) {}
    }
}
