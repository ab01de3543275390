package dev.assay.extract.render;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;

/// Draws pages of a PDF as a viewer shows them: annotations with their appearance, optional content as it is
/// switched. No script runs and nothing is fetched. Only pages that are asked for are drawn.
final class PagePictures implements AutoCloseable {
    private final RandomAccessReadBufferedFile in;
    private final PDDocument document;
    private final RenderLimits limits;

    private PagePictures(RandomAccessReadBufferedFile in, PDDocument document, RenderLimits limits) {
        this.in = in;
        this.document = document;
        this.limits = limits;
    }

    /// Opens a PDF that was read before.
    static PagePictures open(Path file, RenderLimits limits) throws IOException {
        RandomAccessReadBufferedFile in = new RandomAccessReadBufferedFile(file);
        try {
            PDDocument document = Loader.loadPDF(in, "", IOUtils.createTempFileOnlyStreamCache());
            return new PagePictures(in, document, limits);
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    /// A page as it was drawn.
    ///
    /// @param notes what was not drawn
    record Picture(BufferedImage image, List<String> notes) {
        Picture {
            notes = List.copyOf(notes);
        }
    }

    /// Draws a page.
    ///
    /// @param number counted from 1
    /// @param size   of the page in points
    /// @param width  in pixels; less where the picture would have too many pixels
    /// @throws IOException if the page cannot be drawn
    Picture draw(int number, Geometry.Size size, int width) throws IOException {
        double scale = width / size.width();
        double pixels = scale * scale * size.width() * size.height();
        double fitting = pixels <= limits.pixels() ? scale : scale * Math.sqrt(limits.pixels() / pixels);
        List<String> notes = new ArrayList<>();
        Renderer renderer = new Renderer(document, limits.imagePixels(), notes);
        renderer.setSubsamplingAllowed(true);
        BufferedImage image = renderer.renderImage(number - 1, (float) fitting, ImageType.RGB);
        return new Picture(image, notes);
    }

    @Override
    public void close() throws IOException {
        document.close();
        in.close();
    }

    /// Draws with a limit on images.
    private static final class Renderer extends PDFRenderer {
        private final long imagePixels;
        private final List<String> notes;

        Renderer(PDDocument document, long imagePixels, List<String> notes) {
            super(document);
            this.imagePixels = imagePixels;
            this.notes = notes;
        }

        @Override
        protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
            return new CappedDrawer(parameters, imagePixels, notes);
        }
    }
}
