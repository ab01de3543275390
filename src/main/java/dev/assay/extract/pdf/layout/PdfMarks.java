package dev.assay.extract.pdf.layout;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/// Settles glyphs that stand on top of each other: type made bold by printing it twice counts once, and an
/// accent drawn over a letter joins it.
final class PdfMarks {
    private static final String SPACING =
            "\u00B4`^\u02C6~\u02DC\u00A8\u00AF\u02C9\u02D8\u02D9\u02DA\u00B8\u02DB\u02DD\u02C7";
    private static final String COMBINING =
            "\u0301\u0300\u0302\u0302\u0303\u0303\u0308\u0304\u0304\u0306\u0307\u030A\u0327\u0328\u030B\u030C";
    private static final int BACK = 4;

    private PdfMarks() {}

    /// The glyphs of a row, from left to right as they came, without doubles and loose accents.
    static List<PdfGlyph> settled(List<PdfGlyph> row) {
        List<PdfGlyph> settled = new ArrayList<>(row.size());
        boolean marks = false;
        for (PdfGlyph glyph : row) {
            if (glyph.isBlank() || !isDouble(glyph, settled)) {
                settled.add(glyph);
                marks |= isMark(glyph);
            }
        }
        return marks ? joined(settled) : settled;
    }

    private static boolean isDouble(PdfGlyph glyph, List<PdfGlyph> before) {
        for (int i = before.size() - 1; i >= Math.max(0, before.size() - BACK); i--) {
            PdfGlyph other = before.get(i);
            if (glyph.x() - other.x() < glyph.width() / 3
                    && Math.abs(glyph.baseline() - other.baseline()) < glyph.size() / 3
                    && other.text().equals(glyph.text())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isMark(PdfGlyph glyph) {
        String text = glyph.text();
        if (text.length() != 1) {
            return false;
        }
        char c = text.charAt(0);
        return c >= '^' && (SPACING.indexOf(c) >= 0 || Character.getType(c) == Character.NON_SPACING_MARK);
    }

    private static List<PdfGlyph> joined(List<PdfGlyph> row) {
        List<PdfGlyph> joined = new ArrayList<>(row);
        for (int i = 0; i < joined.size(); i++) {
            if (isMark(joined.get(i))) {
                int base = base(joined, i);
                if (base >= 0) {
                    joined.set(base, with(joined.get(base), joined.get(i)));
                    joined.remove(i);
                    i--;
                }
            }
        }
        return joined;
    }

    /// The neighbour that a mark stands over: the letter with most of the mark's width.
    private static int base(List<PdfGlyph> row, int mark) {
        PdfGlyph glyph = row.get(mark);
        int best = -1;
        float most = Math.max(0.01f, glyph.width() * 0.5f);
        for (int i = Math.max(0, mark - 2); i < Math.min(row.size(), mark + 3); i++) {
            PdfGlyph other = row.get(i);
            float shared = Math.min(glyph.right(), other.right()) - Math.max(glyph.x(), other.x());
            // Marks without a width stand at the edge of their letter or inside of it.
            float counted = glyph.width() < 0.01f && shared >= -0.05f * glyph.size() ? shared + glyph.size() : shared;
            if (i != mark && other.isLetter() && counted > most) {
                most = counted;
                best = i;
            }
        }
        return best;
    }

    private static PdfGlyph with(PdfGlyph base, PdfGlyph mark) {
        int spacing = SPACING.indexOf(mark.text().charAt(0));
        String combining = spacing < 0 ? mark.text() : COMBINING.substring(spacing, spacing + 1);
        String text = Normalizer.normalize(base.text() + combining, Normalizer.Form.NFC);
        return new PdfGlyph(text, base.x(), base.baseline(), base.width(), base.style());
    }
}
