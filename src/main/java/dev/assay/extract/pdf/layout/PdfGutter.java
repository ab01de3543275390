package dev.assay.extract.pdf.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Finds the white space between columns: of running text on both sides, or of short texts that have nothing to do
/// with each other, such as two lists or two blocks whose lines stand at different heights. Labels beside their
/// values and the rows of a table are no columns.
final class PdfGutter {
    private static final int LEAST_RUNNING = 4;
    private static final int LEAST_SHORT = 3;
    private static final int LEAST_ITEMS = 2;
    private static final float LEAST_GUTTER = 7f;
    private static final float WIDE_GUTTER = 14f;
    private static final double MOST_CROSSING = 0.35;
    private static final int LEAST_CHARACTERS = 15;
    private static final float SAME_LINE = 1.5f;

    private final List<PdfItem> items;
    private final float left;
    private final float right;

    private PdfGutter(List<PdfItem> items) {
        this.items = items;
        float least = Float.MAX_VALUE;
        float most = -Float.MAX_VALUE;
        for (PdfItem item : items) {
            least = Math.min(least, item.left());
            most = Math.max(most, item.right());
        }
        this.left = least;
        this.right = most;
    }

    /// The middle of the white space that the fewest lines cross.
    static Optional<Float> of(List<PdfItem> items) {
        return items.size() < 2 * LEAST_SHORT ? Optional.empty() : new PdfGutter(items).find();
    }

    private Optional<Float> find() {
        Optional<Float> best = Optional.empty();
        int fewest = (int) Math.round(items.size() * MOST_CROSSING);
        Sides before = null;
        for (float at = left + (right - left) * 0.2f; at < left + (right - left) * 0.8f; at += 2) {
            Sides sides = sides(at, LEAST_GUTTER);
            // The same lines on both sides were looked at one step before.
            boolean known = before != null && sides.isLike(before);
            before = sides;
            if (!known && sides.crossing < fewest && isGutter(at, sides)) {
                fewest = sides.crossing;
                best = Optional.of(at);
            }
        }
        return best;
    }

    private boolean isGutter(float at, Sides sides) {
        if (sides.isRunning()) {
            return true;
        }
        Sides wide = sides(at, WIDE_GUTTER);
        return wide.isLike(sides) && wide.areApart() && wide.isUncut(items, at);
    }

    private Sides sides(float at, float gutter) {
        Sides sides = new Sides();
        for (PdfItem item : items) {
            if (item.left() < at + gutter / 2 && item.right() > at - gutter / 2) {
                sides.crossing++;
            }
            if (item.right() <= at) {
                sides.left.add(item);
            } else if (item.left() >= at) {
                sides.right.add(item);
            }
        }
        return sides;
    }

    /// What lies to the left and right of a line, and what it would cut.
    private static final class Sides {
        private final List<PdfItem> left = new ArrayList<>();
        private final List<PdfItem> right = new ArrayList<>();
        private int crossing;

        boolean isLike(Sides other) {
            return left.size() == other.left.size() && right.size() == other.right.size() && crossing == other.crossing;
        }

        boolean isRunning() {
            return isRunning(left) && isRunning(right) && areBeside(2);
        }

        /// Whether lines follow each other closely and mostly fill the same width, as running text does and labels
        /// beside it or cells of a table do not.
        private static boolean isRunning(List<PdfItem> items) {
            List<PdfLine> lines = lines(items);
            if (lines.size() < LEAST_RUNNING) {
                return false;
            }
            double left = lines.stream().mapToDouble(PdfLine::left).min().orElse(0);
            double right = lines.stream().mapToDouble(PdfLine::right).max().orElse(0);
            int full = 0;
            int characters = 0;
            int close = 0;
            PdfLine before = null;
            for (PdfLine line : lines) {
                full += line.width() >= 0.6 * (right - left) ? 1 : 0;
                characters += line.text().length();
                float step = before == null ? 0 : line.baseline() - before.baseline();
                // A step of nearly nothing means two pieces in one row: cells, not a column.
                close += step > 0.5f * line.size() && step < 2.2f * line.size() ? 1 : 0;
                before = line;
            }
            return full >= lines.size() * 0.5
                    && characters >= lines.size() * LEAST_CHARACTERS
                    && close >= (lines.size() - 1) * 0.7;
        }

        private static List<PdfLine> lines(List<PdfItem> items) {
            List<PdfLine> lines = new ArrayList<>();
            for (PdfItem item : items) {
                if (item instanceof PdfLine line) {
                    lines.add(line);
                }
            }
            lines.sort(Comparator.comparingDouble(PdfLine::baseline));
            return lines;
        }

        /// Whether both sides reach down beside each other for some lines.
        private boolean areBeside(int lines) {
            double top = Math.max(top(left), top(right));
            double bottom = Math.min(bottom(left), bottom(right));
            PdfItem first = left.getFirst();
            return bottom - top > lines * (first.bottom() - first.top());
        }

        private static double top(List<PdfItem> items) {
            return items.stream().mapToDouble(PdfItem::top).min().orElse(0);
        }

        private static double bottom(List<PdfItem> items) {
            return items.stream().mapToDouble(PdfItem::bottom).max().orElse(0);
        }

        /// Whether hardly any line runs across where both sides lie beside each other.
        boolean isUncut(List<PdfItem> items, float at) {
            double top = Math.max(top(left), top(right));
            double bottom = Math.min(bottom(left), bottom(right));
            int across = 0;
            for (PdfItem item : items) {
                boolean between = item.top() < bottom && item.bottom() > top;
                across += between && item.left() < at && item.right() > at ? 1 : 0;
            }
            return across <= (left.size() + right.size()) / 16;
        }

        /// Whether short texts on both sides have nothing to do with each other: both are lists, or their lines
        /// stand at different heights and do not pair off.
        boolean areApart() {
            List<PdfLine> ones = lines(left);
            List<PdfLine> others = lines(right);
            if (ones.size() < LEAST_SHORT || others.size() < LEAST_SHORT || !areBeside(2)) {
                return false;
            }
            boolean grid = ones.size() == others.size() && shareLines(ones, others, 0.9);
            boolean lists = entries(ones) >= LEAST_ITEMS && entries(others) >= LEAST_ITEMS;
            return (lists && !(grid && entries(ones) >= ones.size() - 1))
                    || (isSingle(ones)
                            && isSingle(others)
                            && !shareLines(ones, others, 0.5)
                            && !arePaired(ones, others));
        }

        private static int entries(List<PdfLine> lines) {
            int entries = 0;
            for (PdfLine line : lines) {
                entries += PdfBlocks.bullet(line.text()) > 0 ? 1 : 0;
            }
            return entries;
        }

        /// Whether there is one line beside the other hardly ever.
        private static boolean isSingle(List<PdfLine> lines) {
            int beside = 0;
            for (int i = 1; i < lines.size(); i++) {
                boolean mark = PdfBlocks.isMarker(lines.get(i).text())
                        || PdfBlocks.isMarker(lines.get(i - 1).text());
                beside += !mark && lines.get(i).baseline() - lines.get(i - 1).baseline() < SAME_LINE ? 1 : 0;
            }
            return beside <= lines.size() / 8;
        }

        /// Whether a share of the lines of the side that has fewer stand at the height of one of the other.
        private static boolean shareLines(List<PdfLine> ones, List<PdfLine> others, double share) {
            List<PdfLine> fewer = ones.size() <= others.size() ? ones : others;
            List<PdfLine> more = ones.size() <= others.size() ? others : ones;
            int shared = 0;
            for (PdfLine line : fewer) {
                shared += more.stream().anyMatch(other -> Math.abs(other.baseline() - line.baseline()) < SAME_LINE)
                        ? 1
                        : 0;
            }
            return shared >= fewer.size() * share;
        }

        /// Whether blocks of lines lie beside each other one by one, as in a grid.
        private static boolean arePaired(List<PdfLine> ones, List<PdfLine> others) {
            List<float[]> blocks = blocks(ones);
            List<float[]> beside = blocks(others);
            if (blocks.size() != beside.size() || blocks.size() < 2) {
                return false;
            }
            for (int i = 0; i < blocks.size(); i++) {
                float[] block = blocks.get(i);
                float[] other = beside.get(i);
                float shared = Math.min(block[1], other[1]) - Math.max(block[0], other[0]);
                if (shared < 0.5f * Math.min(block[1] - block[0], other[1] - other[0])) {
                    return false;
                }
            }
            return true;
        }

        /// Upper and lower edges of lines that stand close together.
        private static List<float[]> blocks(List<PdfLine> lines) {
            List<float[]> blocks = new ArrayList<>();
            for (PdfLine line : lines) {
                float[] last = blocks.isEmpty() ? null : blocks.getLast();
                if (last != null && line.top() - last[1] < 0.6f * line.size()) {
                    last[1] = Math.max(last[1], line.bottom());
                } else {
                    blocks.add(new float[] {line.top(), line.bottom()});
                }
            }
            return blocks;
        }
    }
}
