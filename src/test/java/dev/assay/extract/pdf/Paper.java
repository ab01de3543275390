package dev.assay.extract.pdf;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;

/// A PDF written line by line; coordinates in points from the upper left corner of an A4 page.
final class Paper implements AutoCloseable {
    static final PDFont PLAIN = new PDType1Font(FontName.HELVETICA);
    static final PDFont BOLD = new PDType1Font(FontName.HELVETICA_BOLD);

    final PDDocument document = new PDDocument();
    private PDPageContentStream content;

    Paper page() throws IOException {
        finishPage();
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        content = new PDPageContentStream(document, page);
        return this;
    }

    Paper text(PDFont font, float size, float left, float down, String... lines) throws IOException {
        float at = down;
        for (String line : lines) {
            content.beginText();
            content.setFont(font, size);
            content.newLineAtOffset(left, PDRectangle.A4.getHeight() - at);
            content.showText(line);
            content.endText();
            at += size * 1.25f;
        }
        return this;
    }

    Paper line(float left, float down, float right, float lower) throws IOException {
        content.moveTo(left, PDRectangle.A4.getHeight() - down);
        content.lineTo(right, PDRectangle.A4.getHeight() - lower);
        content.stroke();
        return this;
    }

    /// Fills a rectangle.
    Paper box(Color colour, float left, float down, float width, float height) throws IOException {
        content.setNonStrokingColor(colour);
        content.addRect(left, PDRectangle.A4.getHeight() - down - height, width, height);
        content.fill();
        content.setNonStrokingColor(Color.BLACK);
        return this;
    }

    /// An image over a rectangle.
    Paper image(BufferedImage image, float left, float down, float width, float height) throws IOException {
        PDImageXObject object = LosslessFactory.createFromImage(document, image);
        content.drawImage(object, left, PDRectangle.A4.getHeight() - down - height, width, height);
        return this;
    }

    /// Sets what becomes of the areas and letters that follow: above 0, less than 1 lets shine through.
    Paper alpha(float alpha) throws IOException {
        PDExtendedGraphicsState state = new PDExtendedGraphicsState();
        state.setNonStrokingAlphaConstant(alpha);
        content.setGraphicsStateParameters(state);
        return this;
    }

    PDPage lastPage() {
        return document.getPage(document.getNumberOfPages() - 1);
    }

    PDPageContentStream content() {
        return content;
    }

    byte[] bytes() throws IOException {
        finishPage();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        document.save(out);
        return out.toByteArray();
    }

    private void finishPage() throws IOException {
        if (content != null) {
            content.close();
            content = null;
        }
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
