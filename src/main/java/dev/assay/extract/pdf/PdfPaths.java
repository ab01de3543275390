package dev.assay.extract.pdf;

import dev.assay.extract.pdf.PdfRulings.Ruling;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/// Follows the drawing of lines and rectangles, and keeps those that can be rulings of a table.
final class PdfPaths {
    static final List<String> OPERATORS =
            List.of("m", "l", "re", "c", "v", "y", "h", "S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "n");

    /// Filled rectangles up to this thick are drawn lines, in points.
    private static final float THIN = 2.6f;
    private static final float SHORTEST = 4f;
    private static final int MOST_SEGMENTS = 20_000;

    private final List<float[]> open = new ArrayList<>();
    private final List<float[]> segments = new ArrayList<>();
    private final List<float[]> rectangles = new ArrayList<>();
    private float[] start = {0, 0};
    private float[] at = {0, 0};
    private boolean painted;

    /// Brings a point from the current to the page's coordinates.
    interface Transform {
        float[] apply(float x, float y);
    }

    void clear() {
        open.clear();
        segments.clear();
        rectangles.clear();
        painted = false;
    }

    boolean painted() {
        return painted;
    }

    void take(String operator, List<COSBase> operands, Transform transform) {
        float[] numbers = numbers(operands);
        switch (operator) {
            case "m" -> move(numbers, transform);
            case "l" -> line(numbers, transform);
            case "re" -> rectangle(numbers, transform);
            case "c", "v", "y" -> curve(numbers, transform);
            case "h" -> add(at, start);
            case "s", "S" -> paint(true);
            case "b", "b*", "B", "B*" -> paint(true);
            case "f", "F", "f*" -> paint(false);
            default -> {
                open.clear();
                rectangles.clear();
            }
        }
    }

    private static float[] numbers(List<COSBase> operands) {
        float[] numbers = new float[operands.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = operands.get(i) instanceof COSNumber number ? number.floatValue() : 0;
        }
        return numbers;
    }

    private void move(float[] numbers, Transform transform) {
        if (numbers.length >= 2) {
            start = transform.apply(numbers[0], numbers[1]);
            at = start;
        }
    }

    private void line(float[] numbers, Transform transform) {
        if (numbers.length >= 2) {
            float[] to = transform.apply(numbers[0], numbers[1]);
            add(at, to);
            at = to;
        }
    }

    private void curve(float[] numbers, Transform transform) {
        if (numbers.length >= 2) {
            at = transform.apply(numbers[numbers.length - 2], numbers[numbers.length - 1]);
        }
    }

    private void rectangle(float[] numbers, Transform transform) {
        if (numbers.length >= 4) {
            float[] one = transform.apply(numbers[0], numbers[1]);
            float[] other = transform.apply(numbers[0] + numbers[2], numbers[1] + numbers[3]);
            rectangles.add(new float[] {one[0], one[1], other[0], other[1]});
        }
    }

    private void add(float[] from, float[] to) {
        open.add(new float[] {from[0], from[1], to[0], to[1]});
    }

    private void paint(boolean stroked) {
        painted = true;
        if (stroked) {
            open.forEach(this::keep);
        } else {
            closedShape();
        }
        for (float[] r : rectangles) {
            boolean thin = Math.abs(r[2] - r[0]) <= THIN || Math.abs(r[3] - r[1]) <= THIN;
            if (thin) {
                keepThin(r);
            } else if (stroked) {
                keep(new float[] {r[0], r[1], r[2], r[1]});
                keep(new float[] {r[0], r[3], r[2], r[3]});
                keep(new float[] {r[0], r[1], r[0], r[3]});
                keep(new float[] {r[2], r[1], r[2], r[3]});
            }
        }
        open.clear();
        rectangles.clear();
    }

    /// A filled shape drawn by lines is a ruling where it is thin.
    private void closedShape() {
        if (open.isEmpty()) {
            return;
        }
        float[] box = {Float.MAX_VALUE, Float.MAX_VALUE, -Float.MAX_VALUE, -Float.MAX_VALUE};
        for (float[] s : open) {
            box[0] = Math.min(box[0], Math.min(s[0], s[2]));
            box[1] = Math.min(box[1], Math.min(s[1], s[3]));
            box[2] = Math.max(box[2], Math.max(s[0], s[2]));
            box[3] = Math.max(box[3], Math.max(s[1], s[3]));
        }
        if (box[2] - box[0] <= THIN || box[3] - box[1] <= THIN) {
            keepThin(box);
        }
    }

    private void keepThin(float[] r) {
        boolean flat = Math.abs(r[3] - r[1]) <= Math.abs(r[2] - r[0]);
        float x = (r[0] + r[2]) / 2;
        float y = (r[1] + r[3]) / 2;
        keep(flat ? new float[] {r[0], y, r[2], y} : new float[] {x, r[1], x, r[3]});
    }

    private void keep(float[] segment) {
        if (segments.size() < MOST_SEGMENTS) {
            segments.add(segment);
        }
    }

    /// The straight lines, turned as text of a direction is.
    List<Ruling> rulings(int direction, PDRectangle page) {
        List<Ruling> rulings = new ArrayList<>();
        for (float[] segment : segments) {
            float[] a = turn(segment[0], segment[1], direction, page);
            float[] b = turn(segment[2], segment[3], direction, page);
            boolean flat = Math.abs(a[1] - b[1]) <= 1 && Math.abs(a[0] - b[0]) >= SHORTEST;
            boolean upright = Math.abs(a[0] - b[0]) <= 1 && Math.abs(a[1] - b[1]) >= SHORTEST;
            if (flat) {
                rulings.add(new Ruling(true, a[1], Math.min(a[0], b[0]), Math.max(a[0], b[0])));
            } else if (upright) {
                rulings.add(new Ruling(false, a[0], Math.min(a[1], b[1]), Math.max(a[1], b[1])));
            }
        }
        return rulings;
    }

    private static float[] turn(float x, float y, int direction, PDRectangle page) {
        float right = x - page.getLowerLeftX();
        float up = y - page.getLowerLeftY();
        return switch (direction) {
            case 90 -> new float[] {up, right};
            case 180 -> new float[] {page.getWidth() - right, up};
            case 270 -> new float[] {page.getHeight() - up, page.getWidth() - right};
            default -> new float[] {right, page.getHeight() - up};
        };
    }
}
