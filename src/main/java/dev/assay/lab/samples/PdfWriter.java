package dev.assay.lab.samples;

import dev.assay.lab.samples.Manuscript.Piece;
import dev.assay.lab.samples.PdfLines.Line;
import dev.assay.lab.samples.PdfLines.Run;
import java.awt.Color;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Writes a manuscript as a PDF: headings by size, tables with rules, bar charts, one or two columns, running
/// head and page numbers.
final class PdfWriter {
    private static final float ROW = 17;
    private static final float GUTTER = 22;
    private static final Color PALE = new Color(0xE4, 0xEC, 0xEF);
    private static final Color BAR = new Color(0x2E, 0x63, 0x75);

    private final PdfPages pages;
    private final PdfLines lines;
    private final Manuscript manuscript;
    private final List<Line> columns = new ArrayList<>();
    private boolean twoColumns;
    private float y = PdfPages.TOP;

    private PdfWriter(PdfPages pages, Manuscript manuscript) {
        this.pages = pages;
        this.lines = new PdfLines(pages);
        this.manuscript = manuscript;
    }

    static byte[] write(Manuscript manuscript) throws IOException {
        try (PdfPages pages = new PdfPages(manuscript)) {
            PdfWriter writer = new PdfWriter(pages, manuscript);
            writer.opening();
            for (Piece piece : manuscript.pieces()) {
                writer.write(piece);
            }
            return pages.finish();
        }
    }

    private void opening() throws IOException {
        pages.furnish();
        pages.words(manuscript.say("title"), PdfPages.LEFT, y - 14, 21, true, BAR);
        pages.words(manuscript.say("subtitle"), PdfPages.LEFT, y - 38, 12.5f, false, Color.BLACK);
        String who = manuscript.say("reference") + ". " + manuscript.say("author") + " for " + manuscript.say("client")
                + ", " + manuscript.say("date");
        pages.words(who, PdfPages.LEFT, y - 56, 9, false, Color.DARK_GRAY);
        pages.rule(PdfPages.LEFT, y - 68, PdfPages.WIDTH, 1.2f);
        y -= 76;
    }

    private void write(Piece piece) throws IOException {
        switch (piece) {
            case Piece.Mark(String word) -> obey(word);
            case Piece.Grid grid -> table(grid);
            case Piece.Chart chart -> chart(chart);
            case Piece.Heading _, Piece.Paragraph _, Piece.Bullet _, Piece.Note _, Piece.Spoken _ -> text(piece);
        }
    }

    private void obey(String word) throws IOException {
        switch (word) {
            case "page" -> newPage();
            case "two columns" -> twoColumns = true;
            case "one column" -> endColumns();
            case "damaged" -> pages.damage();
            case "scan" -> pages.scan(ScannedPage.draw());
            default -> throw new IllegalStateException("A PDF has no '" + word + "'");
        }
    }

    private void newPage() throws IOException {
        pages.next();
        y = PdfPages.TOP;
    }

    private void text(Piece piece) throws IOException {
        if (twoColumns) {
            columns.addAll(lines.of(piece, (PdfPages.WIDTH - GUTTER) / 2));
            return;
        }
        for (Line line : lines.of(piece, PdfPages.WIDTH)) {
            if (y - line.height() < PdfPages.BOTTOM + (line.keep() ? 120 : 0)) {
                newPage();
            }
            y = set(line, PdfPages.LEFT, y);
        }
    }

    private float set(Line line, float left, float from) throws IOException {
        float base = from - line.before() - line.size();
        for (Run run : line.runs()) {
            Color colour = line.keep() ? BAR : line.size() < 9 ? Color.DARK_GRAY : Color.BLACK;
            pages.words(run.text(), left + line.indent() + run.at(), base, line.size(), run.bold(), colour);
        }
        return from - line.height();
    }

    /// Sets what was gathered in two columns of equal height.
    private void endColumns() throws IOException {
        twoColumns = false;
        float whole = (float) columns.stream().mapToDouble(Line::height).sum();
        if (y - whole / 2 < PdfPages.BOTTOM) {
            newPage();
        }
        float top = y;
        float left = PdfPages.LEFT;
        float lowest = y;
        for (Line line : columns) {
            boolean full = top - y >= whole / 2 || (line.keep() && top - y >= whole / 2 - 40);
            if (full && left == PdfPages.LEFT) {
                lowest = y;
                left += (PdfPages.WIDTH + GUTTER) / 2;
                y = top;
            }
            y = set(line, left, y);
        }
        y = Math.min(y, lowest);
        columns.clear();
    }

    private void table(Piece.Grid grid) throws IOException {
        float height = ROW * grid.rows().size() + 34;
        if (y - height < PdfPages.BOTTOM) {
            newPage();
        }
        y -= 18;
        pages.words(grid.caption(), PdfPages.LEFT, y, 9.5f, true, Color.BLACK);
        y -= 8;
        int count = grid.rows().getFirst().size();
        float first = PdfPages.WIDTH * (count > 3 ? 0.36f : 0.5f);
        float other = (PdfPages.WIDTH - first) / (count - 1);
        pages.rule(PdfPages.LEFT, y, PdfPages.WIDTH, 0.9f);
        pages.bar(PdfPages.LEFT, y - ROW, PdfPages.WIDTH, ROW, PALE);
        row(grid.rows().getFirst(), first, other, true);
        for (List<String> row : grid.rows().subList(1, grid.rows().size())) {
            row(row, first, other, row.getFirst().startsWith("Total"));
        }
        y -= 4;
    }

    private void row(List<String> row, float first, float other, boolean bold) throws IOException {
        for (int column = 0; column < row.size(); column++) {
            String text = row.get(column);
            float right = PdfPages.LEFT + first + column * other - 5;
            float x = column == 0 ? PdfPages.LEFT + 4 : right - pages.width(text, 8.8f);
            pages.words(text, x, y - 12, 8.8f, bold, Color.BLACK);
        }
        y -= ROW;
        pages.rule(PdfPages.LEFT, y, PdfPages.WIDTH, 0.3f);
    }

    private void chart(Piece.Chart chart) throws IOException {
        List<List<String>> rows = chart.rows().subList(1, chart.rows().size());
        if (y - 190 < PdfPages.BOTTOM) {
            newPage();
        }
        y -= 18;
        pages.words(chart.caption(), PdfPages.LEFT, y, 9.5f, true, Color.BLACK);
        double most = rows.stream()
                .mapToDouble(row -> Double.parseDouble(row.get(1)))
                .max()
                .orElse(1);
        float foot = y - 150;
        float step = PdfPages.WIDTH / rows.size();
        for (int i = 0; i < rows.size(); i++) {
            String value = rows.get(i).get(1);
            float height = (float) (115 * Double.parseDouble(value) / most);
            float middle = PdfPages.LEFT + step * (i + 0.5f);
            pages.bar(middle - step * 0.28f, foot, step * 0.56f, height, BAR);
            pages.words(value, middle - pages.width(value, 8.8f) / 2, foot + height + 4, 8.8f, false, Color.BLACK);
            String name = rows.get(i).getFirst();
            pages.words(name, middle - pages.width(name, 8.8f) / 2, foot - 12, 8.8f, false, Color.BLACK);
        }
        pages.rule(PdfPages.LEFT, foot, PdfPages.WIDTH, 0.6f);
        y = foot - 18;
    }
}
