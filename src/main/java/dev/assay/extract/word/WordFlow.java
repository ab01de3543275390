package dev.assay.extract.word;

import dev.assay.document.Layer;
import dev.assay.document.Place;
import dev.assay.document.Span;

/// Writes a story's paragraphs and tables into the document as they come.
final class WordFlow implements WordStory.Sink {
    private final WordStory story;
    private final WordSource shared;
    private String caption = "";

    WordFlow(WordStory story, WordSource shared) {
        this.story = story;
        this.shared = shared;
    }

    @Override
    public void paragraph(WordParagraph paragraph) {
        paragraph.text().written(write(paragraph, paragraph.text().toString()));
        paragraph.attached().forEach(piece -> piece.write(shared.draft(), paragraph.place(), story.layer()));
        if (!paragraph.text().isBlank()) {
            boolean captioned = WordCaption.is(paragraph, shared.styles());
            caption = captioned ? paragraph.text().toString() : "";
        }
    }

    /// A table that holds nothing but a heading is a bar around it, and read as that heading.
    @Override
    public void table(WordTable table) {
        WordParagraph heading = story.layer() == Layer.BODY ? table.heading(shared.styles()) : null;
        if (heading != null) {
            caption = "";
            heading.text().writtenAlone(write(heading, heading.text().toString()));
            table.attached().forEach(piece -> piece.write(shared.draft(), heading.place(), story.layer()));
            return;
        }
        if (!caption.isEmpty()) {
            table.caption(caption);
        }
        caption = "";
        table.write(shared.draft(), story.latest(), story.layer());
    }

    private Span write(WordParagraph paragraph, String text) {
        Place place = paragraph.place();
        int heading = paragraph.headingLevel(shared.styles());
        if (heading > 0 && story.layer() == Layer.BODY && !text.isBlank()) {
            shared.places().enter(heading, text);
            return shared.draft().heading(heading, text, place, story.layer());
        }
        int list = paragraph.listLevel(shared.styles(), shared.numbering());
        return list > 0
                ? shared.draft().listItem(list, text, place, story.layer())
                : shared.draft().paragraph(text, place, story.layer());
    }
}
