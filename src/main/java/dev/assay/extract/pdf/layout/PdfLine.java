package dev.assay.extract.pdf.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A piece of text on one baseline of a page; coordinates in points from the upper left corner.
///
/// @param placed   the text in reading order
/// @param left     its left edge
/// @param right    its right edge
/// @param baseline how far down it stands
/// @param size     type size of most of it
/// @param bold     whether nearly all of it is bold
/// @param role     what the file's structure says of it
/// @param first    width of its first word
public record PdfLine(
        PlacedText placed, float left, float right, float baseline, float size, boolean bold, PdfRole role, float first)
        implements PdfItem {
    public String text() {
        return placed.text();
    }

    @Override
    public float top() {
        return baseline - size * 0.8f;
    }

    @Override
    public float bottom() {
        return baseline + size * 0.2f;
    }

    float width() {
        return right - left;
    }

    float centre() {
        return (left + right) / 2;
    }

    /// Pieces of one row as one line, with spaces between.
    static PdfLine join(List<PdfLine> row) {
        if (row.size() == 1) {
            return row.getFirst();
        }
        List<PdfLine> pieces = new ArrayList<>(row);
        boolean rightToLeft = pieces.stream()
                                .filter(piece -> PdfText.isRightToLeft(piece.text()))
                                .count()
                        * 2
                > row.size();
        pieces.sort(Comparator.comparingDouble(piece -> rightToLeft ? -piece.left : piece.left));
        PdfLine main = pieces.stream()
                .max(Comparator.comparingInt(piece -> piece.text().length()))
                .orElseThrow();
        return new PdfLine(
                PlacedText.join(pieces.stream().map(PdfLine::placed).toList()),
                (float) pieces.stream().mapToDouble(PdfLine::left).min().orElseThrow(),
                (float) pieces.stream().mapToDouble(PdfLine::right).max().orElseThrow(),
                main.baseline,
                main.size,
                pieces.stream().allMatch(PdfLine::bold),
                main.role,
                pieces.getFirst().first);
    }
}
