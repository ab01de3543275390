package dev.assay.extract.pdf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Glyphs gathered into rows by their baselines, rows split into lines at wide gaps.
final class PdfRows {
    /// Gaps wider than this many type sizes end a line: columns, table cells, tab stops.
    private static final float WIDE_GAP = 1.0f;
    private static final float LEAST_WORD_GAP = 0.1f;
    private static final float MOST_WORD_GAP = 0.17f;
    /// Blanks are also drawn on top of letters; one counts where there is at least this much room.
    private static final float LEAST_GAP = 0.06f;

    private static final float SAME_ROW = 0.6f;

    private PdfRows() {}

    /// Lines of a page or cell, from top to bottom and left to right.
    static List<List<PdfLine>> of(List<PdfGlyph> glyphs) {
        List<PdfGlyph> visible = new ArrayList<>(glyphs);
        visible.sort(Comparator.comparingDouble(PdfGlyph::baseline).thenComparingDouble(PdfGlyph::x));
        List<Row> rows = new ArrayList<>();
        for (PdfGlyph glyph : visible) {
            if (!glyph.isBlank()) {
                rowOf(glyph, rows).add(glyph);
            }
        }
        for (PdfGlyph glyph : visible) {
            if (glyph.isBlank()) {
                addBlank(glyph, rows);
            }
        }
        rows.sort(Comparator.comparingDouble(row -> row.main.baseline()));
        return rows.stream().map(Row::lines).toList();
    }

    private static Row rowOf(PdfGlyph glyph, List<Row> rows) {
        Row best = null;
        float most = SAME_ROW;
        for (int i = rows.size() - 1; i >= Math.max(0, rows.size() - 8); i--) {
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

    private static void addBlank(PdfGlyph glyph, List<Row> rows) {
        for (Row row : rows) {
            if (Math.abs(row.main.baseline() - glyph.baseline()) < 0.5f) {
                row.glyphs.add(glyph);
                return;
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
            glyphs.sort(Comparator.comparingDouble(PdfGlyph::x));
            List<PdfLine> lines = new ArrayList<>();
            List<PdfGlyph> open = new ArrayList<>();
            float right = 0;
            for (PdfGlyph glyph : glyphs) {
                if (glyph.isBlank()) {
                    open.add(glyph);
                    continue;
                }
                if (!open.isEmpty() && glyph.x() - right > WIDE_GAP * Math.max(glyph.size(), 4)) {
                    close(open, lines);
                }
                open.add(glyph);
                right = Math.max(right, glyph.right());
            }
            close(open, lines);
            return lines;
        }

        private static void close(List<PdfGlyph> open, List<PdfLine> lines) {
            List<PdfGlyph> visible =
                    open.stream().filter(glyph -> !glyph.isBlank()).toList();
            if (!visible.isEmpty()) {
                lines.add(line(open, visible));
            }
            open.clear();
        }

        private static PdfLine line(List<PdfGlyph> all, List<PdfGlyph> visible) {
            float tracking = tracking(visible);
            StringBuilder text = new StringBuilder();
            float firstRight = visible.getLast().right();
            boolean firstOpen = true;
            PdfGlyph before = null;
            boolean blank = false;
            for (PdfGlyph glyph : all) {
                if (glyph.isBlank()) {
                    blank = before != null;
                    continue;
                }
                float gap = before == null ? 0 : glyph.x() - before.right();
                float size = before == null ? glyph.size() : Math.min(glyph.size(), before.size());
                boolean apart =
                        gap > tracking + Math.clamp(glyph.space() / 2, LEAST_WORD_GAP * size, MOST_WORD_GAP * size);
                if (before != null && (apart || (blank && gap > LEAST_GAP * size))) {
                    text.append(' ');
                    firstRight = firstOpen ? before.right() : firstRight;
                    firstOpen = false;
                }
                text.append(glyph.text());
                before = glyph;
                blank = false;
            }
            float left = visible.getFirst().x();
            PdfGlyph typical = typical(visible);
            long bold = visible.stream().filter(PdfGlyph::bold).count();
            return new PdfLine(
                    PdfText.logical(text.toString()),
                    left,
                    (float) visible.stream().mapToDouble(PdfGlyph::right).max().orElseThrow(),
                    typical.baseline(),
                    typical.size(),
                    bold >= visible.size() * 0.9,
                    role(visible),
                    firstRight - left);
        }

        /// The usual gap between letters, above 0 in spaced-out text.
        private static float tracking(List<PdfGlyph> visible) {
            float[] gaps = new float[visible.size()];
            int count = 0;
            for (int i = 1; i < visible.size(); i++) {
                if (visible.get(i - 1).isLetter() && visible.get(i).isLetter()) {
                    gaps[count++] = visible.get(i).x() - visible.get(i - 1).right();
                }
            }
            if (count < 4) {
                return 0;
            }
            gaps = Arrays.copyOf(gaps, count);
            Arrays.sort(gaps);
            float usual = Math.max(0, gaps[gaps.length / 2]);
            // Gaps that are all alike are gaps between words of one letter.
            return gaps[gaps.length - 1] > usual * 1.6f ? usual : 0;
        }

        /// The first glyph of the most frequent type size.
        private static PdfGlyph typical(List<PdfGlyph> visible) {
            Map<Integer, Integer> counts = new HashMap<>();
            visible.forEach(glyph -> counts.merge(Math.round(glyph.size() * 2), 1, Integer::sum));
            int size = counts.entrySet().stream()
                    .max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                    .orElseThrow()
                    .getKey();
            return visible.stream()
                    .filter(glyph -> Math.round(glyph.size() * 2) == size)
                    .findFirst()
                    .orElseThrow();
        }

        private static PdfRole role(List<PdfGlyph> visible) {
            PdfRole first = visible.getFirst().role();
            return visible.stream().allMatch(glyph -> glyph.role().equals(first)) ? first : PdfRole.NONE;
        }
    }
}
