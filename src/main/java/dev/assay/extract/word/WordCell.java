package dev.assay.extract.word;

/// Puts paragraphs, and the text of nested tables, into a cell.
record WordCell(WordTable table, WordTable.Cell cell) implements WordStory.Sink {
    @Override
    public void paragraph(WordParagraph paragraph) {
        if (!paragraph.text().isBlank()) {
            table.holds(paragraph);
        }
        cell.add(paragraph.text());
        paragraph.attached().forEach(table::attach);
    }

    @Override
    public void table(WordTable nested) {
        table.holds(null);
        cell.add(nested.flat());
        nested.attached().forEach(table::attach);
    }
}
