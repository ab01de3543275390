package dev.assay.extract.pdf.layout;

import java.util.Arrays;
import java.util.List;

/// Text with the boxes of its words. It holds no control characters and no white space at its ends, so that a
/// document takes it as it is.
public final class PlacedText {
    static final PlacedText EMPTY = new PlacedText("", new int[0], new float[0]);

    private static final int EDGES = 4;

    private final String text;
    /// Start and end of each word.
    private final int[] spans;
    /// Left, upper, right and lower edge of each word.
    private final float[] boxes;

    private PlacedText(String text, int[] spans, float[] boxes) {
        this.text = text;
        this.spans = spans;
        this.boxes = boxes;
    }

    /// A line's text.
    ///
    /// @param text   in reading order
    /// @param source which glyph each of its characters comes from, below 0 where from none
    static PlacedText of(CharSequence text, int[] source, List<PdfGlyph> glyphs) {
        Builder builder = new Builder();
        int start = 0;
        while (start < text.length()) {
            int end = start;
            while (end < text.length() && source[end] >= 0) {
                end++;
            }
            if (end > start) {
                builder.word(start, end, source, glyphs);
            }
            start = end + 1;
        }
        builder.text.append(text);
        return builder.build();
    }

    /// Several texts with spaces between.
    static PlacedText join(List<PlacedText> texts) {
        if (texts.size() == 1) {
            return texts.getFirst();
        }
        Builder builder = new Builder();
        for (PlacedText each : texts) {
            builder.space().append(each);
        }
        return builder.build();
    }

    public String text() {
        return text;
    }

    public int words() {
        return spans.length / 2;
    }

    /// Where a word starts in the text.
    public int start(int word) {
        return spans[2 * word];
    }

    /// One past where a word ends in the text.
    public int end(int word) {
        return spans[2 * word + 1];
    }

    /// A word's edges, in coordinates of the turned page: left, upper, right, lower.
    public float edge(int word, int which) {
        return boxes[EDGES * word + which];
    }

    /// The text from an offset on.
    PlacedText from(int offset) {
        int at = offset;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        if (at == 0) {
            return this;
        }
        Builder builder = new Builder();
        builder.append(this, at, text.length());
        return builder.build();
    }

    @Override
    public String toString() {
        return text;
    }

    /// Puts texts together.
    static final class Builder {
        private final StringBuilder text = new StringBuilder();
        private int[] spans = new int[16];
        private float[] boxes = new float[32];
        private int words;

        /// A space, where there is something before it.
        Builder space() {
            if (!text.isEmpty()) {
                text.append(' ');
            }
            return this;
        }

        Builder append(PlacedText other) {
            return append(other, 0, other.text.length());
        }

        /// Appends a part of another text.
        Builder append(PlacedText other, int from, int to) {
            int shift = text.length() - from;
            text.append(other.text, from, to);
            for (int i = 0; i < other.words(); i++) {
                int start = Math.max(from, other.start(i));
                int end = Math.min(to, other.end(i));
                if (start < end) {
                    add(
                            start + shift,
                            end + shift,
                            other.edge(i, 0),
                            other.edge(i, 1),
                            other.edge(i, 2),
                            other.edge(i, 3));
                }
            }
            return this;
        }

        private void word(int start, int end, int[] source, List<PdfGlyph> glyphs) {
            float left = Float.MAX_VALUE;
            float top = Float.MAX_VALUE;
            float right = -Float.MAX_VALUE;
            float bottom = -Float.MAX_VALUE;
            int before = -1;
            for (int i = start; i < end; i++) {
                if (source[i] != before) {
                    PdfGlyph glyph = glyphs.get(source[i]);
                    PdfStyle style = glyph.style();
                    left = Math.min(left, glyph.x());
                    right = Math.max(right, glyph.right());
                    top = Math.min(top, glyph.baseline() - style.ascent() * style.size());
                    bottom = Math.max(bottom, glyph.baseline() + style.descent() * style.size());
                    before = source[i];
                }
            }
            add(start, end, left, top, right, bottom);
        }

        private void add(int start, int end, float left, float top, float right, float bottom) {
            if (2 * words == spans.length) {
                spans = Arrays.copyOf(spans, spans.length * 2);
                boxes = Arrays.copyOf(boxes, boxes.length * 2);
            }
            spans[2 * words] = start;
            spans[2 * words + 1] = end;
            boxes[EDGES * words] = left;
            boxes[EDGES * words + 1] = top;
            boxes[EDGES * words + 2] = right;
            boxes[EDGES * words + 3] = bottom;
            words++;
        }

        PlacedText build() {
            return new PlacedText(
                    text.toString(), Arrays.copyOf(spans, 2 * words), Arrays.copyOf(boxes, EDGES * words));
        }
    }
}
