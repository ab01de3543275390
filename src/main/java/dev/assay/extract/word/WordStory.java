package dev.assay.extract.word;

import dev.assay.document.Fact;
import dev.assay.document.Gap;
import dev.assay.document.Layer;
import dev.assay.document.Place;
import dev.assay.document.Span;
import dev.assay.extract.office.Colour;
import dev.assay.extract.office.References;
import dev.assay.extract.xml.Markup;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/// Reads a flow of paragraphs and tables: the body, a header, a note, a comment, a text box.
final class WordStory {
    private final WordSource shared;
    private final References references;
    private final Layer layer;
    private final List<Mark> starting = new ArrayList<>();
    private List<String> section;
    private WordFields fields;
    private @Nullable WordParagraph anchor;
    private @Nullable WordParagraph last;
    private @Nullable Layer aside;
    private @Nullable Colour ground;
    private Place latest = new Place.Whole();
    private String identifier = "";
    private String noteNumber = "";

    /// A story outside the body, whose paragraphs stand under given headings.
    WordStory(WordSource shared, References references, Layer layer, List<String> section) {
        this.shared = shared;
        this.references = references;
        this.layer = layer;
        this.section = section;
        this.fields = new WordFields(shared);
    }

    /// Where paragraphs and tables go when they are complete.
    interface Sink {
        void paragraph(WordParagraph paragraph);

        void table(WordTable table);
    }

    /// Reads the blocks inside the element at hand.
    void blocks(Markup container, Sink sink) throws XMLStreamException, IOException {
        WordJoin join = new WordJoin(shared, sink);
        try {
            container.each(child -> block(child, join));
        } finally {
            join.end();
        }
    }

    /// Reads the blocks inside the element at hand into the document.
    void blocks(Markup container) throws XMLStreamException, IOException {
        blocks(container, new WordFlow(this, shared));
    }

    /// Reads a note, whose text begins with the number it is shown with.
    void note(Markup note, String number) throws XMLStreamException, IOException {
        noteNumber = number;
        blocks(note);
    }

    /// Reads a text box: its blocks hang on the paragraph that anchors it. What it stands on is not known.
    void box(Markup content, WordParagraph on) throws XMLStreamException, IOException {
        WordParagraph outer = anchor;
        WordFields outerFields = fields;
        Colour outerGround = ground;
        anchor = on;
        fields = new WordFields(shared);
        ground = Colour.AUTOMATIC;
        try {
            blocks(content, new WordBox(on));
        } finally {
            anchor = outer;
            fields = outerFields;
            ground = outerGround;
        }
    }

    /// Reads a content control and records it, where it is one that a person fills in.
    void control(Markup element, Markup.Visit visit) throws XMLStreamException, IOException {
        WordControl control = new WordControl(coming());
        Mark start = starting();
        element.each(child -> {
            if (child.name().equals("w:sdtPr")) {
                child.each(control::property);
            } else {
                visit.at(child);
            }
        });
        Mark end = new Mark();
        ended().mark(end);
        control.record(start, end, shared);
    }

    WordSource shared() {
        return shared;
    }

    References references() {
        return references;
    }

    WordFields fields() {
        return fields;
    }

    Layer layer() {
        return layer;
    }

    /// The place of the paragraph read last, for what breaks there.
    Place latest() {
        return latest;
    }

    /// The identifier of the comment's paragraph read last.
    String identifier() {
        return identifier;
    }

    /// The number of the note at hand, once.
    String noteNumber() {
        String number = noteNumber;
        noteNumber = "";
        return number;
    }

    /// What letters stand on where neither they nor their paragraph say so.
    Colour ground() {
        return ground == null ? shared.pageGround() : ground;
    }

    /// Sets what letters stand on.
    ///
    /// @param other null for the page
    /// @return what it was
    @Nullable
    Colour ground(@Nullable Colour other) {
        Colour outer = ground;
        ground = other;
        return outer;
    }

    /// The headings the next paragraph is under.
    List<String> section() {
        return layer == Layer.BODY ? shared.places().section() : section;
    }

    void section(List<String> headings) {
        section = headings;
    }

    /// The layer that everything goes to now instead of the story's own: deleted or hidden; null for none.
    @Nullable
    Layer aside() {
        return aside;
    }

    /// Sets the layer that everything goes to; null for the story's own.
    void aside(@Nullable Layer other) {
        aside = other;
    }

    /// Reads inside an element whose text all goes to another layer.
    void aside(Layer other, Markup element, Markup.Visit visit) throws XMLStreamException, IOException {
        Layer outer = aside;
        aside = outer == null ? other : outer;
        try {
            element.each(visit);
        } finally {
            aside = outer;
        }
    }

    /// Records a tracked change of no text that the element at hand marks.
    void change(Markup element, Fact.TrackedChange.Action action, Place place) {
        change(element, action, new Mark(), new Mark(), place);
    }

    /// Records a tracked change of a text that the element at hand marks.
    void change(Markup element, Fact.TrackedChange.Action action, Mark start, Mark end, Place place) {
        String author = element.attribute("w:author", "");
        String when = element.attribute("w:date", "");
        shared.late()
                .add(
                        start,
                        end,
                        span -> new Fact.TrackedChange(author, action, when, span.length() == 0 ? null : span, place));
    }

    void block(Markup child, Sink sink) throws XMLStreamException, IOException {
        switch (child.name()) {
            case "w:p" -> paragraph(child, sink);
            case "w:tbl" -> table(child, sink);
            case "w:sectPr" -> shared.sections().properties(child, this, coming());
            case "w:altChunk" -> skippedPart(child);
            case "w:sdt" -> control(child, inner -> inner.each(each -> block(each, sink)));
            case "w:bookmarkStart" -> shared.links().start(child, starting(), coming());
            case "w:bookmarkEnd" -> shared.links().end(child, ended());
            case "w:commentRangeStart" -> shared.comments().start(child, starting(), coming());
            case "w:commentRangeEnd" -> shared.comments().end(child, ended());
            case "w:background" -> shared.pageColour(Colour.of(child, "w:color"));
            default -> {
                if (!child.name().endsWith("Pr")) {
                    child.each(inner -> block(inner, sink));
                }
            }
        }
    }

    private void paragraph(Markup element, Sink sink) throws XMLStreamException, IOException {
        WordParagraph paragraph =
                new WordParagraph(anchor == null ? shared.places().next(layer, section()) : anchor.place());
        latest = paragraph.place();
        identifier = layer == Layer.COMMENT ? element.attribute("w14:paraId", "") : "";
        starting.forEach(paragraph.text()::mark);
        starting.clear();
        try {
            new WordRuns(this, paragraph).read(element);
        } finally {
            last = paragraph;
            sink.paragraph(paragraph);
        }
        if (layer == Layer.BODY && anchor == null) {
            shared.sections().paragraph(paragraph.place());
        }
    }

    private void table(Markup element, Sink sink) throws XMLStreamException, IOException {
        WordTable table = new WordTable(coming());
        Colour outer = ground;
        try {
            new WordTableReader(this, table).read(element);
        } finally {
            ground = outer;
            sink.table(table);
        }
    }

    /// The place that the next paragraph will have.
    Place.Paragraph coming() {
        return anchor == null ? shared.places().coming(layer, section()) : anchor.place();
    }

    /// A mark at the start of the next paragraph.
    Mark starting() {
        Mark mark = new Mark();
        starting.add(mark);
        return mark;
    }

    /// The text that has ended last.
    MarkedText ended() {
        if (last != null) {
            return last.text();
        }
        MarkedText nothing = new MarkedText();
        nothing.written(new Span(shared.draft().length(), shared.draft().length()));
        return nothing;
    }

    private void skippedPart(Markup element) {
        String part = references.part(element.attribute("r:id"), coming()).orElse("outside the file");
        shared.draft().gap(Gap.Reason.SKIPPED_PART, coming(), "The inserted document " + part + " was not read.");
    }
}
