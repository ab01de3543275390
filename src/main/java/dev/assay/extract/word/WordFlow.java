package dev.assay.extract.word;

import dev.assay.document.Layer;

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
        write(paragraph);
        paragraph.attached().forEach(piece -> piece.write(shared.draft(), paragraph.place(), story.layer()));
        if (!paragraph.text().isBlank()) {
            caption = shared.styles().isCaption(paragraph.style()) ? paragraph.text() : "";
        }
    }

    @Override
    public void table(WordTable table) {
        if (!caption.isEmpty()) {
            table.caption(caption);
        }
        caption = "";
        table.write(shared.draft(), story.latest(), story.layer());
    }

    private void write(WordParagraph paragraph) {
        String text = paragraph.text();
        int heading = paragraph.headingLevel(shared.styles());
        int list = paragraph.listLevel(shared.styles());
        if (heading > 0 && story.layer() == Layer.BODY && !text.isBlank()) {
            shared.draft().heading(heading, text, paragraph.place(), story.layer());
            shared.places().enter(heading, text);
        } else if (list > 0) {
            shared.draft().listItem(list, text, paragraph.place(), story.layer());
        } else {
            shared.draft().paragraph(text, paragraph.place(), story.layer());
        }
    }
}
