package dev.assay.extract.slides;

import dev.assay.document.Layer;
import dev.assay.document.Place;
import dev.assay.extract.xml.Markup;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/// A layout or master: what placeholders inherit from it (position, look of text, fill), what a slide shows
/// under its own shapes, and the texts it repeats on every slide.
final class SlideTemplate {
    private static final String[] SLOTS = {
        "bg1",
        "tx1",
        "bg2",
        "tx2",
        "accent1",
        "accent2",
        "accent3",
        "accent4",
        "accent5",
        "accent6",
        "hlink",
        "folHlink"
    };

    private final Deck deck;
    private final String part;
    private final @Nullable SlideTemplate master;
    private final SlideTheme theme;
    private final @Nullable SlideLinks links;
    private final @Nullable SlideShapes shapes;
    private final Map<String, SlideTextStyle> textStyles = new HashMap<>();
    private Function<String, Place> places;
    private @Nullable Map<String, String> colourMap;
    private @Nullable Paint background;
    private boolean showsMaster = true;
    private boolean written;

    private SlideTemplate(Deck deck, String part, @Nullable SlideTemplate master, Function<String, Place> places)
            throws IOException {
        this.deck = deck;
        this.part = part;
        this.master = master;
        this.theme = master == null ? SlideTheme.read(deck.source(), part) : master.theme;
        this.places = places;
        this.links = new SlideLinks(deck, part, shape -> this.places.apply(shape));
        this.shapes = new SlideShapes(links, null);
    }

    /// One that says nothing.
    private SlideTemplate(Deck deck) throws IOException {
        this.deck = deck;
        this.part = "";
        this.master = null;
        this.theme = SlideTheme.read(deck.source(), deck.main());
        this.places = shape -> new Place.Whole();
        this.links = null;
        this.shapes = null;
    }

    /// The layout a slide refers to, with its master; one that says nothing where there is none.
    static SlideTemplate of(Deck deck, String slide, Function<String, Place> places) throws IOException {
        List<String> layouts = deck.source().targets(slide, "slideLayout");
        return layouts.isEmpty() ? none(deck) : layout(deck, layouts.getFirst(), places);
    }

    /// The master a notes page refers to; one that says nothing where there is none.
    static SlideTemplate ofNotes(Deck deck, String notes, Function<String, Place> places) throws IOException {
        List<String> masters = deck.source().targets(notes, "notesMaster");
        return masters.isEmpty() ? none(deck) : known(deck, masters.getFirst(), null, places);
    }

    /// The layout in a part.
    static SlideTemplate layout(Deck deck, String layout, Function<String, Place> places) throws IOException {
        List<String> masters = deck.source().targets(layout, "slideMaster");
        SlideTemplate master = masters.isEmpty() ? null : known(deck, masters.getFirst(), null, places);
        return known(deck, layout, master, places);
    }

    /// The master in a part.
    static SlideTemplate master(Deck deck, String master, Function<String, Place> places) throws IOException {
        return known(deck, master, null, places);
    }

    private static SlideTemplate none(Deck deck) throws IOException {
        SlideTemplate found = deck.templates().get("");
        if (found == null) {
            found = new SlideTemplate(deck);
            deck.templates().put("", found);
        }
        return found;
    }

    private static SlideTemplate known(
            Deck deck, String part, @Nullable SlideTemplate master, Function<String, Place> places) throws IOException {
        SlideTemplate found = deck.templates().get(part);
        if (found == null) {
            found = new SlideTemplate(deck, part, master, places);
            deck.templates().put(part, found);
            deck.source().read(part, () -> places.apply(""), found::read);
            found.readLinks();
        }
        return found;
    }

    private void readLinks() {
        if (links != null) {
            links.references().remainingLinks(links.place(""));
        }
    }

    private void read(Markup root) throws XMLStreamException, IOException {
        showsMaster = root.flag("showMasterSp", true);
        root.each(child -> {
            switch (child.name()) {
                case "p:cSld" -> child.each(this::content);
                case "p:clrMap" -> colourMap = colourMap(child);
                case "p:clrMapOvr" -> colourMap = overriding(child).orElse(null);
                case "p:txStyles" -> child.each(this::textStyle);
                case "p:notesStyle" -> textStyles.put("p:bodyStyle", SlideTextStyle.read(child));
                default -> {}
            }
        });
    }

    private void content(Markup element) throws XMLStreamException, IOException {
        if (element.name().equals("p:bg")) {
            background = SlideBackground.read(element, this::link).paint();
        } else if (element.name().equals("p:spTree") && shapes != null) {
            shapes.read(element);
        }
    }

    private void link(Markup element) {
        if (links != null) {
            links.at(element, "");
        }
    }

    private void textStyle(Markup style) throws XMLStreamException, IOException {
        String name = style.name();
        textStyles.put(name, SlideTextStyle.read(style));
    }

    /// The colour map that a slide or layout sets in place of its master's, if it does (`p:clrMapOvr`).
    static Optional<Map<String, String>> overriding(Markup override) throws XMLStreamException, IOException {
        Map<String, String> map = new HashMap<>();
        override.each(child -> {
            if (child.name().equals("a:overrideClrMapping")) {
                map.putAll(colourMap(child));
            }
        });
        return map.isEmpty() ? Optional.empty() : Optional.of(map);
    }

    private static Map<String, String> colourMap(Markup map) {
        Map<String, String> read = new HashMap<>();
        for (String slot : SLOTS) {
            read.put(slot, map.attribute(slot, slot));
        }
        return read;
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
        Optional<PlacedShape> same = placeholders(
                holder -> !placeholder.index().isEmpty() && holder.index().equals(placeholder.index()));
        return same.isPresent() ? same : placeholders(holder -> holder.type().equals(placeholder.type()));
    }

    private Optional<PlacedShape> placeholders(java.util.function.Predicate<SlidePlaceholder> wanted) {
        return shapes == null
                ? Optional.empty()
                : shapes.placed().stream()
                        .filter(placed -> placed.placeholder() != null && wanted.test(placed.placeholder()))
                        .findFirst();
    }

    /// Adds what slides show under their own shapes.
    void addTo(SlideGround ground) {
        if (master != null && showsMaster) {
            master.addTo(ground);
        }
        if (shapes != null) {
            shapes.placed().stream()
                    .filter(placed -> placed.shape().placeholder() == null)
                    .forEach(ground::add);
        }
    }

    /// Writes what slides show of it, the first time only: the texts that are no placeholders, and images; then
    /// its headers and footers, which slides show only where they hold a placeholder for them. What stood on an
    /// earlier slide, layout or master is not repeated.
    ///
    /// @param where  the place of a shape by its name
    /// @param images whether its images are seen
    void write(Function<String, Place> where, boolean images) throws IOException {
        if (master != null && showsMaster) {
            master.write(where, images);
        }
        if (written || shapes == null) {
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
        places = inside(part);
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

    /// The place of what no slide shows.
    static Function<String, Place> inside(String part) {
        return shape -> new Place.Part(part, new Place.Whole());
    }
}
