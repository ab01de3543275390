package dev.assay.extract.pdf.page;

import dev.assay.document.Fact;
import dev.assay.document.Gap;
import dev.assay.document.Place;
import dev.assay.extract.draft.ContainerLimits;
import dev.assay.extract.pdf.layout.PageFrame;
import dev.assay.extract.pdf.layout.PdfPage;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;
import org.apache.pdfbox.contentstream.PDFStreamEngine;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.state.PDGraphicsState;
import org.apache.pdfbox.util.Matrix;
import org.jspecify.annotations.Nullable;

/// Runs through a PDF page by page and hands out what stands where. Glyphs and lines of one page are held at a
/// time; images are looked up, never decoded.
public final class PdfPages extends PDFStreamEngine implements PdfDrawnObject.Listener {
    private static final int MOST_GLYPHS = 1_000_000;
    /// Forms that draw each other can make few bytes into any number of instructions.
    private static final int MOST_INSTRUCTIONS = 10_000_000;
    private static final int MOST_STATES = 2_000;
    private static final int MOST_MARKS = 10_000;
    private static final int MOST_IMAGES = 2_000;

    private final ContainerLimits limits;
    private final PdfStructure structure;
    private final PdfLayers layers;
    private final boolean watched;
    private final PdfFonts fonts = new PdfFonts();
    private final ShownGlyphs glyphs = new ShownGlyphs();
    private final Deque<PdfMark> marks = new ArrayDeque<>();
    private final PdfPaint paint;
    private final GlyphPen pen;
    private PageFrame frame = new PageFrame(0, 0, 1, 1, 0, 1);
    private List<Fact.Image> images = new ArrayList<>();
    private List<Gap> gaps = new ArrayList<>();
    private int number;
    private int instructions;
    private int unkept;
    private boolean drawsImages;

    /// @param watched whether it is told what of the text is seen
    public PdfPages(PdfStructure structure, PdfLayers layers, ContainerLimits limits, boolean watched) {
        this.structure = structure;
        this.layers = layers;
        this.limits = limits;
        this.watched = watched;
        this.paint = new PdfPaint(frame, watched);
        this.pen = new GlyphPen(fonts, paint, glyphs, frame, watched);
        PdfOperators.addAll(this, watched);
        addOperator(new PdfDrawnObject(this, this));
        addOperator(new PdfOperator(this, "BI", this::inlineImage));
    }

    /// Reads pages as long as they are wanted.
    ///
    /// @param pages takes each page, and says whether more are wanted
    public void run(List<PDPage> tree, Predicate<PdfPage> pages) {
        number = 0;
        for (PDPage page : tree) {
            number++;
            if (number > limits.pages()) {
                return;
            }
            frame = frame(page);
            if (!pages.test(page.hasContents() ? read(page) : PdfPage.blank(number, frame))) {
                return;
            }
        }
    }

    private static PageFrame frame(PDPage page) {
        PDRectangle box = page.getCropBox();
        int rotation = Math.floorMod(page.getRotation(), 360);
        return new PageFrame(
                box.getLowerLeftX(),
                box.getLowerLeftY(),
                box.getWidth(),
                box.getHeight(),
                rotation,
                Math.max(0.01f, page.getUserUnit()));
    }

    private PdfPage read(PDPage page) {
        images = new ArrayList<>();
        gaps = new ArrayList<>();
        glyphs.clear();
        marks.clear();
        paint.clear(frame);
        pen.clear(frame);
        instructions = 0;
        unkept = 0;
        drawsImages = false;
        try {
            processPage(page);
        } catch (IOException | RuntimeException e) {
            damaged("the page's content is broken");
        }
        boolean painted = paint.paths().painted() || drawsImages;
        return new PageSort(number, frame, glyphs, paint)
                .page(structure.tables(), images, painted, pen.shown(), pen.unknown(), gaps);
    }

    /// The fonts that were used.
    public List<Fact.Font> fonts() {
        return fonts.facts();
    }

    private void damaged(String what) {
        gap(Gap.Reason.DAMAGED, what);
    }

    /// One gap of a kind is told per page.
    private void gap(Gap.Reason reason, String what) {
        if (gaps.stream().noneMatch(gap -> gap.reason() == reason)) {
            gaps.add(new Gap(reason, new Place.Page(number), what));
        }
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        if (++instructions > MOST_INSTRUCTIONS) {
            gap(Gap.Reason.LIMIT, "the page has more instructions than are followed");
            throw new IOException("limit");
        }
        try {
            super.processOperator(operator, operands);
        } catch (RuntimeException e) {
            damaged("an instruction of the page is broken: " + operator.getName());
        }
    }

    @Override
    protected void operatorException(Operator operator, List<COSBase> operands, IOException e) {
        if (instructions <= MOST_INSTRUCTIONS) {
            damaged("an instruction of the page is broken: " + operator.getName());
        }
    }

    @Override
    protected void showText(byte[] string) {
        show(List.of(new COSString(string)));
    }

    @Override
    public void showTextStrings(COSArray array) {
        show(array.toList());
    }

    private void show(List<? extends COSBase> strings) {
        Matrix text = getTextMatrix();
        if (text == null) {
            return;
        }
        if (pen.shown() > MOST_GLYPHS) {
            gap(Gap.Reason.LIMIT, "the page has more glyphs than are read");
            return;
        }
        pen.show(strings, getGraphicsState(), text);
    }

    /// Programs nest a few dozen states; what nests without end was made to fill memory. Past the limit the
    /// states are counted only, so that what was kept is restored in its turn.
    @Override
    public void saveGraphicsState() {
        if (getGraphicsStackSize() >= MOST_STATES) {
            unkept++;
            gap(Gap.Reason.LIMIT, "the page nests more graphics states than are kept");
            return;
        }
        super.saveGraphicsState();
        paint.save();
    }

    @Override
    public void restoreGraphicsState() {
        if (unkept > 0) {
            unkept--;
            return;
        }
        super.restoreGraphicsState();
        paint.restore();
    }

    @Override
    public void beginMarkedContentSequence(COSName tag, @Nullable COSDictionary properties) {
        PdfMark outer = mark();
        PdfMark mark = structure.mark(getCurrentPage(), tag, properties, outer);
        if (watched && tag.getName().equals("OC")) {
            String layer = layers.hidden(properties);
            mark = layer == null ? mark : mark.switchedOff(layer);
        }
        if (marks.size() < MOST_MARKS) {
            marks.push(mark);
        }
        pen.mark(mark, mark.actual() != null && !mark.actual().equals(outer.actual()));
    }

    @Override
    public void endMarkedContentSequence() {
        marks.poll();
        pen.mark(mark(), false);
    }

    private PdfMark mark() {
        PdfMark mark = marks.peek();
        return mark == null ? PdfMark.NONE : mark;
    }

    /// Takes an instruction that builds or paints a path.
    void path(Operator operator, List<COSBase> operands) {
        paint.path(operator.getName(), operands, getGraphicsState());
    }

    void colour(Operator operator, List<COSBase> operands) {
        paint.colour(operator.getName(), operands, getResources());
    }

    void shading(Operator operator, List<COSBase> operands) {
        paint.flood();
    }

    @Override
    public int formBegins(@Nullable COSDictionary form) {
        int depth = paint.depth();
        paint.save();
        PdfMark outer = mark();
        PdfMark mark = outer;
        if (watched && form != null) {
            String layer = layers.hidden(form.getCOSDictionary(COSName.OC));
            mark = layer == null ? outer : outer.switchedOff(layer);
            PDGraphicsState graphics = getGraphicsState();
            if (paint.isTransparent(graphics)) {
                paint.dim();
            }
            clip(form, graphics);
        }
        marks.push(mark);
        pen.mark(mark, false);
        return depth;
    }

    private void clip(COSDictionary form, PDGraphicsState graphics) {
        COSArray box = form.getCOSArray(COSName.BBOX);
        if (box == null || box.size() < 4) {
            return;
        }
        float[] edges = box.toFloatArray();
        Matrix matrix = Matrix.createMatrix(form.getDictionaryObject(COSName.MATRIX))
                .multiply(graphics.getCurrentTransformationMatrix());
        paint.clipTo(edges[0], edges[1], edges[2], edges[3], matrix);
    }

    @Override
    public void formEnds(int depth) {
        paint.restoreTo(depth);
        endMarkedContentSequence();
    }

    @Override
    public void image(COSDictionary image) {
        String layer = watched ? layers.hidden(image.getCOSDictionary(COSName.OC)) : null;
        if (layer != null || mark().off() != null) {
            return;
        }
        boolean solid = !image.getBoolean(COSName.IMAGE_MASK, false)
                && !image.containsKey(COSName.SMASK)
                && !image.containsKey(COSName.MASK);
        image(image.getInt(COSName.WIDTH), image.getInt(COSName.HEIGHT), solid);
    }

    private void inlineImage(Operator operator, List<COSBase> operands) {
        COSDictionary image = operator.getImageParameters();
        if (image != null) {
            boolean mask = image.getBoolean(COSName.IM, COSName.IMAGE_MASK, false);
            image(image.getInt(COSName.W, COSName.WIDTH, 0), image.getInt(COSName.H, COSName.HEIGHT, 0), !mask);
        }
    }

    private void image(int width, int height, boolean solid) {
        drawsImages = true;
        PDGraphicsState graphics = getGraphicsState();
        paint.image(graphics, solid);
        Matrix matrix = graphics.getCurrentTransformationMatrix();
        if (images.size() < MOST_IMAGES) {
            images.add(new Fact.Image(
                    "",
                    width,
                    height,
                    hundredths(matrix.getScaleX(), matrix.getShearY()),
                    hundredths(matrix.getShearX(), matrix.getScaleY()),
                    mark().alternative(),
                    new Place.Page(number)));
        }
    }

    /// A length in points, rounded.
    private double hundredths(float x, float y) {
        return Math.round(Math.hypot(x, y) * frame.unit() * 100) / 100.0;
    }
}
