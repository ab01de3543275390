package dev.assay.extract.pdf.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Glyphs gathered into rows by their baselines, rows split into lines at wide gaps.
public final class PdfRows {
    /// Gaps wider than this many type sizes end a line: columns, table cells, tab stops.
    private static final float WIDE_GAP = 1.0f;
    private static final float SAME_ROW = 0.6f;
    private static final int ROWS_BACK = 8;

    private static final Comparator<PdfGlyph> DOWN_THEN_RIGHT = (one, other) -> {
        int down = Float.compare(one.baseline(), other.baseline());
        return down != 0 ? down : Float.compare(one.x(), other.x());
    };
    private static final Comparator<PdfGlyph> RIGHT = (one, other) -> Float.compare(one.x(), other.x());

    private PdfRows() {}

    /// Lines of a page or cell, from top to bottom and left to right.
    public static List<List<PdfLine>> of(List<PdfGlyph> glyphs) {
        List<PdfGlyph> sorted = new ArrayList<>(glyphs);
        sorted.sort(DOWN_THEN_RIGHT);
        List<PdfGlyph> blanks = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        for (PdfGlyph glyph : sorted) {
            if (glyph.isBlank()) {
                blanks.add(glyph);
            } else {
                rowOf(glyph, rows).add(glyph);
            }
        }
        rows.sort((one, other) -> Float.compare(one.main.baseline(), other.main.baseline()));
        addBlanks(blanks, rows);
        List<List<PdfLine>> lines = new ArrayList<>(rows.size());
        rows.forEach(row -> lines.add(row.lines()));
        return lines;
    }

    private static Row rowOf(PdfGlyph glyph, List<Row> rows) {
        Row best = null;
        float most = SAME_ROW;
        for (int i = rows.size() - 1; i >= Math.max(0, rows.size() - ROWS_BACK); i--) {
            float share = rows.get(i).overlap(glyph);
            if (share > most) {
                most = share;
                best = rows.get(i);
            }
        }
        if (best == null) {
            best = new Row(glyph);
            rows.add(best);
        }
        return best;
    }

    /// Blanks join the first row on their baseline; both come from top to bottom.
    private static void addBlanks(List<PdfGlyph> blanks, List<Row> rows) {
        int at = 0;
        for (PdfGlyph blank : blanks) {
            while (at < rows.size() && rows.get(at).main.baseline() <= blank.baseline() - 0.5f) {
                at++;
            }
            if (at < rows.size() && rows.get(at).main.baseline() < blank.baseline() + 0.5f) {
                rows.get(at).glyphs.add(blank);
            }
        }
    }

    /// Glyphs that stand beside each other.
    private static final class Row {
        private final List<PdfGlyph> glyphs = new ArrayList<>();
        private PdfGlyph main;

        Row(PdfGlyph first) {
            main = first;
        }

        void add(PdfGlyph glyph) {
            glyphs.add(glyph);
            if (glyph.size() > main.size()) {
                main = glyph;
            }
        }

        float overlap(PdfGlyph glyph) {
            float shared = Math.min(main.bottom(), glyph.bottom()) - Math.max(main.top(), glyph.top());
            float lesser = Math.min(main.bottom() - main.top(), glyph.bottom() - glyph.top());
            return lesser <= 0 ? 0 : shared / lesser;
        }

        List<PdfLine> lines() {
            glyphs.sort(RIGHT);
            List<PdfGlyph> all = PdfMarks.settled(glyphs);
            List<PdfLine> lines = new ArrayList<>();
            int start = 0;
            float right = 0;
            boolean open = false;
            for (int i = 0; i < all.size(); i++) {
                PdfGlyph glyph = all.get(i);
                if (glyph.isBlank()) {
                    continue;
                }
                if (open && glyph.x() - right > WIDE_GAP * Math.max(glyph.size(), 4)) {
                    lines.add(new LineOfGlyphs(all.subList(start, i)).line());
                    start = i;
                }
                open = true;
                right = Math.max(right, glyph.right());
            }
            if (open) {
                lines.add(new LineOfGlyphs(all.subList(start, all.size())).line());
            }
            return lines;
        }
    }
}
