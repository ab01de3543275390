package dev.assay.extract.pdf.page;

import dev.assay.extract.pdf.layout.PageFrame;
import dev.assay.extract.pdf.page.PdfGround.Area;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.graphics.blend.BlendMode;
import org.apache.pdfbox.pdmodel.graphics.state.PDGraphicsState;
import org.apache.pdfbox.util.Matrix;
import org.jspecify.annotations.Nullable;

/// Follows what is painted on a page: paths, areas, images, and where painting is cut off.
final class PdfPaint {
    private static final double OPAQUE = 0.98;

    private final PdfPath path = new PdfPath();
    private final PdfPaths paths = new PdfPaths();
    private final Deque<PaintState> outer = new ArrayDeque<>();
    private final PdfGround ground;
    private final boolean watched;
    private PaintState state = PaintState.START;
    private boolean clips;
    private int order;

    /// @param watched whether what is seen of the text matters
    PdfPaint(PageFrame frame, boolean watched) {
        this.ground = new PdfGround(frame);
        this.watched = watched;
    }

    void clear(PageFrame frame) {
        path.clear();
        paths.clear();
        outer.clear();
        ground.clear(frame);
        state = PaintState.START;
        clips = false;
        order = 0;
    }

    PaintState state() {
        return state;
    }

    PdfPaths paths() {
        return paths;
    }

    PdfGround ground() {
        return ground;
    }

    /// The next moment of painting.
    int next() {
        return order++;
    }

    void save() {
        outer.push(state);
    }

    void restore() {
        if (!outer.isEmpty()) {
            state = outer.pop();
        }
    }

    int depth() {
        return outer.size();
    }

    /// Goes back to the state that was saved at a depth.
    void restoreTo(int depth) {
        while (outer.size() > depth) {
            state = outer.pop();
        }
    }

    void dim() {
        state = state.dimmed();
    }

    void colour(String operator, List<COSBase> operands, @Nullable PDResources resources) {
        state = FillColour.after(state, operator, operands, resources);
    }

    /// Takes an instruction that builds or paints a path.
    void path(String operator, List<COSBase> operands, PDGraphicsState graphics) {
        switch (operator) {
            case "m", "l", "re", "c", "v", "y", "h" ->
                path.take(operator, operands, graphics.getCurrentTransformationMatrix());
            case "W", "W*" -> clips = true;
            default -> paint(operator, graphics);
        }
    }

    private void paint(String operator, PDGraphicsState graphics) {
        switch (operator) {
            case "S" -> paths.stroke(path);
            case "s" -> {
                path.close();
                paths.stroke(path);
            }
            case "f", "F", "f*" -> fill(graphics, operator.endsWith("*"));
            case "B", "B*" -> fillAndStroke(graphics, operator.endsWith("*"));
            case "b", "b*" -> {
                path.close();
                fillAndStroke(graphics, operator.endsWith("*"));
            }
            default -> {
                // The path is only cut off along.
            }
        }
        if (clips && watched && path.count() > 0) {
            clip();
        }
        clips = false;
        path.clear();
    }

    private void fillAndStroke(PDGraphicsState graphics, boolean evenOdd) {
        fill(graphics, evenOdd);
        paths.stroke(path);
    }

    private void fill(PDGraphicsState graphics, boolean evenOdd) {
        paths.fill(path);
        if (!watched) {
            return;
        }
        boolean opaque = isOpaque(graphics);
        for (int from = 0; from < path.count(); ) {
            int to = path.partEnd(from);
            float[] box = path.box(from, to);
            if (!PdfPaths.isThin(box)) {
                boolean single = !evenOdd || to - from == path.count();
                boolean solid = opaque && single && path.isRectangle(from, to);
                area(box, solid, solid ? state.fill() : PaintState.UNKNOWN, false);
            }
            from = to;
        }
    }

    private boolean isOpaque(PDGraphicsState graphics) {
        BlendMode mode = graphics.getBlendMode();
        return !state.dim()
                && graphics.getNonStrokeAlphaConstant() >= OPAQUE
                && graphics.getSoftMask() == null
                && (mode == null || mode.equals(BlendMode.NORMAL) || mode.equals(BlendMode.COMPATIBLE));
    }

    /// Whether areas and letters leave no trace at all.
    static boolean isClear(PDGraphicsState graphics) {
        return graphics.getNonStrokeAlphaConstant() < 0.01;
    }

    /// A form is drawn: whether what it holds shows what lies under it.
    boolean isTransparent(PDGraphicsState graphics) {
        return !isOpaque(graphics);
    }

    /// Something unknown is painted wherever it is not cut off.
    void flood() {
        float[] clip = state.clip();
        area(clip == null ? everything() : clip, false, PaintState.UNKNOWN, false);
    }

    private static float[] everything() {
        return new float[] {-1e6f, -1e6f, 1e6f, 1e6f};
    }

    /// An image fills the unit square.
    ///
    /// @param solid whether it has no mask
    void image(PDGraphicsState graphics, boolean solid) {
        if (watched) {
            Matrix matrix = graphics.getCurrentTransformationMatrix();
            boolean straight = (near0(matrix.getShearX()) && near0(matrix.getShearY()))
                    || (near0(matrix.getScaleX()) && near0(matrix.getScaleY()));
            area(unitBox(matrix), solid && straight && isOpaque(graphics), PaintState.UNKNOWN, true);
        }
    }

    private static boolean near0(float value) {
        return Math.abs(value) < 0.01f;
    }

    private static float[] unitBox(Matrix matrix) {
        float x = matrix.getTranslateX();
        float y = matrix.getTranslateY();
        float left = x + Math.min(0, matrix.getScaleX()) + Math.min(0, matrix.getShearX());
        float right = x + Math.max(0, matrix.getScaleX()) + Math.max(0, matrix.getShearX());
        float bottom = y + Math.min(0, matrix.getScaleY()) + Math.min(0, matrix.getShearY());
        float top = y + Math.max(0, matrix.getScaleY()) + Math.max(0, matrix.getShearY());
        return new float[] {left, bottom, right, top};
    }

    private void area(float[] box, boolean covers, int colour, boolean image) {
        float[] clip = state.clip();
        float left = clip == null ? box[0] : Math.max(box[0], clip[0]);
        float bottom = clip == null ? box[1] : Math.max(box[1], clip[1]);
        float right = clip == null ? box[2] : Math.min(box[2], clip[2]);
        float top = clip == null ? box[3] : Math.min(box[3], clip[3]);
        if (left < right && bottom < top) {
            boolean whole = state.exact();
            ground.add(new Area(
                    left, bottom, right, top, next(), whole ? colour : PaintState.UNKNOWN, covers && whole, image));
        }
    }

    private void clip() {
        float[] box = path.box(0, path.count());
        boolean whole = path.partEnd(0) == path.count() && path.isRectangle(0, path.count());
        state = state.clippedTo(box[0], box[1], box[2], box[3], whole);
    }

    /// A form's box cuts off what lies outside.
    void clipTo(float x1, float y1, float x2, float y2, Matrix matrix) {
        if (!watched) {
            return;
        }
        float[] box = {Float.MAX_VALUE, Float.MAX_VALUE, -Float.MAX_VALUE, -Float.MAX_VALUE};
        for (int i = 0; i < 4; i++) {
            float x = (i & 1) == 0 ? x1 : x2;
            float y = (i & 2) == 0 ? y1 : y2;
            float userX = x * matrix.getScaleX() + y * matrix.getShearX() + matrix.getTranslateX();
            float userY = x * matrix.getShearY() + y * matrix.getScaleY() + matrix.getTranslateY();
            box[0] = Math.min(box[0], userX);
            box[1] = Math.min(box[1], userY);
            box[2] = Math.max(box[2], userX);
            box[3] = Math.max(box[3], userY);
        }
        boolean straight = (near0(matrix.getShearX()) && near0(matrix.getShearY()))
                || (near0(matrix.getScaleX()) && near0(matrix.getScaleY()));
        state = state.clippedTo(box[0], box[1], box[2], box[3], straight);
    }
}
