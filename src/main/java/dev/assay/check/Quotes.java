package dev.assay.check;

import dev.assay.document.Block;
import dev.assay.document.Document;
import dev.assay.document.Place;
import dev.assay.document.Span;
import java.util.List;

/// Quotes a document's text in a little of what surrounds it.
public final class Quotes {
    private static final int AROUND = 60;
    private static final int LONGEST = 300;

    private Quotes() {}

    /// The text at a span with at most 60 units on each side, cut at word bounds, from the same block and, in a
    /// table, the same row. A very long text is shortened in its middle.
    static Finding.Quote of(Document document, Span span) {
        Span line = surroundings(document, span);
        String text = document.text();
        return new Finding.Quote(
                flat(text.substring(from(text, line.start(), span.start()), span.start())),
                shortened(flat(document.text(span)), LONGEST),
                flat(text.substring(span.end(), to(text, span.end(), line.end()))));
    }

    /// A quote that shows where it stands: one without surroundings of its own gets a little of the text before
    /// and after its paragraph or row, on the same slide or sheet and in the same layer, behind a slash.
    static Finding.Quote situated(Document document, Span span, Finding.Quote quote) {
        Block block = document.blockAt(span.start()).orElse(null);
        if (block == null || !quote.before().isBlank() || !quote.after().isBlank()) {
            return quote;
        }
        List<Block> all = document.blocks();
        int at = all.indexOf(block);
        Span line = surroundings(document, span);
        String before = words(document, Math.min(block.span().start(), line.start()), line.start());
        if (before.isEmpty() && at > 0 && areTogether(all.get(at - 1), block)) {
            before = document.text(all.get(at - 1)).strip();
        }
        String after = words(document, line.end(), Math.max(block.span().end(), line.end()));
        if (after.isEmpty() && at + 1 < all.size() && areTogether(block, all.get(at + 1))) {
            after = document.text(all.get(at + 1)).strip();
        }
        String last = before.substring(from(before, 0, before.length()));
        String first = after.substring(0, to(after, 0, after.length()));
        return new Finding.Quote(
                last.isEmpty() ? "" : flat(last) + " / ", quote.marked(), first.isEmpty() ? "" : " / " + flat(first));
    }

    private static String words(Document document, int start, int end) {
        return document.text(new Span(start, end)).strip();
    }

    private static boolean areTogether(Block one, Block other) {
        return one.layer() == other.layer() && surface(one.place()).equals(surface(other.place()));
    }

    /// What a reader sees at once, where the format has such a thing.
    private static String surface(Place place) {
        return switch (place) {
            case Place.Slide slide -> "slide " + slide.slide();
            case Place.Cell cell -> "sheet " + cell.sheet();
            case Place.Part part -> part.path() + '\0' + surface(part.within());
            case Place.Page ignored -> "";
            case Place.Paragraph ignored -> "";
            case Place.Line ignored -> "";
            case Place.Whole ignored -> "";
        };
    }

    /// A text on one line, shortened in its middle where it is longer than `most` units.
    public static String shortened(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int half = most / 2 - 2;
        int head = Character.isHighSurrogate(text.charAt(half - 1)) ? half - 1 : half;
        int tail = text.length() - half;
        return text.substring(0, head) + " \u2026 "
                + text.substring(Character.isLowSurrogate(text.charAt(tail)) ? tail + 1 : tail);
    }

    private static Span surroundings(Document document, Span span) {
        Block block = document.blockAt(span.start()).orElse(null);
        Span whole = block == null ? new Span(0, document.text().length()) : block.span();
        int start = Math.min(whole.start(), span.start());
        int end = Math.max(whole.end(), span.end());
        if (!(block instanceof Block.Table)) {
            return new Span(start, end);
        }
        int rowStart = document.text().lastIndexOf('\n', Math.max(0, span.start() - 1)) + 1;
        int rowEnd = document.text().indexOf('\n', span.end());
        return new Span(Math.max(start, Math.min(rowStart, span.start())), rowEnd < 0 ? end : Math.min(end, rowEnd));
    }

    private static int from(String text, int first, int at) {
        int start = Math.max(first, at - AROUND);
        if (start == first) {
            return start;
        }
        while (start < at && !Character.isWhitespace(text.charAt(start - 1))) {
            start++;
        }
        return start;
    }

    private static int to(String text, int at, int last) {
        int end = Math.min(last, at + AROUND);
        if (end == last) {
            return end;
        }
        while (end > at && !Character.isWhitespace(text.charAt(end))) {
            end--;
        }
        return end;
    }

    private static String flat(String text) {
        return text.replace('\n', ' ').replace('\t', ' ');
    }
}
