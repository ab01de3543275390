package dev.assay.lab.samples;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.GregorianCalendar;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.image.CCITTFactory;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;

/// The pages of a PDF and what is put on them: words, rules, bars, a scanned image. One embedded font; bold is
/// the same font with its outlines drawn.
final class PdfPages implements AutoCloseable {
    static final float LEFT = 62;
    static final float WIDTH = PDRectangle.A4.getWidth() - 2 * LEFT;
    static final float TOP = 770;
    static final float BOTTOM = 70;
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private final PDDocument document = new PDDocument();
    private final PDFont font;
    private final Manuscript manuscript;
    private final Set<Integer> damaged = new HashSet<>();
    private PDPageContentStream content;

    PdfPages(Manuscript manuscript) throws IOException {
        this.manuscript = manuscript;
        try (InputStream in = Objects.requireNonNull(PDDocument.class.getResourceAsStream(FONT))) {
            this.font = PDType0Font.load(document, in, true);
        }
        describe();
        this.content = begin();
    }

    private void describe() {
        PDDocumentInformation information = document.getDocumentInformation();
        information.setTitle(manuscript.say("title"));
        information.setAuthor(manuscript.say("author"));
        information.setSubject(manuscript.say("reference"));
        ZonedDateTime created = Instant.parse(manuscript.say("created")).atZone(ZoneOffset.UTC);
        information.setCreationDate(GregorianCalendar.from(created));
        document.getDocumentCatalog().setLanguage("en-GB");
    }

    private PDPageContentStream begin() throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        return new PDPageContentStream(document, page, AppendMode.OVERWRITE, false);
    }

    /// Starts a page with its running head and page number.
    void next() throws IOException {
        content.close();
        content = begin();
        furnish();
    }

    void furnish() throws IOException {
        words(manuscript.say("running"), LEFT, 805, 8, false, Color.DARK_GRAY);
        words(manuscript.say("classification"), LEFT, 38, 8, false, Color.DARK_GRAY);
        String number = "Page " + document.getNumberOfPages();
        words(number, LEFT + WIDTH - width(number, 8), 38, 8, false, Color.DARK_GRAY);
    }

    void words(String text, float x, float y, float size, boolean bold, Color colour) throws IOException {
        content.beginText();
        content.setFont(font, size);
        content.setNonStrokingColor(colour);
        content.setStrokingColor(colour);
        content.setRenderingMode(bold ? RenderingMode.FILL_STROKE : RenderingMode.FILL);
        content.setLineWidth(size * 0.03f);
        content.newLineAtOffset(x, y);
        content.showText(text);
        content.endText();
    }

    float width(String text, float size) throws IOException {
        return font.getStringWidth(text) / 1000 * size;
    }

    void rule(float x, float y, float width, float thickness) throws IOException {
        bar(x, y, width, thickness, new Color(0x1F, 0x3D, 0x4D));
    }

    void bar(float x, float y, float width, float height, Color colour) throws IOException {
        content.setNonStrokingColor(colour);
        content.addRect(x, y, width, height);
        content.fill();
    }

    /// A page that is one scanned image and nothing else.
    void scan(BufferedImage image) throws IOException {
        content.close();
        content = begin();
        content.drawImage(
                CCITTFactory.createFromImage(document, image),
                0,
                0,
                PDRectangle.A4.getWidth(),
                PDRectangle.A4.getHeight());
    }

    /// Marks the present page: its content will not be readable.
    void damage() {
        damaged.add(document.getNumberOfPages() - 1);
    }

    byte[] finish() throws IOException {
        content.close();
        document.setDocumentId(PdfSeal.ID);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return PdfSeal.seal(bytes.toByteArray(), damaged);
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
