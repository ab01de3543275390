package dev.assay.extract.pdf;

import dev.assay.document.Fact;
import dev.assay.document.Place;
import dev.assay.extract.draft.ContainerLimits;
import dev.assay.extract.pdf.PdfRulings.Ruling;
import java.awt.geom.Point2D;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;
import org.jspecify.annotations.Nullable;

/// Runs through a PDF page by page and hands out what stands where. Glyphs and lines of one page are held at a
/// time; images are looked up, never decoded.
final class PdfPages extends PDFTextStripper {
    private static final int MOST_GLYPHS = 1_000_000;

    private final Consumer<PdfPage> pages;
    private final ContainerLimits limits;
    private final PdfStructure structure;
    private final Map<String, Boolean> fonts = new TreeMap<>();
    private final Map<PDFont, Boolean> bold = new HashMap<>();
    private final IdentityHashMap<TextPosition, PdfRole> roles = new IdentityHashMap<>();
    private final Deque<PdfRole> marks = new ArrayDeque<>();
    private final PdfPaths paths = new PdfPaths();
    private List<Fact.Image> images = new ArrayList<>();
    private List<TextPosition> positions = new ArrayList<>();
    private int glyphs;
    private int undecodable;
    private String damage = "";

    PdfPages(PdfStructure structure, ContainerLimits limits, Consumer<PdfPage> pages) {
        this.structure = structure;
        this.limits = limits;
        this.pages = pages;
        setShouldSeparateByBeads(false);
        setSuppressDuplicateOverlappingText(true);
        for (String operator : PdfPaths.OPERATORS) {
            addOperator(new PdfOperator(this, operator, this::path));
        }
        addOperator(new PdfDrawnObject(this, this::image));
        addOperator(new PdfOperator(this, "BI", this::inlineImage));
        addOperator(new org.apache.pdfbox.contentstream.operator.markedcontent.BeginMarkedContentSequence(this));
        addOperator(new org.apache.pdfbox.contentstream.operator.markedcontent.BeginMarkedContentSequenceWithProperties(
                this));
        addOperator(new org.apache.pdfbox.contentstream.operator.markedcontent.EndMarkedContentSequence(this));
    }

    /// Reads all pages.
    void run(PDDocument document) throws IOException {
        setEndPage(limits.pages());
        writeText(document, Writer.nullWriter());
    }

    /// The fonts that were used, and whether each is embedded.
    Map<String, Boolean> fonts() {
        return fonts;
    }

    @Override
    public void processPage(PDPage page) throws IOException {
        images = new ArrayList<>();
        positions = new ArrayList<>();
        roles.clear();
        marks.clear();
        paths.clear();
        glyphs = 0;
        undecodable = 0;
        damage = "";
        try {
            super.processPage(page);
        } catch (IOException | RuntimeException e) {
            damage = "the page's content is broken";
        }
        pages.accept(page(page));
    }

    @Override
    protected void writePage() {
        charactersByArticle.forEach(positions::addAll);
    }

    @Override
    protected void writePageEnd() {
        // Nothing is written; pages are handed out.
    }

    private PdfPage page(PDPage page) {
        int direction = mainDirection();
        List<PdfGlyph> upright = new ArrayList<>();
        List<PdfGlyph> sideways = new ArrayList<>();
        for (TextPosition position : positions) {
            (Math.round(position.getDir()) == direction ? upright : sideways).add(glyph(position));
        }
        float width = page.getCropBox().getWidth();
        float height = page.getCropBox().getHeight();
        List<Ruling> rulings = paths.rulings(direction, page.getCropBox());
        List<PdfTable> tables = PdfRulings.tables(rulings, upright);
        boolean turned = direction == 90 || direction == 270;
        return new PdfPage(
                getCurrentPageNo(),
                turned ? width : height,
                PdfColumns.order(PdfRows.of(upright), tables),
                PdfRows.of(sideways).stream()
                        .map(row -> PdfLine.join(row).text())
                        .toList(),
                images,
                paths.painted() || !images.isEmpty(),
                glyphs,
                undecodable,
                damage);
    }

    private int mainDirection() {
        Map<Integer, Integer> counts = new TreeMap<>();
        for (TextPosition position : positions) {
            counts.merge(Math.round(position.getDir()), 1, Integer::sum);
        }
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(0);
    }

    private PdfGlyph glyph(TextPosition position) {
        return new PdfGlyph(
                position.getUnicode(),
                position.getXDirAdj(),
                position.getYDirAdj(),
                position.getWidthDirAdj(),
                Math.max(1, position.getYScale()),
                bold.computeIfAbsent(position.getFont(), PdfPages::isBold),
                position.getWidthOfSpace(),
                roles.getOrDefault(position, PdfRole.NONE));
    }

    private static boolean isBold(PDFont font) {
        String name = String.valueOf(font.getName()).toLowerCase(Locale.ROOT);
        PDFontDescriptor descriptor = font.getFontDescriptor();
        boolean heavy = descriptor != null && (descriptor.getFontWeight() >= 600 || descriptor.isForceBold());
        return heavy || name.matches(".*(bold|black|heavy|demi|cmbx|medi$).*");
    }

    @Override
    protected void processTextPosition(TextPosition text) {
        if (glyphs > MOST_GLYPHS) {
            damage = "the page has more glyphs than are read";
            return;
        }
        super.processTextPosition(text);
        PdfRole role = marks.isEmpty() ? PdfRole.NONE : marks.peek();
        if (!role.equals(PdfRole.NONE)) {
            roles.put(text, role);
        }
    }

    @Override
    protected void showGlyph(Matrix matrix, PDFont font, int code, Vector displacement) throws IOException {
        glyphs++;
        fonts.putIfAbsent(plainName(font), font.isEmbedded());
        String unicode = font.toUnicode(code);
        boolean unknown = unicode == null || unicode.indexOf('\uFFFD') >= 0 || isPrivate(unicode);
        undecodable += unknown ? 1 : 0;
        super.showGlyph(matrix, font, code, displacement);
    }

    private static boolean isPrivate(String unicode) {
        int point = unicode.isEmpty() ? 0 : unicode.codePointAt(0);
        // Symbol fonts map their bullets to U+F0xx by convention.
        return Character.getType(point) == Character.PRIVATE_USE && (point < 0xF000 || point > 0xF0FF);
    }

    private static String plainName(PDFont font) {
        String name = font.getName();
        return name == null ? "unnamed" : name.replaceFirst("^[A-Z]{6}\\+", "");
    }

    @Override
    public void beginMarkedContentSequence(COSName tag, @Nullable COSDictionary properties) {
        super.beginMarkedContentSequence(tag, properties);
        PdfRole outer = marks.isEmpty() ? PdfRole.NONE : marks.peek();
        marks.push(structure.role(getCurrentPage(), tag, properties).orElse(outer));
    }

    @Override
    public void endMarkedContentSequence() {
        super.endMarkedContentSequence();
        marks.poll();
    }

    @Override
    protected void operatorException(Operator operator, List<COSBase> operands, IOException e) {
        damage = "an instruction of the page is broken: " + operator.getName();
    }

    private void path(Operator operator, List<COSBase> operands) {
        Matrix matrix = getGraphicsState().getCurrentTransformationMatrix();
        paths.take(operator.getName(), operands, (x, y) -> {
            Point2D.Float point = matrix.transformPoint(x, y);
            return new float[] {point.x, point.y};
        });
    }

    private void image(COSDictionary image) {
        image("", image.getInt(COSName.WIDTH), image.getInt(COSName.HEIGHT));
    }

    private void inlineImage(Operator operator, List<COSBase> operands) {
        COSDictionary image = operator.getImageParameters();
        if (image != null) {
            image("", image.getInt(COSName.W, COSName.WIDTH, 0), image.getInt(COSName.H, COSName.HEIGHT, 0));
        }
    }

    private void image(String name, int width, int height) {
        images.add(new Fact.Image(name, width, height, 0, 0, null, new Place.Page(getCurrentPageNo())));
    }
}
