package dev.assay.extract.pdf.page;

import dev.assay.extract.pdf.layout.PageTurn;
import dev.assay.extract.pdf.layout.PdfRulings.Ruling;
import java.util.ArrayList;
import java.util.List;

/// Keeps of the paths that are drawn those that can be rulings of a table.
final class PdfPaths {
    /// Filled rectangles up to this thick are drawn lines, in points.
    static final float THIN = 2.6f;

    private static final float SHORTEST = 4f;
    private static final int MOST_SEGMENTS = 20_000;

    private final List<float[]> segments = new ArrayList<>();
    private boolean painted;

    void clear() {
        segments.clear();
        painted = false;
    }

    boolean painted() {
        return painted;
    }

    void stroke(PdfPath path) {
        painted = true;
        for (int i = 1; i < path.count(); i++) {
            byte kind = path.kind(i);
            if (kind == PdfPath.LINE || kind == PdfPath.CLOSE) {
                keep(path.x(i - 1), path.y(i - 1), path.x(i), path.y(i));
            }
        }
    }

    /// A filled shape is a ruling where it is thin.
    void fill(PdfPath path) {
        painted = true;
        for (int from = 0; from < path.count(); ) {
            int to = path.partEnd(from);
            float[] box = path.box(from, to);
            if (isThin(box)) {
                keepThin(box);
            }
            from = to;
        }
    }

    static boolean isThin(float[] box) {
        return box[2] - box[0] <= THIN || box[3] - box[1] <= THIN;
    }

    private void keepThin(float[] box) {
        float x = (box[0] + box[2]) / 2;
        float y = (box[1] + box[3]) / 2;
        if (box[3] - box[1] <= box[2] - box[0]) {
            keep(box[0], y, box[2], y);
        } else {
            keep(x, box[1], x, box[3]);
        }
    }

    private void keep(float x1, float y1, float x2, float y2) {
        if (segments.size() < MOST_SEGMENTS) {
            segments.add(new float[] {x1, y1, x2, y2});
        }
    }

    /// The straight lines, turned as text is.
    List<Ruling> rulings(PageTurn turn) {
        List<Ruling> rulings = new ArrayList<>();
        for (float[] segment : segments) {
            float x1 = turn.x(segment[0], segment[1]);
            float y1 = turn.y(segment[0], segment[1]);
            float x2 = turn.x(segment[2], segment[3]);
            float y2 = turn.y(segment[2], segment[3]);
            if (Math.abs(y1 - y2) <= 1 && Math.abs(x1 - x2) >= SHORTEST) {
                rulings.add(new Ruling(true, y1, Math.min(x1, x2), Math.max(x1, x2)));
            } else if (Math.abs(x1 - x2) <= 1 && Math.abs(y1 - y2) >= SHORTEST) {
                rulings.add(new Ruling(false, x1, Math.min(y1, y2), Math.max(y1, y2)));
            }
        }
        return rulings;
    }
}
