package dev.assay.extract.pdf.page;

import dev.assay.extract.pdf.layout.Unseen;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The glyphs of a page in the order they are shown, in user space.
final class ShownGlyphs {
    private String[] texts = new String[1024];
    private float[] xs = new float[1024];
    private float[] ys = new float[1024];
    private float[] widths = new float[1024];
    private int[] orders = new int[1024];
    private PdfRun[] runs = new PdfRun[1024];
    private Unseen.@Nullable Cause[] causes = new Unseen.Cause[1024];
    private int count;

    void clear() {
        Arrays.fill(runs, 0, count, null);
        count = 0;
    }

    int count() {
        return count;
    }

    void add(String text, float x, float y, float width, int order, PdfRun run, Unseen.@Nullable Cause cause) {
        if (count == texts.length) {
            grow();
        }
        texts[count] = text;
        xs[count] = x;
        ys[count] = y;
        widths[count] = width;
        orders[count] = order;
        runs[count] = run;
        causes[count] = cause;
        count++;
    }

    private void grow() {
        int size = count * 2;
        texts = Arrays.copyOf(texts, size);
        xs = Arrays.copyOf(xs, size);
        ys = Arrays.copyOf(ys, size);
        widths = Arrays.copyOf(widths, size);
        orders = Arrays.copyOf(orders, size);
        runs = Arrays.copyOf(runs, size);
        causes = Arrays.copyOf(causes, size);
    }

    String text(int glyph) {
        return texts[glyph];
    }

    boolean isBlank(int glyph) {
        return texts[glyph].equals(" ");
    }

    /// Where its baseline starts.
    float x(int glyph) {
        return xs[glyph];
    }

    float y(int glyph) {
        return ys[glyph];
    }

    /// How far it reaches along the text.
    float width(int glyph) {
        return widths[glyph];
    }

    /// Lets the last glyph reach further, for what stands for several.
    void widen(float width) {
        if (count > 0) {
            widths[count - 1] = Math.max(widths[count - 1], width);
        }
    }

    int order(int glyph) {
        return orders[glyph];
    }

    PdfRun run(int glyph) {
        return runs[glyph];
    }

    /// Why it is not seen, as far as its own place tells.
    Unseen.@Nullable Cause cause(int glyph) {
        return causes[glyph];
    }
}
