package dev.assay.extract.render;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;

/// Draws a page, with an empty box in place of an image that has too many pixels to be unpacked.
final class CappedDrawer extends PageDrawer {
    private static final Color GROUND = new Color(0xE4E4E4);

    private final long mostPixels;
    private final List<String> notes;

    CappedDrawer(PageDrawerParameters parameters, long mostPixels, List<String> notes) throws IOException {
        super(parameters);
        this.mostPixels = mostPixels;
        this.notes = notes;
    }

    @Override
    public void drawImage(PDImage image) throws IOException {
        if (isTooLarge(image)) {
            String note = "An image of " + image.getWidth() + " by " + image.getHeight() + " pixels is not drawn.";
            if (!notes.contains(note) && notes.size() < 20) {
                notes.add(note);
            }
            box();
            return;
        }
        super.drawImage(image);
    }

    private boolean isTooLarge(PDImage image) throws IOException {
        if (pixels(image) > mostPixels) {
            return true;
        }
        if (!(image instanceof PDImageXObject object)) {
            return false;
        }
        PDImageXObject soft = object.getSoftMask();
        PDImageXObject hard = object.getMask();
        return (soft != null && pixels(soft) > mostPixels) || (hard != null && pixels(hard) > mostPixels);
    }

    private static long pixels(PDImage image) {
        return (long) image.getWidth() * image.getHeight();
    }

    private void box() {
        Graphics2D graphics = getGraphics();
        AffineTransform place =
                getGraphicsState().getCurrentTransformationMatrix().createAffineTransform();
        Shape shape = place.createTransformedShape(new Rectangle2D.Double(0, 0, 1, 1));
        graphics.setClip(getGraphicsState().getCurrentClippingPath());
        graphics.setColor(GROUND);
        graphics.fill(shape);
    }
}
