package dev.assay.extract.slides;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What texts on one slide stand on: the colour they are seen against, where that is one and is known.
final class SlideGround {
    /// What is drawn over by more shapes than this is not looked into.
    private static final int MOST_AREAS = 2_000;

    private final SlideTemplate template;
    private final List<Area> areas = new ArrayList<>();
    private final @Nullable SlideColour background;

    /// @param background the slide's own; null where it has none
    SlideGround(SlideTemplate template, @Nullable Paint background) {
        this.template = template;
        Paint shown = template.theme().resolved(background == null ? template.background() : background);
        this.background = shown instanceof Paint.Plain plain ? plain.colour() : null;
    }

    /// Adds what is drawn next, over all that was added before.
    void add(PlacedShape placed) {
        Optional<SlideBox> bounds = placed.bounds();
        boolean drawn = !placed.hidden() && bounds.isPresent();
        if (!drawn) {
            areas.add(new Area(null, null));
            return;
        }
        boolean mixed = placed.shape().image() || !placed.shape().pieces().isEmpty();
        Paint fill = mixed ? new Paint.Mixed() : fill(placed);
        switch (fill) {
            case Paint.Nothing nothing -> areas.add(new Area(null, null));
            case Paint.Plain plain
            when plain.colour().opacity() >= 1 -> areas.add(new Area(bounds.get(), plain.colour()));
            default -> areas.add(new Area(bounds.get(), null));
        }
    }

    /// How many shapes were added.
    int size() {
        return areas.size();
    }

    /// The colour that a shape's text stands on; empty where it is not one or not known.
    ///
    /// @param order how many shapes were added before it
    Optional<SlideColour> under(PlacedShape placed, int order) {
        Paint own = fill(placed);
        if (!(own instanceof Paint.Nothing)) {
            return own instanceof Paint.Plain plain && plain.colour().opacity() >= 1
                    ? Optional.of(plain.colour())
                    : Optional.empty();
        }
        return placed.bounds().filter(bounds -> order <= MOST_AREAS).flatMap(bounds -> below(bounds, order));
    }

    private Optional<SlideColour> below(SlideBox text, int order) {
        for (int i = order - 1; i >= 0; i--) {
            Area area = areas.get(i);
            if (area.box != null && area.box.overlaps(text)) {
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

    /// @param box    null where nothing is drawn
    /// @param colour null where it is not one, or shows what lies under it
    private record Area(@Nullable SlideBox box, @Nullable SlideColour colour) {}
}
