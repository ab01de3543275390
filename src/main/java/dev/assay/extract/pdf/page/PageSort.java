package dev.assay.extract.pdf.page;

import dev.assay.document.Fact;
import dev.assay.document.Gap;
import dev.assay.extract.pdf.layout.PageFrame;
import dev.assay.extract.pdf.layout.PageTurn;
import dev.assay.extract.pdf.layout.PdfColumns;
import dev.assay.extract.pdf.layout.PdfGlyph;
import dev.assay.extract.pdf.layout.PdfLine;
import dev.assay.extract.pdf.layout.PdfPage;
import dev.assay.extract.pdf.layout.PdfRows;
import dev.assay.extract.pdf.layout.PdfRulings;
import dev.assay.extract.pdf.layout.PdfStyle;
import dev.assay.extract.pdf.layout.PdfTable;
import dev.assay.extract.pdf.layout.TaggedCell;
import dev.assay.extract.pdf.layout.TaggedTables;
import dev.assay.extract.pdf.layout.Unseen;
import dev.assay.extract.pdf.layout.Unseen.Cause;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Sorts the glyphs of a page: by whether they are seen and by their direction, and those that run as most do into
/// lines, columns and tables.
final class PageSort {
    private final int number;
    private final PageFrame frame;
    private final ShownGlyphs glyphs;
    private final PdfPaint paint;
    private final PageSight sight;
    private final Map<Integer, List<PdfGlyph>> seen = new TreeMap<>();
    private final Map<Key, List<PdfGlyph>> unseen = new TreeMap<>(Key.ORDER);
    private final Map<Integer, PageTurn> turns = new TreeMap<>();

    /// Text that is unseen for the same reason.
    private record Key(Cause cause, String layer, int angle) {
        static final Comparator<Key> ORDER =
                Comparator.comparing(Key::cause).thenComparing(Key::layer).thenComparingInt(Key::angle);
    }

    PageSort(int number, PageFrame frame, ShownGlyphs glyphs, PdfPaint paint) {
        this.number = number;
        this.frame = frame;
        this.glyphs = glyphs;
        this.paint = paint;
        this.sight = new PageSight(glyphs, paint.ground());
    }

    PdfPage page(
            Map<Integer, List<TaggedCell>> tagged,
            List<Fact.Image> images,
            boolean painted,
            int shown,
            int unknown,
            List<Gap> gaps) {
        sort();
        int main = mainDirection();
        PageTurn turn = turn(main);
        List<PdfGlyph> upright = seen.getOrDefault(main, new ArrayList<>());
        List<PdfTable> tables = new ArrayList<>(TaggedTables.tables(tagged, upright));
        tables.addAll(PdfRulings.tables(paint.paths().rulings(turn), upright));
        return new PdfPage(
                number,
                turn,
                PdfColumns.order(PdfRows.of(upright), tables),
                sideways(main),
                unseen(),
                images,
                painted,
                sight.isRecognised(),
                shown,
                unknown,
                gaps);
    }

    private void sort() {
        for (int i = 0; i < glyphs.count(); i++) {
            PdfRun run = glyphs.run(i);
            Cause cause = sight.cause(i);
            PdfGlyph glyph = glyph(i, run);
            if (cause == null) {
                seen.computeIfAbsent(run.angle(), key -> new ArrayList<>()).add(glyph);
            } else {
                unseen.computeIfAbsent(new Key(cause, run.layer(), run.angle()), key -> new ArrayList<>())
                        .add(glyph);
            }
        }
    }

    private PdfGlyph glyph(int index, PdfRun run) {
        PageTurn turn = turn(run.angle());
        float x = glyphs.x(index);
        float y = glyphs.y(index);
        PdfStyle style = run.style();
        return new PdfGlyph(glyphs.text(index), turn.x(x, y), turn.y(x, y), glyphs.width(index), style);
    }

    private PageTurn turn(int angle) {
        return turns.computeIfAbsent(angle, key -> PageTurn.of(frame, key));
    }

    private int mainDirection() {
        int main = 0;
        int most = 0;
        for (Map.Entry<Integer, List<PdfGlyph>> entry : seen.entrySet()) {
            if (entry.getValue().size() > most) {
                most = entry.getValue().size();
                main = entry.getKey();
            }
        }
        return main;
    }

    private List<PdfPage.Turned> sideways(int main) {
        List<PdfPage.Turned> sideways = new ArrayList<>();
        seen.forEach((angle, letters) -> {
            if (angle != main) {
                sideways.add(new PdfPage.Turned(turn(angle), lines(letters)));
            }
        });
        return sideways;
    }

    private List<Unseen> unseen() {
        List<Unseen> groups = new ArrayList<>();
        unseen.forEach((key, letters) -> {
            List<PdfLine> lines = lines(letters);
            if (!lines.isEmpty()) {
                groups.add(new Unseen(key.cause, key.layer, turn(key.angle), lines));
            }
        });
        return groups;
    }

    private static List<PdfLine> lines(List<PdfGlyph> glyphs) {
        List<PdfLine> lines = new ArrayList<>();
        for (List<PdfLine> row : PdfRows.of(glyphs)) {
            lines.addAll(row);
        }
        return lines;
    }
}
