package dev.assay.extract.pdf.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Glyphs beside each other become a line: where words end, in which order it is read, what most of it looks
/// like.
final class LineOfGlyphs {
    private static final float LEAST_WORD_GAP = 0.1f;
    private static final float MOST_WORD_GAP = 0.17f;
    /// In lines whose letters stand evenly.
    private static final float EVEN_WORD_GAP = 0.11f;
    private static final float EVEN = 0.02f;
    private static final int LEAST_GAPS = 6;
    /// Blanks are also drawn on top of letters; one counts where there is at least this much room.
    private static final float LEAST_GAP = 0.06f;
    private static final int NONE = -1;

    private final List<PdfGlyph> all;
    private final List<PdfGlyph> visible;
    private final StringBuilder text = new StringBuilder();
    private int[] source = new int[32];
    private boolean rightToLeft;
    private float firstRight;
    private boolean firstOpen = true;
    private float tracking;
    private float mostWordGap = MOST_WORD_GAP;

    /// @param all from left to right, blanks among them; at least one is none
    LineOfGlyphs(List<PdfGlyph> all) {
        this.all = all;
        this.visible = new ArrayList<>(all.size());
        for (PdfGlyph glyph : all) {
            if (!glyph.isBlank()) {
                visible.add(glyph);
            }
        }
        this.firstRight = visible.getLast().right();
    }

    PdfLine line() {
        write();
        float left = visible.getFirst().x();
        float right = left;
        int bold = 0;
        for (PdfGlyph glyph : visible) {
            right = Math.max(right, glyph.right());
            bold += glyph.style().bold() ? 1 : 0;
        }
        PdfGlyph typical = typical();
        return new PdfLine(
                placed(),
                left,
                right,
                typical.baseline(),
                typical.size(),
                bold >= visible.size() * 0.9,
                role(),
                firstRight - left);
    }

    private void write() {
        measure();
        PdfGlyph before = null;
        boolean blank = false;
        int index = NONE;
        for (PdfGlyph glyph : all) {
            if (glyph.isBlank()) {
                blank = before != null;
                continue;
            }
            index++;
            if (before != null && isApart(before, glyph, blank)) {
                add(" ", NONE);
                firstRight = firstOpen ? before.right() : firstRight;
                firstOpen = false;
            }
            add(glyph.text(), index);
            before = glyph;
            blank = false;
        }
    }

    private boolean isApart(PdfGlyph before, PdfGlyph glyph, boolean blank) {
        float gap = glyph.x() - before.right();
        float size = Math.min(glyph.size(), before.size());
        float word = Math.clamp(glyph.style().space() / 2, LEAST_WORD_GAP * size, mostWordGap * size);
        return gap > tracking + word || (blank && gap > LEAST_GAP * size);
    }

    /// Letters of right-to-left glyphs are written backwards, as the line as a whole is turned round later.
    private void add(String letters, int glyph) {
        boolean turned = PdfText.isRightToLeft(letters);
        rightToLeft |= turned;
        String words = turned && letters.length() > 1
                ? new StringBuilder(letters).reverse().toString()
                : letters;
        if (text.length() + words.length() > source.length) {
            source = Arrays.copyOf(source, (text.length() + words.length()) * 2);
        }
        for (int i = 0; i < words.length(); i++) {
            source[text.length() + i] = words.charAt(i) == ' ' ? NONE : glyph;
        }
        text.append(words);
    }

    private PlacedText placed() {
        if (!rightToLeft) {
            return PlacedText.of(text, source, visible);
        }
        int[] order = PdfText.readingOrder(text.toString());
        StringBuilder logical = new StringBuilder(order.length);
        int[] logicalSource = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            logical.append(text.charAt(order[i]));
            logicalSource[i] = source[order[i]];
        }
        PdfText.turnBrackets(logical);
        return PlacedText.of(logical, logicalSource, visible);
    }

    /// Finds the usual gap between letters, above 0 in spaced-out text, and how evenly they stand.
    private void measure() {
        float[] gaps = new float[visible.size()];
        int count = 0;
        for (int i = 1; i < visible.size(); i++) {
            if (visible.get(i - 1).isLetter() && visible.get(i).isLetter()) {
                gaps[count++] = visible.get(i).x() - visible.get(i - 1).right();
            }
        }
        if (count < 4) {
            return;
        }
        Arrays.sort(gaps, 0, count);
        float usual = Math.max(0, gaps[count / 2]);
        // Gaps that are all alike are gaps between words of one letter.
        tracking = gaps[count - 1] > usual * 1.6f ? usual : 0;
        boolean even = gaps[count * 7 / 10] - gaps[count / 2]
                < EVEN * visible.getFirst().size();
        mostWordGap = even && count >= LEAST_GAPS ? EVEN_WORD_GAP : MOST_WORD_GAP;
    }

    /// The first glyph of the most frequent type size.
    private PdfGlyph typical() {
        PdfGlyph first = visible.getFirst();
        boolean same = true;
        for (PdfGlyph glyph : visible) {
            same &= half(glyph) == half(first);
        }
        if (same) {
            return first;
        }
        Map<Integer, Integer> counts = new HashMap<>();
        visible.forEach(glyph -> counts.merge(half(glyph), 1, Integer::sum));
        int size = counts.entrySet().stream()
                .max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .orElseThrow()
                .getKey();
        return visible.stream().filter(glyph -> half(glyph) == size).findFirst().orElseThrow();
    }

    private static int half(PdfGlyph glyph) {
        return Math.round(glyph.size() * 2);
    }

    private PdfRole role() {
        PdfRole first = visible.getFirst().style().role();
        for (PdfGlyph glyph : visible) {
            if (!glyph.style().role().equals(first)) {
                return PdfRole.NONE;
            }
        }
        return first;
    }
}
