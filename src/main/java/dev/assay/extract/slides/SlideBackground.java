package dev.assay.extract.slides;

import dev.assay.extract.xml.Markup;
import java.io.IOException;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/// The ground of a slide, layout or master.
///
/// @param picture what it shows; null where it shows none
record SlideBackground(Paint paint, @Nullable SlidePicture picture) {
    /// Reads the ground at hand (`p:bg`).
    ///
    /// @param links sees every element that may lead somewhere
    static SlideBackground read(Markup ground, Markup.Visit links) throws XMLStreamException, IOException {
        SlideBackground[] read = {new SlideBackground(new Paint.Mixed(), null)};
        ground.each(child -> {
            if (child.name().equals("p:bgRef")) {
                read[0] = new SlideBackground(Paint.themed(child), null);
            } else if (child.name().equals("p:bgPr")) {
                child.each(property -> read[0] = read[0].with(property, links));
            }
        });
        return read[0];
    }

    private SlideBackground with(Markup property, Markup.Visit links) throws XMLStreamException, IOException {
        return property.name().equals("a:blipFill")
                ? new SlideBackground(new Paint.Mixed(), SlidePicture.read(property, links))
                : new SlideBackground(Paint.read(property).orElse(paint), picture);
    }
}
