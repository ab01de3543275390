package dev.assay.extract.word;

import dev.assay.document.Fact;
import dev.assay.document.Fact.TrackedChange.Action;
import dev.assay.document.Layer;
import dev.assay.extract.office.Colour;
import dev.assay.extract.office.RunFormat;
import dev.assay.extract.office.SymbolFont;
import dev.assay.extract.xml.Markup;
import java.io.IOException;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/// Reads what is inside a paragraph: runs, tracked changes, fields, links and drawings.
///
/// Tracked insertions are read as accepted text; deleted text, and text that nobody sees, goes to layers of its
/// own.
final class WordRuns {
    /// Two points: smaller text is not read by anybody.
    private static final int SMALLEST_HALF_POINTS = 4;

    private final WordStory story;
    private final WordSource shared;
    private final WordParagraph paragraph;
    private RunFormat format = RunFormat.EMPTY;

    WordRuns(WordStory story, WordParagraph paragraph) {
        this.story = story;
        this.shared = story.shared();
        this.paragraph = paragraph;
    }

    void read(Markup element) throws XMLStreamException, IOException {
        element.each(this::inline);
    }

    private void inline(Markup element) throws XMLStreamException, IOException {
        switch (element.name()) {
            case "w:r" -> run(element);
            case "w:pPr" -> properties(element);
            case "w:ins" -> inserted(element, Action.INSERTION);
            case "w:moveTo" -> inserted(element, Action.MOVE_TO);
            case "w:del" -> deleted(element, Action.DELETION);
            case "w:moveFrom" -> deleted(element, Action.MOVE_FROM);
            case "w:hyperlink" -> hyperlink(element);
            case "w:subDoc" -> story.references().links(element, paragraph.place());
            case "w:fldSimple" -> field(element);
            case "w:sdt" -> control(element);
            case "w:bookmarkStart" ->
                shared.links().start(element, paragraph.text().mark(), paragraph.place());
            case "w:bookmarkEnd" -> shared.links().end(element, paragraph.text());
            case "w:commentRangeStart" ->
                shared.comments().start(element, paragraph.text().mark(), paragraph.place());
            case "w:commentRangeEnd" -> shared.comments().end(element, paragraph.text());
            case "m:oMath", "m:oMathPara" -> formula(element);
            default -> {
                if (!element.name().endsWith("Pr")) {
                    element.each(this::inline);
                }
            }
        }
    }

    private void properties(Markup element) throws XMLStreamException, IOException {
        element.each(property -> {
            switch (property.name()) {
                case "w:sectPr" -> shared.sections().properties(property, story, paragraph.place());
                case "w:numPr" -> property.each(paragraph::property);
                case "w:rPr" -> property.each(this::paragraphMark);
                case "w:pPrChange" -> story.change(property, Action.FORMATTING, paragraph.place());
                default -> paragraph.property(property);
            }
        });
        int level = paragraph.headingLevel(shared.styles());
        if (level > 0 && story.layer() == Layer.BODY) {
            paragraph.under(shared.places().above(level));
        }
    }

    private void paragraphMark(Markup property) {
        switch (property.name()) {
            case "w:ins" -> story.change(property, Action.INSERTION, paragraph.place());
            case "w:moveTo" -> story.change(property, Action.MOVE_TO, paragraph.place());
            case "w:del" -> {
                story.change(property, Action.DELETION, paragraph.place());
                paragraph.deleteEnd();
            }
            case "w:moveFrom" -> {
                story.change(property, Action.MOVE_FROM, paragraph.place());
                paragraph.deleteEnd();
            }
            case "w:vanish" -> {
                if (property.flag("w:val", true)) {
                    paragraph.hideEnd();
                }
            }
            case "w:rPrChange" -> story.change(property, Action.FORMATTING, paragraph.place());
            default -> {}
        }
    }

    private void inserted(Markup element, Action action) throws XMLStreamException, IOException {
        MarkedText text = story.aside() == null ? paragraph.text() : paragraph.beside(story.aside());
        Mark end = new Mark();
        story.change(element, action, text.mark(), end, paragraph.place());
        element.each(this::inline);
        text.mark(end);
    }

    private void deleted(Markup element, Action action) throws XMLStreamException, IOException {
        MarkedText text = paragraph.beside(Layer.DELETED);
        Mark end = new Mark();
        story.change(element, action, text.mark(), end, paragraph.place());
        story.aside(Layer.DELETED, element, this::inline);
        text.mark(end);
    }

    private void hyperlink(Markup element) throws XMLStreamException, IOException {
        String anchor = element.attribute("w:anchor", "");
        String id = element.attribute("r:id");
        String fragment = story.references().fragment(id);
        if (!fragment.isEmpty() || id == null) {
            shared.links().to(fragment.isEmpty() ? anchor : fragment, paragraph.place());
        } else {
            story.references().links(element, paragraph.place());
        }
        element.each(this::inline);
    }

    private void field(Markup element) throws XMLStreamException, IOException {
        story.fields().begin(paragraph, story.aside() != null);
        story.fields().instruction(element.attribute("w:instr", ""));
        story.fields().separate(paragraph);
        element.each(this::inline);
        story.fields().end(paragraph);
    }

    private void control(Markup element) throws XMLStreamException, IOException {
        WordControl control = new WordControl(paragraph.place());
        Mark start = paragraph.text().mark();
        element.each(child -> {
            if (child.name().equals("w:sdtPr")) {
                child.each(control::property);
            } else {
                inline(child);
            }
        });
        control.record(start, paragraph.text().mark(), shared);
    }

    private void formula(Markup element) throws XMLStreamException, IOException {
        StringBuilder deleted = new StringBuilder();
        write(WordFormula.text(element, deleted));
        if (!deleted.isEmpty()) {
            paragraph.aside(deleted.toString(), Layer.DELETED);
        }
    }

    private void run(Markup element) throws XMLStreamException, IOException {
        RunFormat outer = format;
        format = shared.styles().effective(RunFormat.EMPTY, paragraph.style());
        element.each(this::runPart);
        format = outer;
    }

    private void runPart(Markup part) throws XMLStreamException, IOException {
        switch (part.name()) {
            case "w:t" -> write(SymbolFont.text(format.fontOf(""), inLine(part.text())));
            case "w:rPr" -> runProperties(part);
            case "w:delText" -> paragraph.aside(inLine(part.text()), Layer.DELETED);
            case "m:t" -> write(part.text());
            case "w:tab", "w:ptab" -> write("\t");
            case "w:br", "w:cr" -> write("\n");
            case "w:noBreakHyphen" -> write("\u2011");
            case "w:sym" -> write(SymbolFont.character(part.attribute("w:font", ""), part.attribute("w:char", "")));
            case "w:fldChar" -> fieldMark(part);
            case "w:instrText" -> story.fields().instruction(part.text());
            case "w:drawing", "w:pict", "w:object" -> drawing(part);
            case "w:footnoteReference" -> note("footnote", part);
            case "w:endnoteReference" -> note("endnote", part);
            case "w:footnoteRef", "w:endnoteRef" -> write(story.noteNumber());
            case "w:commentReference" -> shared.comments().refer(part, paragraph.place());
            case "w:ruby" -> ruby(part);
            case "w:r" -> run(part);
            default -> {}
        }
    }

    private void runProperties(Markup element) throws XMLStreamException, IOException {
        RunFormat[] own = {RunFormat.EMPTY};
        element.each(property -> {
            if (property.name().equals("w:rPrChange")) {
                story.change(property, Action.FORMATTING, paragraph.place());
            } else {
                own[0] = own[0].with(property, shared.theme());
            }
        });
        format = shared.styles().effective(own[0], paragraph.style());
    }

    private void fieldMark(Markup mark) throws XMLStreamException, IOException {
        switch (mark.attribute("w:fldCharType", "")) {
            case "begin" -> {
                story.fields().begin(paragraph, story.aside() != null);
                mark.each(child -> {
                    if (child.name().equals("w:ffData")) {
                        story.fields().form(WordFormField.read(child));
                    }
                });
            }
            case "separate" -> story.fields().separate(paragraph);
            case "end" -> story.fields().end(paragraph);
            default -> {}
        }
    }

    /// What stands over a base to tell how it is spoken follows it in brackets.
    private void ruby(Markup element) throws XMLStreamException, IOException {
        StringBuilder spoken = new StringBuilder();
        element.each(child -> {
            if (child.name().equals("w:rt")) {
                child.eachInside(inside -> spoken.append(inside.name().equals("w:t") ? inside.text() : ""));
            } else if (child.name().equals("w:rubyBase")) {
                child.each(this::runPart);
            }
        });
        if (!spoken.toString().isBlank()) {
            write("(" + spoken + ")");
        }
    }

    private void drawing(Markup element) throws XMLStreamException, IOException {
        WordDrawing drawing = new WordDrawing(story, paragraph);
        if (Boolean.TRUE.equals(format.hidden())) {
            story.aside(Layer.HIDDEN, element, drawing::element);
        } else {
            element.each(drawing::element);
        }
    }

    private void note(String kind, Markup reference) {
        if (story.aside() != Layer.DELETED) {
            shared.notes().refer(kind, reference, paragraph.place());
        }
    }

    private void write(String words) {
        boolean blank = words.isBlank();
        if (!blank) {
            shared.font(format.fontOf(words));
        }
        if (story.aside() != null) {
            paragraph.aside(words, story.aside());
        } else if (story.fields().inInstruction()) {
            if (!story.fields().nested(words)) {
                hide(words, blank, Fact.Hidden.Kind.TEXT);
            }
        } else {
            show(words, blank);
        }
        if (story.aside() == Layer.HIDDEN && !blank) {
            shared.draft().fact(new Fact.Hidden(Fact.Hidden.Kind.TEXT, "", paragraph.place()));
        }
    }

    private void show(String words, boolean blank) {
        Fact.Hidden.Kind unseen = unseen(blank);
        if (unseen != null) {
            hide(words, blank, unseen);
            return;
        }
        paragraph.append(words);
        if (!blank) {
            shared.textIsShown();
        }
    }

    private void hide(String words, boolean blank, Fact.Hidden.Kind why) {
        paragraph.aside(words, Layer.HIDDEN);
        if (!blank) {
            shared.draft().fact(new Fact.Hidden(why, "", paragraph.place()));
        }
    }

    /// Why nobody sees text of the format at hand; null where it is seen.
    private Fact.Hidden.@Nullable Kind unseen(boolean blank) {
        if (Boolean.TRUE.equals(format.hidden())) {
            return Fact.Hidden.Kind.TEXT;
        }
        if (blank) {
            return null;
        }
        if (format.halves() != null && format.halves() < SMALLEST_HALF_POINTS) {
            return Fact.Hidden.Kind.TINY_TEXT;
        }
        Colour colour = format.colour();
        boolean vanishes = colour != null && !colour.equals(Colour.AUTOMATIC) && colour.vanishesOn(ground());
        return vanishes ? Fact.Hidden.Kind.INVISIBLE_TEXT : null;
    }

    private Colour ground() {
        Colour nearest = format.ground() == null ? paragraph.ground(shared.styles()) : format.ground();
        return nearest == null ? story.ground() : nearest;
    }

    /// Line ends inside `w:t` are white space to Word, not lines.
    private static String inLine(String text) {
        return text.replace('\n', ' ').replace('\r', ' ');
    }
}
