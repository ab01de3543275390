package dev.assay.extract.slides;

import dev.assay.document.Place;
import dev.assay.extract.office.References;
import dev.assay.extract.office.Shown;
import dev.assay.extract.xml.Markup;
import java.io.IOException;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/// A picture that fills a shape, or a part of it.
///
/// @param relationship leads to the image
/// @param shownWidth   the part of the image's width that is left after cropping, 1 is all
/// @param shownHeight  the part of its height
/// @param fitted       whether it is as large as the shape
record SlidePicture(String relationship, double shownWidth, double shownHeight, boolean fitted) {
    private static final double FULL = 100_000;

    /// Reads the fill at hand (`p:blipFill`, `a:blipFill`).
    ///
    /// @param links sees every element that may lead somewhere
    static SlidePicture read(Markup fill, Markup.Visit links) throws XMLStreamException, IOException {
        SlidePicture[] picture = {new SlidePicture("", 1, 1, true)};
        fill.each(child -> {
            switch (child.name()) {
                case "a:blip" -> {
                    links.at(child);
                    picture[0] = picture[0].of(child.attribute("r:embed", ""));
                }
                case "a:srcRect" ->
                    picture[0] = picture[0].cropped(
                            1 - (child.number("l", 0) + child.number("r", 0)) / FULL,
                            1 - (child.number("t", 0) + child.number("b", 0)) / FULL);
                case "a:tile" -> picture[0] = picture[0].tiled();
                default -> {}
            }
        });
        return picture[0];
    }

    /// Records the image. Where it is cropped, its shown size is that of the whole image: so the resolution
    /// is what is seen.
    void record(References references, @Nullable SlideBox box, @Nullable String alternative, Place place)
            throws IOException {
        boolean known = fitted && box != null && shownWidth > 0 && shownHeight > 0;
        Shown shown = known && box != null
                ? Shown.ofExtent(box.width() / shownWidth, box.height() / shownHeight)
                : Shown.UNKNOWN;
        references.image(relationship, shown.with(alternative), place);
    }

    private SlidePicture of(String id) {
        return new SlidePicture(id, shownWidth, shownHeight, fitted);
    }

    private SlidePicture cropped(double width, double height) {
        return new SlidePicture(relationship, width, height, fitted);
    }

    /// The same at a size of its own.
    SlidePicture tiled() {
        return new SlidePicture(relationship, shownWidth, shownHeight, false);
    }
}
