package dev.assay.extract.pdf.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Orders rows whose pieces stand far apart. Where the pieces wrap into the rows below, they are small blocks
/// side by side and each is read to its end; otherwise, as with labels and their values, each row is read
/// across.
final class PdfBeside {
    /// Pieces closer than this many type sizes belong together in any case.
    private static final float APART = 2.5f;
    private static final float FOLLOWS = 1.8f;

    private final List<List<PdfItem>> done = new ArrayList<>();
    private final List<List<PdfLine>> zone = new ArrayList<>();
    private List<PdfItem> plain = new ArrayList<>();

    private PdfBeside() {}

    /// Stretches in reading order.
    ///
    /// @param rows pieces of each row from left to right; a table is a row of its own
    static List<List<PdfItem>> order(List<List<? extends PdfItem>> rows) {
        PdfBeside beside = new PdfBeside();
        for (List<? extends PdfItem> row : rows) {
            beside.take(row);
        }
        beside.closeZone();
        beside.closePlain();
        return beside.done;
    }

    private void take(List<? extends PdfItem> row) {
        if (row.getFirst() instanceof PdfTable table) {
            closeZone();
            plain.add(table);
            return;
        }
        List<PdfLine> pieces = near(row.stream().map(PdfLine.class::cast).toList());
        boolean continues = !zone.isEmpty() && pieces.size() == 1 && overlapping(pieces.getFirst()) == 1;
        if (pieces.size() > 1 || (continues && follows(pieces.getFirst()))) {
            zone.add(pieces);
        } else {
            closeZone();
            plain.addAll(pieces);
        }
    }

    /// Joins pieces that stand near each other, a mark with what follows, and a page number with what precedes.
    private static List<PdfLine> near(List<PdfLine> row) {
        List<PdfLine> joined = new ArrayList<>();
        for (PdfLine piece : row) {
            PdfLine before = joined.isEmpty() ? null : joined.getLast();
            boolean together = before != null
                    && (piece.left() - before.right() < APART * piece.size()
                            || before.text().matches("\\P{L}{1,6}")
                            || PdfBlocks.isMarker(before.text())
                            || PdfBlocks.isContents(before.text())
                            || piece.text().matches("[\\divxlc.…]{1,6}"));
            if (together) {
                joined.add(PdfLine.join(List.of(joined.removeLast(), piece)));
            } else {
                joined.add(piece);
            }
        }
        return joined;
    }

    private long overlapping(PdfLine line) {
        return blocks(zone).stream()
                .filter(block -> block.stream().anyMatch(each -> overlap(each, line)))
                .count();
    }

    private boolean follows(PdfLine line) {
        return blocks(zone).stream().anyMatch(block -> follows(line, block.getLast()));
    }

    private static boolean follows(PdfLine line, PdfLine before) {
        float step = line.baseline() - before.baseline();
        return overlap(line, before)
                && step > 0
                && step < FOLLOWS * line.size()
                && Math.abs(line.size() - before.size()) < 0.6f
                && line.bold() == before.bold();
    }

    private static boolean overlap(PdfLine one, PdfLine other) {
        return one.left() < other.right() && other.left() < one.right();
    }

    private static List<List<PdfLine>> blocks(List<List<PdfLine>> rows) {
        List<List<PdfLine>> blocks = new ArrayList<>();
        for (List<PdfLine> row : rows) {
            for (PdfLine piece : row) {
                List<PdfLine> block = blocks.stream()
                        .filter(each -> follows(piece, each.getLast()))
                        .findFirst()
                        .orElse(null);
                if (block == null) {
                    block = new ArrayList<>();
                    blocks.add(block);
                }
                block.add(piece);
            }
        }
        return blocks;
    }

    private void closeZone() {
        if (zone.isEmpty()) {
            return;
        }
        List<List<PdfLine>> blocks = blocks(zone);
        boolean uneven = zone.stream().anyMatch(row -> row.size() == 1);
        if (!uneven && blocks.stream().noneMatch(PdfBeside::wraps)) {
            zone.forEach(row -> plain.add(PdfLine.join(row)));
        } else {
            closePlain();
            // Blocks that begin at about the same height are read from left to right.
            blocks.sort(Comparator.comparingDouble(
                            (List<PdfLine> block) -> rowOf(block.getFirst().baseline()))
                    .thenComparingDouble(block -> block.getFirst().left()));
            blocks.forEach(block -> done.add(List.copyOf(block)));
        }
        zone.clear();
    }

    /// The height of the first row of the zone that a line stands in.
    private double rowOf(float baseline) {
        for (List<PdfLine> row : zone) {
            float height = row.getFirst().baseline();
            if (Math.abs(height - baseline) < 0.7f * row.getFirst().size()) {
                return height;
            }
        }
        return baseline;
    }

    private static boolean wraps(List<PdfLine> block) {
        return block.stream()
                .skip(1)
                .anyMatch(line -> Character.isLowerCase(line.text().codePointAt(0)));
    }

    private void closePlain() {
        if (!plain.isEmpty()) {
            done.add(plain);
            plain = new ArrayList<>();
        }
    }
}
