package dev.assay.extract.plain;

import dev.assay.document.Extraction;
import dev.assay.document.Extraction.Reason;
import dev.assay.document.Extraction.Unreadable;
import dev.assay.document.Fact;
import dev.assay.document.Gap;
import dev.assay.document.Place;
import dev.assay.extract.draft.ContainerLimits;
import dev.assay.extract.draft.DocumentDraft;
import dev.assay.extract.draft.Reader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageInputStream;

/// Pictures: their size from the header. No pixel is decoded, and their text, if any, is a gap.
public final class ImageReader implements Reader {
    private static final String NAME = "assay-image 1";

    private final ContainerLimits limits;

    public ImageReader(ContainerLimits limits) {
        this.limits = limits;
    }

    @Override
    public Extraction read(Path file, String mediaType) throws IOException {
        Optional<Fact.Image> image = JpegTwoThousand.header(file).or(() -> header(file));
        if (image.isPresent() && tooLarge(image.get(), limits)) {
            return new Unreadable(Reason.LIMIT, mediaType, tooLargeText(image.get(), limits));
        }
        DocumentDraft draft = new DocumentDraft();
        image.ifPresent(draft::fact);
        draft.gap(Gap.Reason.NO_TEXT, new Place.Whole(), "a picture; its text, if any, is not read");
        return new Extraction.Extracted(draft.finish(mediaType, NAME));
    }

    public static boolean tooLarge(Fact.Image image, ContainerLimits limits) {
        return (long) image.width() * image.height() > limits.imagePixels();
    }

    public static String tooLargeText(Fact.Image image, ContainerLimits limits) {
        return "limit pixels: an image of " + image.width() + " by " + image.height() + " pixels, at most "
                + limits.imagePixels() + " are read";
    }

    private static Optional<Fact.Image> header(Path file) {
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            Iterator<javax.imageio.ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            javax.imageio.ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                return Optional.of(
                        new Fact.Image("", reader.getWidth(0), reader.getHeight(0), 0, 0, null, new Place.Whole()));
            } catch (IOException | RuntimeException e) {
                // A header that no decoder understands gives no size; the gap is told all the same.
                return Optional.empty();
            } finally {
                reader.dispose();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
