package dev.assay.extract.slides;

import dev.assay.document.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Where a shape's paragraphs lie in the document.
final class WrittenShape {
    private final List<Written> paragraphs = new ArrayList<>();
    private int length;

    /// Adds the next paragraph.
    ///
    /// @param text  all of it, as the shape holds it
    /// @param words what was written of it
    /// @param span  where that lies
    void add(String text, String words, Span span) {
        paragraphs.add(new Written(length, text.length(), text.equals(words), Lead.of(words, span)));
        length += text.length() + 1;
    }

    /// Where a range of the shape's text lies; empty where it is not wholly known.
    ///
    /// @param from  counted from 0, a paragraph's end counting as one
    Optional<Span> range(int from, int count) {
        long end = (long) from + count;
        List<Span> spans = new ArrayList<>();
        for (Written each : paragraphs) {
            int start = Math.max(from, each.start) - each.start;
            long stop = Math.min(end, each.start + (long) each.length) - each.start;
            if (start < stop) {
                if (!each.whole) {
                    return Optional.empty();
                }
                spans.add(each.lead.span(start, (int) stop - start));
            }
        }
        return spans.isEmpty()
                ? Optional.empty()
                : Optional.of(new Span(spans.getFirst().start(), spans.getLast().end()));
    }

    private record Written(int start, int length, boolean whole, Lead lead) {}

    /// How a text lies in the document, which strips it and drops control characters.
    ///
    /// @param stripped how much was stripped before it
    /// @param exact    whether nothing else was changed
    record Lead(int stripped, boolean exact, Span written) {
        static Lead of(String words, Span written) {
            int stripped = words.length() - words.stripLeading().length();
            return new Lead(stripped, words.strip().length() == written.length(), written);
        }

        /// Where a part of the text lies; all of it where that cannot be told exactly.
        Span span(int start, int length) {
            if (!exact) {
                return written;
            }
            int from = Math.clamp((long) written.start() + start - stripped, written.start(), written.end());
            int to = Math.clamp((long) written.start() + start + length - stripped, from, written.end());
            return new Span(from, to);
        }
    }
}
