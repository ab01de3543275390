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
    private static final float LESS_THAN_A_LINE = 0.9f;
    private static final int LEAST_FULL = 25;

    private final List<List<PdfItem>> done = new ArrayList<>();
    private final List<List<PdfLine>> zone = new ArrayList<>();
    private List<PdfItem> plain = new ArrayList<>();

    /// The right edge of all the rows.
    private final float right;

    private PdfBeside(float right) {
        this.right = right;
    }

    /// Stretches in reading order.
    ///
    /// @param rows pieces of each row from left to right; a table is a row of its own
    static List<List<PdfItem>> order(List<List<? extends PdfItem>> rows) {
        float right = (float) rows.stream()
                .flatMap(List::stream)
                .mapToDouble(PdfItem::right)
                .max()
                .orElse(0);
        PdfBeside beside = new PdfBeside(right);
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
        if (zone.isEmpty() && pieces.size() == 1 && standsBeside(pieces.getFirst())) {
            zone.add(List.of((PdfLine) plain.removeLast()));
            zone.add(pieces);
            return;
        }
        boolean continues = !zone.isEmpty() && pieces.size() == 1 && overlapping(pieces.getFirst()) == 1;
        if (pieces.size() > 1 || (continues && follows(pieces.getFirst()))) {
            zone.add(pieces);
        } else {
            closeZone();
            plain.addAll(pieces);
        }
    }

    /// Whether a line stands half a line lower than the one before, and beside it.
    private boolean standsBeside(PdfLine line) {
        return !plain.isEmpty()
                && plain.getLast() instanceof PdfLine before
                && line.baseline() - before.baseline() < LESS_THAN_A_LINE * line.size()
                && !overlap(line, before);
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
        if (!uneven && blocks.stream().noneMatch(this::wraps)) {
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

    /// Whether a line of the block goes on in the next: that starts with a small letter, or its first word had no
    /// room any more.
    private boolean wraps(List<PdfLine> block) {
        for (int i = 1; i < block.size(); i++) {
            PdfLine line = block.get(i);
            PdfLine before = block.get(i - 1);
            boolean full = before.text().length() >= LEAST_FULL && before.right() + line.first() > right;
            if (full || Character.isLowerCase(line.text().codePointAt(0))) {
                return true;
            }
        }
        return false;
    }

    private void closePlain() {
        if (!plain.isEmpty()) {
            done.add(plain);
            plain = new ArrayList<>();
        }
    }
}
