package dev.assay.extract.pdf.layout;

import dev.assay.document.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The words written of one page: which span of the document stands where.
public final class PageWords {
    private final PageFrame frame;
    private final List<Word> words = new ArrayList<>();

    public PageWords(PageFrame frame) {
        this.frame = frame;
    }

    /// A word, or what a field or annotation holds.
    public record Word(Span span, ShownBox box) {}

    public PageFrame frame() {
        return frame;
    }

    /// In order of their spans.
    public List<Word> words() {
        return words;
    }

    /// Takes a text that was written.
    ///
    /// @param end one past where it ends in the document
    public void add(PlacedText text, int end, PageTurn turn) {
        int start = end - text.text().length();
        for (int i = 0; i < text.words(); i++) {
            ShownBox box = turn.shown(text.edge(i, 0), text.edge(i, 1), text.edge(i, 2), text.edge(i, 3));
            words.add(new Word(new Span(start + text.start(i), start + text.end(i)), box));
        }
    }

    /// Takes a text that stands in a box as a whole.
    public void add(Span span, ShownBox box) {
        if (span.length() > 0) {
            words.add(new Word(span, box));
        }
    }

    /// The runs of words whose middle lies in one of several boxes. Words that follow each other in the text, with
    /// at most a space or line end between, are one run.
    public List<Span> under(List<ShownBox> boxes) {
        List<Span> runs = new ArrayList<>();
        for (Word word : words) {
            if (boxes.stream().anyMatch(box -> box.holdsMiddle(word.box))) {
                Span last = runs.isEmpty() ? null : runs.getLast();
                if (last != null && word.span.start() - last.end() <= 1 && word.span.start() >= last.end()) {
                    runs.set(runs.size() - 1, new Span(last.start(), word.span.end()));
                } else {
                    runs.add(word.span);
                }
            }
        }
        return runs;
    }

    /// From the first to the last word in several boxes; empty where there is none.
    public Optional<Span> across(List<ShownBox> boxes) {
        List<Span> runs = under(boxes);
        return runs.isEmpty()
                ? Optional.empty()
                : Optional.of(new Span(runs.getFirst().start(), runs.getLast().end()));
    }
}
