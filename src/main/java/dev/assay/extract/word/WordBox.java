package dev.assay.extract.word;

/// Hangs the paragraphs and tables of a text box on the paragraph that anchors it. A box opens no section, so
/// its headings are paragraphs.
record WordBox(WordParagraph anchor) implements WordStory.Sink {
    @Override
    public void paragraph(WordParagraph paragraph) {
        anchor.hang((draft, place, layer) -> WordParagraph.write(paragraph.text(), draft, place, layer));
        paragraph.attached().forEach(anchor::hang);
    }

    @Override
    public void table(WordTable table) {
        anchor.hang(table);
    }
}
