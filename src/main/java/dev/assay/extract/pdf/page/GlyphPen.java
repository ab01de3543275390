package dev.assay.extract.pdf.page;

import dev.assay.extract.pdf.layout.PageFrame;
import dev.assay.extract.pdf.layout.PdfStyle;
import dev.assay.extract.pdf.layout.Unseen.Cause;
import java.util.List;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.graphics.state.PDGraphicsState;
import org.apache.pdfbox.pdmodel.graphics.state.PDTextState;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.util.Matrix;
import org.jspecify.annotations.Nullable;

/// Moves along the text that an instruction shows and notes where its glyphs stand (ISO 32000-1, 9.4.4).
final class GlyphPen {
    private static final float TINY = 2;
    /// How far out of what is shown a glyph's middle must lie, in points.
    private static final float SLACK = 1;

    private final PdfFonts fonts;
    private final PdfPaint paint;
    private final ShownGlyphs glyphs;
    private final boolean watched;
    private PageFrame frame;
    private PdfMark mark = PdfMark.NONE;
    private boolean replaced;
    private float replacedX;
    private float replacedY;
    private int shown;
    private int unknown;

    private @Nullable PdfRun run;
    private GlyphTable table;
    private float size;
    private float stretch;
    private float spacing;
    private float wordSpacing;
    private float rise;
    private float a;
    private float b;
    private float c;
    private float d;
    private float e;
    private float f;
    private float cos;
    private float sin;
    private float unit;
    private float along;
    private float down;

    /// @param watched whether what is seen of the text matters
    GlyphPen(PdfFonts fonts, PdfPaint paint, ShownGlyphs glyphs, PageFrame frame, boolean watched) {
        this.fonts = fonts;
        this.paint = paint;
        this.glyphs = glyphs;
        this.frame = frame;
        this.watched = watched;
        this.table = fonts.standard();
    }

    void clear(PageFrame next) {
        frame = next;
        mark = PdfMark.NONE;
        replaced = false;
        run = null;
        shown = 0;
        unknown = 0;
    }

    int shown() {
        return shown;
    }

    int unknown() {
        return unknown;
    }

    /// What holds for the text from here on.
    ///
    /// @param begins whether it begins here, and does not merely go on
    void mark(PdfMark next, boolean begins) {
        mark = next;
        run = null;
        replaced &= !begins;
    }

    /// Shows a string, or strings and moves between them.
    void show(List<? extends COSBase> strings, PDGraphicsState graphics, Matrix text) {
        begin(graphics, text);
        for (COSBase each : strings) {
            if (each instanceof COSString string) {
                show(string.getBytes());
            } else if (each instanceof COSNumber number) {
                move(-number.floatValue() / 1000 * size);
            }
        }
        text.translate(along, down);
    }

    private void begin(PDGraphicsState graphics, Matrix text) {
        PDTextState state = graphics.getTextState();
        table = state.getFont() == null ? fonts.standard() : fonts.table(state.getFont());
        size = state.getFontSize();
        stretch = state.getHorizontalScaling() / 100;
        spacing = state.getCharacterSpacing();
        wordSpacing = state.getWordSpacing();
        rise = state.getRise();
        Matrix matrix = text.multiply(graphics.getCurrentTransformationMatrix());
        a = matrix.getScaleX();
        b = matrix.getShearY();
        c = matrix.getShearX();
        d = matrix.getScaleY();
        e = matrix.getTranslateX();
        f = matrix.getTranslateY();
        along = 0;
        down = 0;
        float way = table.vertical ? -size : size * stretch;
        float x = table.vertical ? c : a;
        float y = table.vertical ? d : b;
        unit = (float) Math.sqrt(x * x + y * y);
        cos = unit == 0 ? 1 : Math.signum(way == 0 ? 1 : way) * x / unit;
        sin = unit == 0 ? 0 : Math.signum(way == 0 ? 1 : way) * y / unit;
        PdfRun next = run(graphics, state.getRenderingMode());
        run = next.equals(run) ? run : next;
    }

    private PdfRun run(PDGraphicsState graphics, RenderingMode mode) {
        float type = Math.abs(size) * (float) Math.sqrt(c * c + d * d) * table.scale;
        float blank = table.space * Math.abs(size * stretch) * (float) Math.sqrt(a * a + b * b);
        boolean heavy = table.bold || mode == RenderingMode.FILL_STROKE;
        PdfStyle style =
                new PdfStyle(Math.max(0.1f, type), heavy, blank, table.ascent, table.descent, mark.role(), mark.cell());
        boolean filled = mode == RenderingMode.FILL || mode == RenderingMode.FILL_CLIP;
        return new PdfRun(
                style,
                angle(),
                watched && filled ? paint.state().fill() : PaintState.UNKNOWN,
                watched ? cause(graphics, mode, style.size()) : null,
                watched && mark.off() != null ? mark.off() : "");
    }

    private @Nullable Cause cause(PDGraphicsState graphics, RenderingMode mode, float type) {
        if (mark.off() != null) {
            return Cause.LAYER_OFF;
        }
        boolean inkless = mode == RenderingMode.NEITHER && !table.drawn;
        boolean clear = mode == RenderingMode.FILL && PdfPaint.isClear(graphics);
        if (inkless || clear) {
            return Cause.NO_INK;
        }
        return type * frame.unit() < TINY ? Cause.TINY : null;
    }

    private int angle() {
        if (Math.abs(sin) < 0.01f) {
            return cos >= 0 ? 0 : 180;
        }
        return Math.floorMod((int) Math.round(Math.toDegrees(Math.atan2(sin, cos))), 360);
    }

    private void show(byte[] codes) {
        int at = 0;
        while (at < codes.length) {
            int length = table.length(codes, at);
            int code = table.code(codes, at, length);
            GlyphTable.Glyph glyph = table.glyph(code);
            show(glyph);
            float extra = spacing + (length == 1 && code == 32 ? wordSpacing : 0);
            if (table.vertical) {
                down += glyph.down() * size + extra;
            } else {
                along += (glyph.width() * size + extra) * stretch;
            }
            at += length;
        }
    }

    private void move(float way) {
        if (table.vertical) {
            down += way;
        } else {
            along += way * stretch;
        }
    }

    private void show(GlyphTable.Glyph glyph) {
        shown++;
        unknown += glyph.known() ? 0 : 1;
        table.count(glyph);
        float x = along * a + (down + rise) * c + e;
        float y = along * b + (down + rise) * d + f;
        float width = Math.abs((table.vertical ? glyph.down() * size : glyph.width() * size * stretch) * unit);
        if (table.vertical) {
            // The origin is the middle of the upper edge; the baseline of the column lies left of it.
            float shift = 0.3f * runOf().style().size();
            x += shift * sin;
            y -= shift * cos;
        }
        if (mark.actual() != null) {
            replace(mark.actual(), x, y, width);
        } else if (!glyph.text().isEmpty()) {
            add(glyph.text(), x, y, width);
        }
    }

    private PdfRun runOf() {
        if (run == null) {
            throw new IllegalStateException("A glyph is shown before its text begins");
        }
        return run;
    }

    /// The first glyph takes the text of all, and reaches as far as they do.
    private void replace(String text, float x, float y, float width) {
        if (!replaced) {
            replaced = true;
            replacedX = x;
            replacedY = y;
            if (!text.isEmpty()) {
                add(text, x, y, width);
            }
            return;
        }
        float far = (x - replacedX) * cos + (y - replacedY) * sin;
        float beside = Math.abs((y - replacedY) * cos - (x - replacedX) * sin);
        if (far > 0 && beside < runOf().style().size() / 2 && !text.isEmpty()) {
            glyphs.widen(far + width);
        }
    }

    private void add(String text, float x, float y, float width) {
        PdfRun style = runOf();
        Cause cause = style.cause();
        if (watched && cause == null) {
            float half = width / 2;
            float up = 0.3f * style.style().size();
            cause = cause(x + half * cos - up * sin, y + half * sin + up * cos);
        }
        glyphs.add(text, x, y, width, paint.next(), style, cause);
    }

    /// Why a point is not seen, as far as its place tells.
    private @Nullable Cause cause(float x, float y) {
        boolean beside = x < frame.left() - SLACK
                || x > frame.left() + frame.width() + SLACK
                || y < frame.bottom() - SLACK
                || y > frame.bottom() + frame.height() + SLACK;
        if (beside) {
            return Cause.OUTSIDE;
        }
        return paint.state().cutsOff(x, y, SLACK) ? Cause.CLIPPED : null;
    }
}
