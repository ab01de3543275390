package dev.assay.extract.word;

import org.jspecify.annotations.Nullable;

/// Passes paragraphs on as they are shown: one whose end was deleted, or that is the large first letter of the
/// next, is shown as one with it; each is counted in its list, and what it captions is recorded.
///
/// What becomes one has the place, style and number of the last: there it ends, and that is what programs keep.
final class WordJoin implements WordStory.Sink {
    private final WordSource shared;
    private final WordStory.Sink next;
    private @Nullable WordParagraph begun;

    WordJoin(WordSource shared, WordStory.Sink next) {
        this.shared = shared;
        this.next = next;
    }

    @Override
    public void paragraph(WordParagraph paragraph) {
        if (begun != null) {
            paragraph.goOn(begun);
            begun = null;
        }
        if (paragraph.goesOn()) {
            begun = paragraph;
        } else {
            pass(paragraph);
        }
    }

    @Override
    public void table(WordTable table) {
        end();
        next.table(table);
    }

    /// Passes on what still waits for a paragraph to go on in.
    void end() {
        if (begun != null) {
            pass(begun);
            begun = null;
        }
    }

    private void pass(WordParagraph paragraph) {
        paragraph.count(shared.styles(), shared.numbering());
        shared.usesStyle(paragraph.style());
        WordCaption.record(paragraph, shared);
        next.paragraph(paragraph);
    }
}
