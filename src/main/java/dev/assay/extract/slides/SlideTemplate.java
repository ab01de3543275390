package dev.assay.extract.slides;

import dev.assay.document.Layer;
import dev.assay.document.Place;
import dev.assay.extract.xml.Markup;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/// A layout or master: what placeholders inherit from it (position, look of text, fill), what a slide shows
/// under its own shapes, and the texts it repeats on every slide.
final class SlideTemplate {
    private final Deck deck;
    private final String part;
    private final @Nullable SlideTemplate master;
    private final SlideTheme theme;
    private final SlideLinks links;
    private final SlideShapes shapes;
    private final Map<String, SlideTextStyle> textStyles = new HashMap<>();
    private final Map<SlidePlaceholder, Optional<PlacedShape>> inherited = new HashMap<>();
    private Function<String, Place> places;
    private @Nullable Map<String, String> colourMap;
    private @Nullable Paint background;
    private boolean showsMaster = true;
    private boolean written;

    /// @param master null for a master
    /// @param places the place of a shape by its name
    SlideTemplate(Deck deck, String part, @Nullable SlideTemplate master, Function<String, Place> places)
            throws IOException {
        this.deck = deck;
        this.part = part;
        this.master = master;
        this.theme = master == null ? SlideTheme.read(deck.source(), part) : master.theme;
        this.places = places;
        this.links = new SlideLinks(deck, part, shape -> this.places.apply(shape));
        this.shapes = new SlideShapes(links, null);
    }

    /// Reads the part.
    void read() throws IOException {
        deck.source().read(part, () -> links.place(""), this::read);
        links.references().remainingLinks(links.place(""));
    }

    private void read(Markup root) throws XMLStreamException, IOException {
        showsMaster = root.flag("showMasterSp", true);
        root.each(child -> {
            switch (child.name()) {
                case "p:cSld" -> child.each(this::content);
                case "p:clrMap" -> colourMap = SlideColours.map(child);
                case "p:clrMapOvr" -> colourMap = SlideColours.overriding(child).orElse(null);
                case "p:txStyles" -> child.each(this::textStyle);
                case "p:notesStyle" -> textStyles.put("p:bodyStyle", SlideTextStyle.read(child));
                default -> {}
            }
        });
    }

    private void content(Markup element) throws XMLStreamException, IOException {
        if (element.name().equals("p:bg")) {
            background =
                    SlideBackground.read(element, each -> links.at(each, "")).paint();
        } else if (element.name().equals("p:spTree")) {
            shapes.read(element);
        }
    }

    private void textStyle(Markup style) throws XMLStreamException, IOException {
        String name = style.name();
        textStyles.put(name, SlideTextStyle.read(style));
    }

    /// What colours stand for on a slide.
    ///
    /// @param override the slide's own map; null where it has none
    SlideColours colours(@Nullable Map<String, String> override) {
        Map<String, String> map = override != null ? override : colourMap;
        if (map == null && master != null) {
            return master.colours(null);
        }
        return new SlideColours(map == null ? Map.of() : map, theme.scheme());
    }

    SlideTheme theme() {
        return theme;
    }

    /// What fills the ground of slides, unless they say so themselves; white where nothing says so.
    Paint background() {
        if (background != null) {
            return background;
        }
        return master == null ? new Paint.Plain(SlideColour.rgb("FFFFFF")) : master.background();
    }

    /// The placeholder with the type that this layout gives it.
    SlidePlaceholder typed(SlidePlaceholder placeholder) {
        if (!placeholder.isUntyped() || placeholder.index().isEmpty()) {
            return placeholder;
        }
        return inherited(placeholder)
                .map(PlacedShape::placeholder)
                .map(same -> new SlidePlaceholder(same.type(), placeholder.index()))
                .orElse(placeholder);
    }

    /// Where a placeholder is, unless it says so itself.
    Optional<SlideBox> box(SlidePlaceholder placeholder) {
        Optional<SlideBox> own = inherited(placeholder).flatMap(shape -> Optional.ofNullable(shape.box()));
        return own.isPresent() || master == null ? own : master.box(placeholder.inMaster());
    }

    /// What a placeholder is filled with, unless it says so itself.
    Optional<Paint> fill(SlidePlaceholder placeholder) {
        Optional<Paint> own =
                inherited(placeholder).flatMap(placed -> placed.shape().fill());
        return own.isPresent() || master == null ? own : master.fill(placeholder.inMaster());
    }

    /// How a level of a text looks, counted from 0, as far as the text does not say so itself.
    ///
    /// @param placeholder null for text in none
    TextLook look(@Nullable SlidePlaceholder placeholder, int level) {
        if (placeholder == null) {
            return textStyle("p:otherStyle")
                    .at(level)
                    .or(deck.presentation().textStyle().at(level));
        }
        TextLook own = inherited(placeholder)
                .map(placed -> placed.shape().style().at(level))
                .orElse(TextLook.NONE);
        return master != null
                ? own.or(master.look(placeholder.inMaster(), level))
                : own.or(textStyle(placeholder.textStyle()).at(level));
    }

    private SlideTextStyle textStyle(String name) {
        SlideTemplate top = master == null ? this : master;
        return top.textStyles.getOrDefault(name, SlideTextStyle.NONE);
    }

    private Optional<PlacedShape> inherited(SlidePlaceholder placeholder) {
        return inherited.computeIfAbsent(placeholder, this::find);
    }

    /// The placeholder of the same index, else the first of the same type.
    private Optional<PlacedShape> find(SlidePlaceholder wanted) {
        Optional<PlacedShape> same =
                first(holder -> !wanted.index().isEmpty() && holder.index().equals(wanted.index()));
        return same.isPresent() ? same : first(holder -> holder.type().equals(wanted.type()));
    }

    private Optional<PlacedShape> first(Predicate<SlidePlaceholder> wanted) {
        return shapes.placed().stream()
                .filter(placed -> placed.placeholder() != null && wanted.test(placed.placeholder()))
                .findFirst();
    }

    /// Adds what slides show under their own shapes.
    void addTo(SlideGround ground) {
        if (master != null && showsMaster) {
            master.addTo(ground);
        }
        shapes.placed().stream()
                .filter(placed -> placed.shape().placeholder() == null)
                .forEach(ground::add);
    }

    /// Writes what slides show of it, the first time only: the texts that are no placeholders, and images;
    /// then its headers and footers, which slides show only where they hold a placeholder for them. What
    /// stood on an earlier slide, layout or master is not repeated.
    ///
    /// @param where  the place of a shape by its name
    /// @param images whether its images are seen
    void write(Function<String, Place> where, boolean images) throws IOException {
        if (master != null && showsMaster) {
            master.write(where, images);
        }
        if (written) {
            return;
        }
        written = true;
        places = where;
        for (PlacedShape placed : shapes.placed()) {
            if (placed.placeholder() == null) {
                if (images) {
                    placed.recordPictures();
                }
                writeOnce(placed);
            }
        }
        places = SlideTemplates.inside(part);
        shapes.placed().stream()
                .filter(placed ->
                        placed.placeholder() != null && placed.placeholder().isRepeatedText())
                .forEach(this::writeOnce);
    }

    private void writeOnce(PlacedShape placed) {
        if (!placed.shape().isSlideNumber() && deck.isNew(placed.shape())) {
            new SlideText(deck, this, colours(null), "").write(placed, Layer.MASTER, Optional.empty());
        }
    }
}
