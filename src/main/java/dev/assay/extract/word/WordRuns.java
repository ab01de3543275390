package dev.assay.extract.word;

import dev.assay.document.Fact;
import dev.assay.document.Layer;
import dev.assay.extract.office.RunFormat;
import dev.assay.extract.office.SymbolFont;
import dev.assay.extract.xml.Markup;
import java.io.IOException;
import javax.xml.stream.XMLStreamException;

/// Reads what is inside a paragraph: runs, tracked changes, fields, links and drawings.
///
/// Tracked insertions are read as accepted text; deleted and hidden text goes to layers of its own.
final class WordRuns {
    private final WordStory story;
    private final WordParagraph paragraph;
    private RunFormat format = RunFormat.EMPTY;

    WordRuns(WordStory story, WordParagraph paragraph) {
        this.story = story;
        this.paragraph = paragraph;
    }

    void read(Markup element) throws XMLStreamException, IOException {
        element.each(this::inline);
    }

    private void inline(Markup element) throws XMLStreamException, IOException {
        switch (element.name()) {
            case "w:pPr" -> properties(element);
            case "w:r" -> run(element);
            case "w:ins", "w:moveTo" -> inserted(element);
            case "w:del", "w:moveFrom" -> deleted(element);
            case "w:hyperlink", "w:subDoc" -> {
                story.references().links(element, paragraph.place());
                element.each(this::inline);
            }
            case "w:fldSimple" -> {
                WordFields.tell(
                        element.attribute("w:instr", ""),
                        paragraph.place(),
                        story.shared().draft());
                element.each(this::inline);
            }
            case "w:commentRangeStart" -> refer("comment", element);
            case "m:t" -> write(element.text());
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
                case "w:sectPr" -> story.shared().sectionProperties(property);
                case "w:numPr" -> property.each(paragraph::property);
                case "w:rPr" -> property.each(this::paragraphMark);
                case "w:pPrChange" -> story.change(property, Fact.TrackedChange.Action.FORMATTING, paragraph.place());
                default -> paragraph.property(property);
            }
        });
        int level = paragraph.headingLevel(story.shared().styles());
        if (level > 0 && story.layer() == Layer.BODY) {
            paragraph.under(story.shared().places().above(level));
        }
    }

    private void paragraphMark(Markup property) {
        switch (property.name()) {
            case "w:ins" -> story.change(property, Fact.TrackedChange.Action.INSERTION, paragraph.place());
            case "w:moveTo" -> story.change(property, Fact.TrackedChange.Action.MOVE_TO, paragraph.place());
            case "w:del" -> story.change(property, Fact.TrackedChange.Action.DELETION, paragraph.place());
            case "w:moveFrom" -> story.change(property, Fact.TrackedChange.Action.MOVE_FROM, paragraph.place());
            case "w:rPrChange" -> story.change(property, Fact.TrackedChange.Action.FORMATTING, paragraph.place());
            default -> {}
        }
    }

    private void inserted(Markup element) throws XMLStreamException, IOException {
        Fact.TrackedChange.Action action = element.name().equals("w:ins")
                ? Fact.TrackedChange.Action.INSERTION
                : Fact.TrackedChange.Action.MOVE_TO;
        story.change(element, action, paragraph.place());
        element.each(this::inline);
    }

    private void deleted(Markup element) throws XMLStreamException, IOException {
        Fact.TrackedChange.Action action = element.name().equals("w:del")
                ? Fact.TrackedChange.Action.DELETION
                : Fact.TrackedChange.Action.MOVE_FROM;
        story.change(element, action, paragraph.place());
        story.aside(Layer.DELETED, element, this::inline);
    }

    private void run(Markup element) throws XMLStreamException, IOException {
        RunFormat outer = format;
        format = story.shared().styles().effective(RunFormat.EMPTY, paragraph.style());
        element.each(this::runPart);
        format = outer;
    }

    private void runPart(Markup part) throws XMLStreamException, IOException {
        switch (part.name()) {
            case "w:rPr" -> runProperties(part);
            case "w:t" -> write(SymbolFont.text(format.fontOf(""), inLine(part.text())));
            case "w:delText" -> paragraph.aside(inLine(part.text()), Layer.DELETED);
            case "m:t" -> write(part.text());
            case "w:tab", "w:ptab" -> write("\t");
            case "w:br", "w:cr" -> write("\n");
            case "w:noBreakHyphen" -> write("\u2011");
            case "w:sym" -> write(SymbolFont.character(part.attribute("w:font", ""), part.attribute("w:char", "")));
            case "w:fldChar" ->
                story.fields()
                        .mark(
                                part.attribute("w:fldCharType", ""),
                                paragraph.place(),
                                story.shared().draft());
            case "w:instrText" -> story.fields().instruction(part.text());
            case "w:delInstrText" -> {}
            case "w:drawing", "w:pict", "w:object" -> drawing(part);
            case "w:footnoteReference" -> refer("footnote", part);
            case "w:endnoteReference" -> refer("endnote", part);
            case "w:commentReference" -> refer("comment", part);
            case "w:rt" -> {}
            case "w:ruby", "w:rubyBase" -> part.each(this::runPart);
            case "w:r" -> run(part);
            default -> {}
        }
    }

    private void runProperties(Markup element) throws XMLStreamException, IOException {
        RunFormat[] own = {RunFormat.EMPTY};
        element.each(property -> {
            if (property.name().equals("w:rPrChange")) {
                story.change(property, Fact.TrackedChange.Action.FORMATTING, paragraph.place());
            } else {
                own[0] = own[0].with(property, story.shared().theme());
            }
        });
        format = story.shared().styles().effective(own[0], paragraph.style());
    }

    private void drawing(Markup element) throws XMLStreamException, IOException {
        WordDrawing drawing = new WordDrawing(story, paragraph);
        if (Boolean.TRUE.equals(format.hidden())) {
            story.aside(Layer.HIDDEN, element, drawing::element);
        } else {
            element.each(drawing::element);
        }
    }

    private void refer(String kind, Markup element) {
        story.shared()
                .refer(kind, element.attribute("w:id", ""), paragraph.place().section());
    }

    private void write(String words) {
        Layer layer = layer();
        if (!words.isBlank()) {
            story.shared().font(format.fontOf(words));
        }
        if (layer == story.layer()) {
            paragraph.append(words);
            if (!words.isBlank()) {
                story.shared().textIsShown();
            }
            return;
        }
        paragraph.aside(words, layer);
        if (layer == Layer.HIDDEN && !words.isBlank()) {
            story.shared().draft().fact(new Fact.Hidden(Fact.Hidden.Kind.TEXT, "", paragraph.place()));
        }
    }

    private Layer layer() {
        Layer aside = story.aside();
        if (aside != null) {
            return aside;
        }
        boolean hidden = Boolean.TRUE.equals(format.hidden()) || story.fields().inInstruction();
        return hidden ? Layer.HIDDEN : story.layer();
    }

    /// Line ends inside `w:t` are white space to Word, not lines.
    private static String inLine(String text) {
        return text.replace('\n', ' ').replace('\r', ' ');
    }
}
