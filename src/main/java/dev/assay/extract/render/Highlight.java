package dev.assay.extract.render;

import dev.assay.extract.render.Rendering.Box;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;

/// Marks a box in a picture as a marker pen does: the ground is tinted, what is printed stays; a line around it
/// is seen on dark ground too.
final class Highlight {
    private static final Color PEN = new Color(0xFFE48A);
    private static final Color EDGE = new Color(0xC77700);
    private static final int AROUND = 2;

    private Highlight() {}

    static void draw(BufferedImage image, Box box) {
        Rectangle area = area(image, box);
        for (int y = area.y; y < area.y + area.height; y++) {
            for (int x = area.x; x < area.x + area.width; x++) {
                image.setRGB(x, y, tinted(image.getRGB(x, y)));
            }
        }
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(EDGE);
        graphics.setStroke(new BasicStroke(Math.max(1, image.getWidth() / 600f)));
        graphics.drawRect(area.x, area.y, area.width, area.height);
        graphics.dispose();
    }

    /// A box in pixels, a little wider, inside the picture.
    static Rectangle area(BufferedImage image, Box box) {
        int left = (int) Math.floor(box.x() * image.getWidth()) - AROUND;
        int top = (int) Math.floor(box.y() * image.getHeight()) - AROUND;
        int right = (int) Math.ceil((box.x() + box.width()) * image.getWidth()) + AROUND;
        int bottom = (int) Math.ceil((box.y() + box.height()) * image.getHeight()) + AROUND;
        return new Rectangle(left, top, right - left, bottom - top)
                .intersection(new Rectangle(0, 0, image.getWidth() - 1, image.getHeight() - 1));
    }

    private static int tinted(int colour) {
        int red = (colour >> 16 & 0xFF) * PEN.getRed() / 255;
        int green = (colour >> 8 & 0xFF) * PEN.getGreen() / 255;
        int blue = (colour & 0xFF) * PEN.getBlue() / 255;
        return red << 16 | green << 8 | blue;
    }
}
