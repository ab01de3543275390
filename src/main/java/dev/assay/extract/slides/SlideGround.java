package dev.assay.extract.slides;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What texts on one slide stand on: the colour they are seen against, where that is one and is known.
final class SlideGround {
    /// What stands on more fills and pictures than this is not looked into.
    private static final int MOST_AREAS = 2_000;

    private final SlideTemplate template;
    private final List<Area> areas = new ArrayList<>();
    private final @Nullable SlideColour background;

    /// @param background the slide's own; null where it has none
    SlideGround(SlideTemplate template, @Nullable Paint background) {
        this.template = template;
        Paint shown = template.theme().resolved(background == null ? template.background() : background);
        this.background = plain(shown);
    }

    /// Adds what is drawn next, over all that was added before.
    void add(PlacedShape placed) {
        boolean mixed = placed.shape().image() || !placed.shape().pieces().isEmpty();
        Paint fill = mixed ? new Paint.Mixed() : fill(placed);
        if (!placed.hidden() && !(fill instanceof Paint.Nothing)) {
            boolean opaque = plain(fill) != null || placed.shape().isPhotograph();
            boolean covers = opaque && placed.shape().isRectangular();
            placed.bounds().ifPresent(bounds -> areas.add(new Area(bounds, plain(fill), covers)));
        }
    }

    /// Whether something that nothing is seen through was drawn over all of a shape.
    ///
    /// @param size how much lay on one another when it was drawn
    boolean isCovered(PlacedShape placed, int size) {
        Optional<SlideBox> bounds = placed.bounds();
        return bounds.isPresent()
                && areas.size() <= MOST_AREAS
                && areas.stream().skip(size).anyMatch(area -> area.covers && area.box.contains(bounds.get()));
    }

    /// The one colour of a fill that nothing is seen through; null where it is not one.
    private static @Nullable SlideColour plain(Paint fill) {
        return fill instanceof Paint.Plain plain && plain.colour().opacity() >= 1 ? plain.colour() : null;
    }

    /// How much lies on one another so far.
    int size() {
        return areas.size();
    }

    /// The colour that a shape's text stands on; empty where it is not one or not known.
    ///
    /// @param size how much lay on one another before it was added
    Optional<SlideColour> under(PlacedShape placed, int size) {
        Paint own = fill(placed);
        if (!(own instanceof Paint.Nothing)) {
            return Optional.ofNullable(plain(own));
        }
        return placed.bounds().filter(bounds -> size <= MOST_AREAS).flatMap(bounds -> below(bounds, size));
    }

    private Optional<SlideColour> below(SlideBox text, int size) {
        for (int i = size - 1; i >= 0; i--) {
            Area area = areas.get(i);
            if (area.box.overlaps(text)) {
                return area.box.contains(text) ? Optional.ofNullable(area.colour) : Optional.empty();
            }
        }
        return Optional.ofNullable(background);
    }

    private Paint fill(PlacedShape placed) {
        SlidePlaceholder placeholder = placed.placeholder();
        Paint fill = placed.shape()
                .fill()
                .or(() -> placeholder == null ? Optional.empty() : template.fill(placeholder))
                .orElseGet(Paint.Nothing::new);
        return template.theme().resolved(fill);
    }

    /// @param colour null where it is not one, or shows what lies under it
    /// @param covers whether nothing is seen of what lies under it
    private record Area(SlideBox box, @Nullable SlideColour colour, boolean covers) {}
}
