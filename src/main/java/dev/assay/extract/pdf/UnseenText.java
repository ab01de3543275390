package dev.assay.extract.pdf;

import dev.assay.document.Fact;
import dev.assay.document.Fact.Hidden;
import dev.assay.document.Layer;
import dev.assay.document.Place;
import dev.assay.document.Span;
import dev.assay.extract.draft.DocumentDraft;
import dev.assay.extract.pdf.facts.PdfFacts;
import dev.assay.extract.pdf.layout.LineEnds;
import dev.assay.extract.pdf.layout.PageWords;
import dev.assay.extract.pdf.layout.PdfBlock;
import dev.assay.extract.pdf.layout.PdfBlocks;
import dev.assay.extract.pdf.layout.Unseen;
import java.util.List;

/// Writes the text of a page that nobody sees, in a layer of its own, and tells why it is not seen.
final class UnseenText {
    private final DocumentDraft draft;
    private final PdfFacts facts;
    private final Place place;

    UnseenText(DocumentDraft draft, PdfFacts facts, Place place) {
        this.draft = draft;
        this.facts = facts;
        this.place = place;
    }

    void write(List<Unseen> groups, int page, PageWords words, LineEnds ends) {
        for (Unseen group : groups) {
            PageText text = new PageText(draft, place, group.turn(), words, ends);
            int characters = 0;
            for (PdfBlock block : PdfBlocks.of(page, group.lines(), ends)) {
                Span span = text.paragraph(block.placed(), Layer.HIDDEN);
                characters += span.length();
                if (group.cause() == Unseen.Cause.COVERED && span.length() > 0) {
                    facts.tell(new Fact.CoveredText(span, place));
                }
            }
            if (characters > 0) {
                tell(group, characters);
            }
        }
    }

    private void tell(Unseen group, int characters) {
        String count = characters == 1 ? "1 character" : characters + " characters";
        switch (group.cause()) {
            case LAYER_OFF -> facts.tell(new Hidden(Hidden.Kind.CONTENT_LAYER, group.layer(), place));
            case NO_INK -> facts.tell(new Hidden(Hidden.Kind.TEXT, count, place));
            case OUTSIDE -> facts.tell(new Hidden(Hidden.Kind.TEXT, count + " beside the page", place));
            case CLIPPED -> facts.tell(new Hidden(Hidden.Kind.TEXT, count + " cut off", place));
            case TINY -> facts.tell(new Hidden(Hidden.Kind.TINY_TEXT, count, place));
            case SAME_COLOUR -> facts.tell(new Hidden(Hidden.Kind.INVISIBLE_TEXT, count, place));
            case COVERED -> {
                // Told with its spans.
            }
        }
    }
}
