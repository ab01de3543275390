package dev.assay.extract.word;

import dev.assay.document.Fact;
import dev.assay.document.Gap;
import dev.assay.document.Layer;
import dev.assay.document.Place;
import dev.assay.extract.draft.Piece;
import dev.assay.extract.office.References;
import dev.assay.extract.office.ShapeText;
import dev.assay.extract.office.Shown;
import dev.assay.extract.xml.Markup;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import javax.xml.stream.XMLStreamException;

/// Reads a drawing, a VML picture or an embedded object: its images, texts and description.
final class WordDrawing {
    private final WordStory story;
    private final WordParagraph paragraph;
    private final References references;
    private final Set<String> descriptions = new HashSet<>();
    private Shown shown = Shown.UNKNOWN;

    WordDrawing(WordStory story, WordParagraph paragraph) {
        this.story = story;
        this.paragraph = paragraph;
        this.references = story.references();
    }

    void element(Markup element) throws XMLStreamException, IOException {
        Place place = paragraph.place();
        references.links(element, place);
        switch (element.name()) {
            case "wp:extent" -> shown = Shown.ofExtent((double) element.wide("cx", 0), (double) element.wide("cy", 0));
            case "a:blip" -> references.image(element.attribute("r:embed"), shown, place);
            case "v:imagedata" -> references.image(element.attribute("r:id"), shown, place);
            case "v:textpath" -> hang(element.attribute("string", ""));
            case "w:txbxContent" -> story.box(element, paragraph);
            case "a:p" -> hang(ShapeText.line(element));
            case "c:chart" -> references.chart(element.attribute("r:id"), place).ifPresent(paragraph::hang);
            case "cx:chart" ->
                story.shared().draft().gap(Gap.Reason.SKIPPED_PART, place, "A chart of a newer kind was not read.");
            case "dgm:relIds" ->
                references.diagram(element.attribute("r:dm"), place).forEach(this::hang);
            case "o:OLEObject" -> references.object(element.attribute("r:id"), element.attribute("ProgID", ""), place);
            case "w:control" -> references.object(element.attribute("r:id"), element.attribute("w:name", ""), place);
            default -> other(element);
        }
    }

    private void other(Markup element) throws XMLStreamException, IOException {
        String name = element.name();
        if (name.endsWith(":docPr") || name.endsWith(":cNvPr")) {
            String description = element.attribute("descr", "");
            describe(description.isBlank() ? element.attribute("title", "") : description);
            if (element.flag("hidden", false)) {
                story.shared().draft().fact(new Fact.Hidden(Fact.Hidden.Kind.DRAWING, "", paragraph.place()));
            }
        } else if (name.startsWith("v:")) {
            describe(element.attribute("alt", ""));
        }
        element.each(this::element);
    }

    private void hang(String text) {
        Layer aside = story.aside();
        paragraph.hang(aside == null ? Piece.text(text) : Piece.text(text, aside));
    }

    private void describe(String words) {
        if (!words.isBlank() && descriptions.add(words)) {
            paragraph.hang(Piece.text(words, Layer.ALT_TEXT));
        }
    }
}
