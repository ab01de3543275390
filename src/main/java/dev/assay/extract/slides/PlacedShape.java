package dev.assay.extract.slides;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A shape with its place on the slide.
///
/// @param placeholder with the type its layout says; null where it holds the place of nothing
/// @param box         as wide and high as the shape says; null where neither it nor its layout says
/// @param hidden      whether it or a group around it is formatted as hidden
record PlacedShape(
        SlideShape shape,
        @Nullable SlidePlaceholder placeholder,
        @Nullable SlideBox box,
        boolean hidden) {
    boolean isTitle() {
        return placeholder != null && placeholder.isTitle();
    }

    boolean isMargin() {
        return placeholder != null && placeholder.isMargin();
    }

    /// What it covers; empty where that is not known.
    Optional<SlideBox> bounds() {
        return Optional.ofNullable(box).map(each -> shape.onItsSide() ? each.onItsSide() : each);
    }

    void recordPictures() throws IOException {
        shape.recordPictures(box);
    }
}
