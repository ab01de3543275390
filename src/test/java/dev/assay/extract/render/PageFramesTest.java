package dev.assay.extract.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.document.Place;
import dev.assay.extract.render.RenderRequest.Marks;
import dev.assay.extract.render.Rendering.Answer;
import dev.assay.extract.render.Rendering.Box;
import dev.assay.extract.render.Rendering.Frame;
import dev.assay.extract.render.Rendering.Reason;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.color.PDColor;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceRGB;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentGroup;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentProperties;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationSquare;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Pages as pictures, checked by their pixels: what changes where a word is left out lies in the word's box, and
/// nothing else does.
final class PageFramesTest {
    private static final int WHITE = 0xFFFFFFFF;

    @TempDir
    Path folder;

    /// What is drawn on a page.
    private interface Content {
        void draw(PDPageContentStream page, PDFont font) throws IOException;
    }

    private static byte[] pdf(Consumer<PDPage> form, Content... pages) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument();
                InputStream file = PDFont.class.getResourceAsStream(
                        "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf")) {
            PDFont font = PDType0Font.load(document, Objects.requireNonNull(file));
            for (Content content : pages) {
                PDPage page = new PDPage(PDRectangle.A4);
                form.accept(page);
                document.addPage(page);
                try (PDPageContentStream stream = new PDPageContentStream(document, page)) {
                    content.draw(stream, font);
                }
            }
            document.save(out);
        }
        return out.toByteArray();
    }

    private static void text(PDPageContentStream page, PDFont font, float x, float y, String words) throws IOException {
        page.beginText();
        page.setFont(font, 14);
        page.newLineAtOffset(x, y);
        page.showText(words);
        page.endText();
    }

    /// Three words at places of their own, of which the middle one may be left out.
    private static Content words(boolean all) {
        return (page, font) -> {
            text(page, font, 100, 700, "Alpha");
            if (all) {
                text(page, font, 150, 700, "quarterly");
            }
            text(page, font, 220, 700, "omega");
            text(page, font, 100, 680, "The line below stays as it is");
        };
    }

    private static void plain(PDPage page) {
        page.setMediaBox(PDRectangle.A4);
    }

    private void assertBoxHoldsTheWord(Consumer<PDPage> form) throws IOException {
        Drawing with = Drawing.of(folder, pdf(form, words(true)), "a.pdf", "quarterly");
        Drawing without = Drawing.of(folder, pdf(form, words(false)), "a.pdf", "omega");
        BufferedImage picture = with.picture(0);
        Rectangle changed = changed(picture, without.picture(0));
        List<Box> boxes = with.boxes(0);
        assertEquals(1, boxes.size(), boxes.toString());
        Rectangle box = Highlight.area(picture, boxes.getFirst());
        assertTrue(box.contains(changed), box + " " + changed);
        assertTrue(changed.width * changed.height * 3 > box.width * box.height, box + " " + changed);
    }

    /// The smallest rectangle that holds every pixel in which two pictures differ.
    private static Rectangle changed(BufferedImage one, BufferedImage other) {
        Rectangle changed = null;
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                if (one.getRGB(x, y) != other.getRGB(x, y)) {
                    Rectangle pixel = new Rectangle(x, y, 1, 1);
                    changed = changed == null ? pixel : changed.union(pixel);
                }
            }
        }
        return Objects.requireNonNull(changed);
    }

    @Test
    void box_holdsTheWordAndNothingElse() throws IOException {
        assertBoxHoldsTheWord(PageFramesTest::plain);
    }

    @Test
    void box_holdsTheWordOnCroppedAndTurnedPages() throws IOException {
        assertBoxHoldsTheWord(page -> page.setCropBox(new PDRectangle(50, 400, 400, 420)));
        assertBoxHoldsTheWord(page -> page.setRotation(90));
        assertBoxHoldsTheWord(page -> page.setRotation(180));
        assertBoxHoldsTheWord(page -> {
            page.setCropBox(new PDRectangle(50, 400, 400, 420));
            page.setRotation(270);
        });
        assertBoxHoldsTheWord(page -> page.setMediaBox(new PDRectangle(-100, -50, 700, 900)));
    }

    @Test
    void marks_areDrawnWhereAsked_andInkStays() throws IOException {
        byte[] pdf = pdf(PageFramesTest::plain, words(true));
        List<Want> wants = List.of(Want.of("quarterly"));
        Drawing plain = Drawing.of(folder, pdf, "a.pdf", wants);
        Drawing drawn = Drawing.of(folder, pdf, "a.pdf", Marks.DRAWN, RenderLimits.standard(), wants);
        BufferedImage before = plain.picture(0);
        BufferedImage after = drawn.picture(0);
        Rectangle box = Highlight.area(after, drawn.boxes(0).getFirst());
        Rectangle changed = changed(before, after);
        assertTrue(new Rectangle(box.x - 2, box.y - 2, box.width + 5, box.height + 5).contains(changed), "" + changed);
        int tinted = 0;
        for (int y = box.y + 3; y < box.y + box.height - 3; y++) {
            for (int x = box.x + 3; x < box.x + box.width - 3; x++) {
                tinted += after.getRGB(x, y) == 0xFFFFE48A ? 1 : 0;
                assertTrue(before.getRGB(x, y) != 0xFF000000 || after.getRGB(x, y) == 0xFF000000, x + " " + y);
                assertNotEquals(WHITE, after.getRGB(x, y));
            }
        }
        assertTrue(tinted > 100, "tinted " + tinted);
    }

    private static Content line(String words) {
        return (page, font) -> text(page, font, 100, 700, words);
    }

    @Test
    void onlyPagesThatAreAskedFor_areDrawn() throws IOException {
        byte[] pdf = pdf(PageFramesTest::plain, line("one"), line("two"), line("three"), line("four"));
        Drawing drawing = Drawing.of(
                folder,
                pdf,
                "a.pdf",
                List.of(Want.of("four"), Want.of("two"), Want.of(new Place.Page(2)), Want.of(new Place.Page(5))));
        assertEquals(
                List.of(new Place.Page(2), new Place.Page(4)),
                drawing.frames().stream().map(Frame::place).toList());
        assertEquals(List.of("frame-0001.png", "frame-0002.png", "part"), drawing.files());
        assertEquals(1, drawing.shown(0).sights().getFirst().frame());
        assertEquals(List.of(), drawing.boxes(2));
        assertEquals(Reason.NOT_FOUND, drawing.missing(3));
        assertEquals("Page 4, marked: \u201Cfour\u201D", drawing.shown(0).alternative());
    }

    @Test
    void passageOverTwoLines_hasABoxForEach() throws IOException {
        byte[] pdf = pdf(PageFramesTest::plain, (page, font) -> {
            text(page, font, 100, 700, "This sentence is long enough to be broken at the end");
            text(page, font, 100, 683, "of its line and goes on in the next line of the page.");
        });
        List<Box> boxes = Drawing.of(folder, pdf, "a.pdf", "at the end of its").boxes(0);
        assertEquals(2, boxes.size(), boxes.toString());
        assertTrue(boxes.getFirst().x() > boxes.getLast().x(), boxes.toString());
        assertTrue(boxes.getFirst().y() < boxes.getLast().y(), boxes.toString());
    }

    @Test
    void largePages_areDrawnWithinTheLimit() throws IOException {
        RenderLimits limits = RenderLimits.standard();
        for (PDRectangle size :
                List.of(new PDRectangle(14_400, 14_400), new PDRectangle(3, 14_400), new PDRectangle(14_400, 3))) {
            byte[] pdf = pdf(page -> page.setMediaBox(size), line("one"));
            Drawing drawing = Drawing.of(folder, pdf, "a.pdf", List.of(Want.of(new Place.Page(1))));
            Frame frame = drawing.frames().getFirst();
            assertTrue((long) frame.width() * frame.height() <= limits.pixels() * 1.01, frame.toString());
            assertEquals(frame.width(), drawing.picture(0).getWidth());
        }
    }

    @Test
    void imageWithTooManyPixels_isABox_andSaid() throws IOException {
        byte[] pdf = withImage(10_000, 10_000);
        Drawing drawing = Drawing.of(folder, pdf, "a.pdf", "beside");
        assertEquals(
                List.of("An image of 10000 by 10000 pixels is not drawn."),
                drawing.frames().getFirst().notes());
        BufferedImage picture = drawing.picture(0);
        assertEquals(0xFFE4E4E4, picture.getRGB(picture.getWidth() / 2, picture.getHeight() / 2));
        assertEquals(
                List.of(),
                Drawing.of(folder, withImage(40, 40), "a.pdf", "beside")
                        .frames()
                        .getFirst()
                        .notes());
    }

    private static byte[] withImage(int width, int height) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument();
                InputStream file = PDFont.class.getResourceAsStream(
                        "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf")) {
            PDStream stream = new PDStream(document);
            try (OutputStream data = stream.createOutputStream(COSName.FLATE_DECODE)) {
                data.write(new byte[40 * 40]);
            }
            PDImageXObject image = new PDImageXObject(stream, null);
            image.setWidth(width);
            image.setHeight(height);
            image.setBitsPerComponent(8);
            image.setColorSpace(org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray.INSTANCE);
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.drawImage(image, 100, 100, 400, 600);
                text(content, PDType0Font.load(document, Objects.requireNonNull(file)), 100, 750, "beside");
            }
            document.save(out);
        }
        return out.toByteArray();
    }

    @Test
    void whatAViewerDoesNotShow_isNotDrawn() throws IOException {
        BufferedImage off =
                Drawing.of(folder, withLayer(false, 0), "a.pdf", "beside").picture(0);
        BufferedImage on =
                Drawing.of(folder, withLayer(true, 0), "a.pdf", "beside").picture(0);
        assertEquals(WHITE, off.getRGB(400, 560));
        assertNotEquals(WHITE, on.getRGB(400, 560));
        BufferedImage shown =
                Drawing.of(folder, withLayer(false, 1), "a.pdf", "beside").picture(0);
        BufferedImage hidden =
                Drawing.of(folder, withLayer(false, 2), "a.pdf", "beside").picture(0);
        assertEquals(0xFFFF0000, shown.getRGB(700, 60));
        assertEquals(WHITE, hidden.getRGB(700, 60));
    }

    /// @param square 0 none, 1 a red one in the upper right corner, 2 a hidden one
    private static byte[] withLayer(boolean layerShown, int square) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument();
                InputStream file = PDFont.class.getResourceAsStream(
                        "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf")) {
            PDOptionalContentGroup group = new PDOptionalContentGroup("Draft");
            PDOptionalContentProperties layers = new PDOptionalContentProperties();
            layers.addGroup(group);
            layers.setGroupEnabled(group, layerShown);
            document.getDocumentCatalog().setOCProperties(layers);
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.beginMarkedContent(COSName.OC, group);
                content.addRect(0, 0, 595, 700);
                content.fill();
                content.endMarkedContent();
                text(content, PDType0Font.load(document, Objects.requireNonNull(file)), 100, 750, "beside");
            }
            if (square > 0) {
                PDAnnotationSquare annotation = new PDAnnotationSquare();
                annotation.setRectangle(new PDRectangle(480, 760, 100, 70));
                annotation.setInteriorColor(new PDColor(new float[] {1, 0, 0}, PDDeviceRGB.INSTANCE));
                annotation.setHidden(square == 2);
                annotation.constructAppearances(document);
                page.getAnnotations().add(annotation);
            }
            document.save(out);
        }
        return out.toByteArray();
    }

    @Test
    void frames_areAsManyAsAllowed_andTheRestIsSaid() throws IOException {
        Content[] pages = new Content[6];
        java.util.Arrays.fill(pages, line("same words"));
        RenderLimits limits = new RenderLimits(5, 2, 800, 500_000, 1_000_000, 1 << 20, 1 << 20);
        List<Want> wants = List.of(
                Want.of(new Place.Page(1)),
                Want.of(new Place.Page(2)),
                Want.of(new Place.Page(3)),
                Want.of("same words"),
                Want.of("other words"),
                Want.of(new Place.Page(4)));
        Drawing drawing = Drawing.of(folder, pdf(PageFramesTest::plain, pages), "a.pdf", Marks.APART, limits, wants);
        assertEquals(2, drawing.frames().size());
        assertEquals(Reason.LIMIT, drawing.missing(2));
        assertEquals(1, drawing.boxes(3).size());
        assertEquals(Reason.NOT_FOUND, drawing.missing(4));
        assertEquals(Reason.LIMIT, drawing.missing(5));
    }

    @Test
    void pictureThatIsTooLarge_isDrawnSmaller_orAsText() throws IOException {
        byte[] pdf = pdf(PageFramesTest::plain, words(true));
        List<Want> wants = List.of(Want.of("quarterly"));
        int bytes = 1_000;
        RenderLimits tiny = new RenderLimits(5, 2, 800, 8_000_000, 1_000_000, bytes, 1 << 20);
        Drawing text = Drawing.of(folder, pdf, "a.pdf", Marks.APART, tiny, wants);
        assertEquals(Rendering.Form.MARKUP, text.frames().getFirst().form());
        assertTrue(text.html().contains("<mark data-want=\"0\">quarterly</mark>"), text.html());
        Drawing whole = Drawing.of(folder, pdf, "a.pdf", wants);
        assertEquals(800, whole.frames().getFirst().width());
    }

    @Test
    void damagedPdf_isSaid() throws IOException {
        byte[] pdf = pdf(PageFramesTest::plain, words(true));
        Drawing drawing = Drawing.of(folder, java.util.Arrays.copyOf(pdf, pdf.length / 3), "a.pdf", "quarterly");
        assertEquals(
                new Answer.Missing(Reason.UNREADABLE),
                drawing.rendering().answers().getFirst());
        assertEquals(List.of("part"), drawing.files());
    }
}
