package dev.assay.extract.pdf.page;

import java.util.Arrays;
import java.util.List;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.util.Matrix;

/// A path as it is built up by instructions, in user space.
final class PdfPath {
    static final byte MOVE = 0;
    static final byte LINE = 1;
    static final byte CURVE = 2;
    static final byte CLOSE = 3;

    private static final int MOST_POINTS = 100_000;

    private float[] xs = new float[64];
    private float[] ys = new float[64];
    private byte[] kinds = new byte[64];
    private int count;
    private int start;

    void clear() {
        count = 0;
        start = 0;
    }

    int count() {
        return count;
    }

    float x(int point) {
        return xs[point];
    }

    float y(int point) {
        return ys[point];
    }

    byte kind(int point) {
        return kinds[point];
    }

    /// Takes an instruction that builds a path.
    void take(String operator, List<COSBase> operands, Matrix matrix) {
        int size = operands.size();
        switch (operator) {
            case "m" -> move(number(operands, 0), number(operands, 1), matrix);
            case "l" -> add(number(operands, 0), number(operands, 1), matrix, LINE);
            case "re" ->
                rectangle(number(operands, 0), number(operands, 1), number(operands, 2), number(operands, 3), matrix);
            case "h" -> close();
            default -> add(number(operands, size - 2), number(operands, size - 1), matrix, CURVE);
        }
    }

    private static float number(List<COSBase> operands, int index) {
        return index >= 0 && index < operands.size() && operands.get(index) instanceof COSNumber number
                ? number.floatValue()
                : 0;
    }

    private void move(float x, float y, Matrix matrix) {
        start = count;
        add(x, y, matrix, MOVE);
    }

    private void rectangle(float x, float y, float width, float height, Matrix matrix) {
        move(x, y, matrix);
        add(x + width, y, matrix, LINE);
        add(x + width, y + height, matrix, LINE);
        add(x, y + height, matrix, LINE);
        close();
    }

    /// Closes the open part.
    void close() {
        if (count > start && count > 0) {
            put(xs[start], ys[start], CLOSE);
        }
    }

    private void add(float x, float y, Matrix matrix, byte kind) {
        put(
                x * matrix.getScaleX() + y * matrix.getShearX() + matrix.getTranslateX(),
                x * matrix.getShearY() + y * matrix.getScaleY() + matrix.getTranslateY(),
                kind);
    }

    private void put(float x, float y, byte kind) {
        if (count >= MOST_POINTS) {
            return;
        }
        if (count == xs.length) {
            xs = Arrays.copyOf(xs, count * 2);
            ys = Arrays.copyOf(ys, count * 2);
            kinds = Arrays.copyOf(kinds, count * 2);
        }
        xs[count] = x;
        ys[count] = y;
        kinds[count] = kind;
        count++;
    }

    /// One past the last point of the part that starts at a point.
    int partEnd(int from) {
        int end = from + 1;
        while (end < count && kinds[end] != MOVE) {
            end++;
        }
        return end;
    }

    /// The rectangle around a part: left, lower, right, upper edge.
    float[] box(int from, int to) {
        float[] box = {Float.MAX_VALUE, Float.MAX_VALUE, -Float.MAX_VALUE, -Float.MAX_VALUE};
        for (int i = from; i < to; i++) {
            box[0] = Math.min(box[0], xs[i]);
            box[1] = Math.min(box[1], ys[i]);
            box[2] = Math.max(box[2], xs[i]);
            box[3] = Math.max(box[3], ys[i]);
        }
        return box;
    }

    /// Whether a part is the rectangle around it and nothing else.
    boolean isRectangle(int from, int to) {
        int corners = 0;
        for (int i = from + 1; i < to; i++) {
            boolean across = Math.abs(xs[i] - xs[i - 1]) > 0.01f;
            boolean up = Math.abs(ys[i] - ys[i - 1]) > 0.01f;
            if (kinds[i] == CURVE || (across && up)) {
                return false;
            }
            corners += across || up ? 1 : 0;
        }
        // Four sides, or three and one that filling closes by itself.
        boolean closed = corners == 4 || (corners == 3 && isLevel(from, to - 1));
        return closed && to - from >= 4;
    }

    private boolean isLevel(int one, int other) {
        return Math.abs(xs[one] - xs[other]) <= 0.01f || Math.abs(ys[one] - ys[other]) <= 0.01f;
    }
}
