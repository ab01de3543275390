package dev.assay.lab.samples;

import dev.assay.lab.samples.Manuscript.Piece;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Breaks running text into lines of a width. Words between double asterisks are bold.
final class PdfLines {
    private final PdfPages pages;

    PdfLines(PdfPages pages) {
        this.pages = pages;
    }

    /// A line ready to be set.
    ///
    /// @param before space above it
    /// @param keep   whether the next line must follow on the same page and column
    record Line(List<Run> runs, float size, float before, float indent, boolean keep) {
        Line {
            runs = List.copyOf(runs);
        }

        float height() {
            return before + size * 1.42f;
        }
    }

    /// Words set alike, and where they start in the line.
    record Run(String text, float at, boolean bold) {}

    List<Line> of(Piece piece, float width) throws IOException {
        return switch (piece) {
            case Piece.Heading(int level, String text) ->
                broken("**" + text + "**", width, level == 1 ? 15 : 11.5f, level == 1 ? 20 : 12, 0, true);
            case Piece.Paragraph(String text) -> broken(text, width, 9.8f, 6, 0, false);
            case Piece.Bullet(String text) -> broken("\u2022 " + text, width, 9.8f, 4, 10, false);
            case Piece.Note(String text) -> broken(text, width, 7.8f, 4, 0, false);
            case Piece.Spoken _, Piece.Grid _, Piece.Chart _, Piece.Mark _ ->
                throw new IllegalStateException("Not running text: " + piece);
        };
    }

    private List<Line> broken(String text, float width, float size, float before, float indent, boolean keep)
            throws IOException {
        List<Line> lines = new ArrayList<>();
        List<Run> runs = new ArrayList<>();
        float at = 0;
        boolean bold = false;
        for (String word : text.split(" ", -1)) {
            boolean opens = word.startsWith("**");
            boolean closes = word.endsWith("**");
            String plain = word.replace("**", "");
            bold = bold || opens;
            float wide = pages.width(plain, size);
            if (at + wide > width - indent && !runs.isEmpty()) {
                lines.add(new Line(runs, size, lines.isEmpty() ? before : 0, indent, keep));
                runs = new ArrayList<>();
                at = 0;
            }
            append(runs, plain, at, bold);
            at += wide + pages.width(" ", size);
            bold = bold && !closes;
        }
        lines.add(new Line(runs, size, lines.isEmpty() ? before : 0, indent, keep));
        return lines;
    }

    private static void append(List<Run> runs, String word, float at, boolean bold) {
        if (!runs.isEmpty() && runs.getLast().bold() == bold) {
            Run last = runs.removeLast();
            runs.add(new Run(last.text() + " " + word, last.at(), bold));
            return;
        }
        runs.add(new Run(word, at, bold));
    }
}
