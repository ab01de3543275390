package dev.assay.lab.samples;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;

/// A signed form as a scanner leaves it: black on white, a little askew, without a single character of text.
final class ScannedPage {
    private static final int WIDTH = 1240;
    private static final int HEIGHT = 1754;
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final List<String> LINES = List.of(
            "Study: Adult Soft Drinks Brand Tracker, wave 12 (HB-101)",
            "Panel: Meridian Panels, Great Britain",
            "Period of fieldwork: 5 to 18 October 2026",
            "",
            "I certify that",
            "  1.  all interviews were held within the period stated above;",
            "  2.  no interview was held with an employee of the client, the agency",
            "      or the panel, or with a member of their household;",
            "  3.  every respondent gave consent before the first question;",
            "  4.  the incentive stated in the report was credited to each respondent;",
            "  5.  the call-back of 60 respondents on 21 October confirmed the date,",
            "      the age band and the region in 60 cases out of 60.",
            "",
            "Remarks: none");

    private final Graphics2D graphics;
    private final TrueTypeFont font;

    private ScannedPage(Graphics2D graphics, TrueTypeFont font) {
        this.graphics = graphics;
        this.font = font;
    }

    static BufferedImage draw() throws IOException {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_BINARY);
        Graphics2D graphics = image.createGraphics();
        try (InputStream in = Objects.requireNonNull(PDDocument.class.getResourceAsStream(FONT));
                TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(in.readAllBytes()))) {
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, WIDTH, HEIGHT);
            graphics.setColor(Color.BLACK);
            graphics.rotate(0.011, WIDTH / 2.0, HEIGHT / 2.0);
            new ScannedPage(graphics, font).form();
        } finally {
            graphics.dispose();
        }
        return image;
    }

    private void form() throws IOException {
        write("MERIDIAN PANELS", 130, 170, 26);
        write("Certificate of fieldwork", 130, 270, 46);
        graphics.fillRect(130, 300, 980, 3);
        int y = 390;
        for (String line : LINES) {
            write(line, 130, y, 25);
            y += 50;
        }
        write("London, 22 October 2026", 130, y + 110, 25);
        graphics.fillRect(130, y + 270, 420, 2);
        write("P. Nair, panel manager", 130, y + 305, 22);
        signature(150, y + 250);
        stamp(y + 90);
    }

    private void write(String text, double x, double y, double size) throws IOException {
        double scale = size / font.getUnitsPerEm();
        double at = x;
        for (int i = 0; i < text.length(); i++) {
            int glyph = font.getUnicodeCmapLookup().getGlyphId(text.charAt(i));
            AffineTransform place = new AffineTransform(scale, 0, 0, -scale, at, y);
            var shape = font.getGlyph().getGlyph(glyph);
            if (shape != null) {
                graphics.fill(place.createTransformedShape(shape.getPath()));
            }
            at += font.getAdvanceWidth(glyph) * scale;
        }
    }

    private void signature(double x, double y) {
        Path2D stroke = new Path2D.Double();
        stroke.moveTo(x, y);
        stroke.curveTo(x + 30, y - 130, x + 70, y - 90, x + 40, y - 10);
        stroke.curveTo(x + 60, y - 60, x + 90, y - 50, x + 95, y - 8);
        stroke.curveTo(x + 120, y - 70, x + 140, y - 40, x + 150, y - 12);
        stroke.curveTo(x + 190, y - 60, x + 230, y + 10, x + 330, y - 45);
        graphics.setStroke(new BasicStroke(4, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.draw(stroke);
    }

    private void stamp(int y) throws IOException {
        graphics.setStroke(new BasicStroke(5));
        graphics.drawOval(790, y, 240, 240);
        graphics.setStroke(new BasicStroke(2));
        graphics.drawOval(806, y + 16, 208, 208);
        write("MERIDIAN", 838, y + 112, 30);
        write("FIELD CONTROL", 826, y + 150, 22);
    }
}
