package dev.assay.extract.slides;

import dev.assay.document.Fact;
import dev.assay.document.Gap;
import dev.assay.document.Layer;
import dev.assay.document.Place;
import dev.assay.extract.xml.Markup;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/// Reads one slide: its title, its other shapes as a person reads them, what stands in its margins, what is
/// hidden on it, descriptions, then what it shows of its master, its notes and comments.
final class SlideReader {
    private final Deck deck;
    private final String part;
    private final int number;
    private final Function<String, Place> places;
    private final Place whole;
    private final SlideTemplate template;
    private final SlideLinks links;
    private final SlideShapes shapes;
    private final Map<PlacedShape, Integer> order = new java.util.IdentityHashMap<>();
    private final Map<String, WrittenShape> written = new HashMap<>();
    private @Nullable SlideBackground background;
    private @Nullable Map<String, String> colourMap;
    private boolean hidden;
    private boolean showsMaster = true;

    SlideReader(Deck deck, String part, int number) throws IOException {
        this.deck = deck;
        this.part = part;
        this.number = number;
        this.places = shape -> new Place.Slide(number, shape);
        this.whole = places.apply("");
        this.template = deck.templates().ofSlide(part, places);
        this.links = new SlideLinks(deck, part, places);
        this.shapes = new SlideShapes(links, template);
    }

    void read() throws IOException {
        deck.source().read(part, () -> whole, this::slide);
        links.references().remainingLinks(whole);
        if (hidden) {
            deck.draft().fact(new Fact.Hidden(Fact.Hidden.Kind.SLIDE, "", whole));
        }
        pictures();
        write();
        shapes.describeGroups();
        sayWhereNoText();
        if (showsMaster) {
            template.write(places, true);
        }
        new SlideNotes(deck, part, places).read();
        for (String comments : deck.source().targets(part, "comments")) {
            new SlideComments(deck, shapes.names(), written, places).read(comments);
        }
    }

    private void slide(Markup root) throws XMLStreamException, IOException {
        hidden = !root.flag("show", true);
        showsMaster = root.flag("showMasterSp", true);
        root.each(child -> {
            if (child.name().equals("p:cSld")) {
                child.each(this::content);
            } else if (child.name().equals("p:clrMapOvr")) {
                colourMap = SlideColours.overriding(child).orElse(null);
            }
        });
    }

    private void content(Markup element) throws XMLStreamException, IOException {
        switch (element.name()) {
            case "p:bg" -> background = SlideBackground.read(element, each -> links.at(each, ""));
            case "p:spTree" -> shapes.read(element);
            case "p:controls" -> element.eachInside(this::control);
            default -> {}
        }
    }

    private void control(Markup element) {
        if (element.name().equals("p:control")) {
            Place place = places.apply(element.attribute("name", ""));
            deck.draft()
                    .fact(new Fact.ActiveContent(
                            Fact.ActiveContent.Kind.OLE_OBJECT, element.attribute("name", ""), place));
        }
    }

    private void pictures() throws IOException {
        SlidePicture ground = background == null ? null : background.picture();
        if (ground != null) {
            ground.record(links.references(), deck.presentation().size(), "", whole);
        }
        for (PlacedShape placed : shapes.placed()) {
            placed.recordPictures();
        }
    }

    private void write() {
        SlideColours colours = template.colours(colourMap);
        SlideGround ground = new SlideGround(template, background == null ? null : background.paint());
        if (showsMaster) {
            template.addTo(ground);
        }
        for (PlacedShape placed : shapes.placed()) {
            order.put(placed, ground.size());
            ground.add(placed);
        }
        SlideText text = new SlideText(deck, template, colours, deck.shownNumber(number));
        Optional<PlacedShape> title = shapes.placed().stream()
                .filter(PlacedShape::isTitle)
                .filter(each -> !each.shape().words().isEmpty())
                .findFirst();
        title.ifPresent(each -> write(each, true, text, ground));
        for (PlacedShape placed : inOrder(title.orElse(null))) {
            write(placed, false, text, ground);
        }
    }

    private void write(PlacedShape placed, boolean title, SlideText text, SlideGround ground) {
        Layer layer = layer(placed);
        Optional<SlideColour> under = ground.under(placed, order.get(placed));
        WrittenShape shape = title ? text.writeTitle(placed, layer, under) : text.write(placed, layer, under);
        written.putIfAbsent(placed.shape().id(), shape);
        if (placed.isMargin()) {
            deck.isNew(placed.shape());
        }
    }

    /// The shapes but the title: what a person reads, in reading order; what is only described; the margins;
    /// what is hidden.
    private List<PlacedShape> inOrder(@Nullable PlacedShape title) {
        List<PlacedShape> rest =
                shapes.placed().stream().filter(each -> each != title).toList();
        Predicate<PlacedShape> seen = each -> !isUnseen(each);
        Predicate<PlacedShape> body = seen.and(each -> !each.isMargin());
        List<PlacedShape> ordered = new ArrayList<>();
        ordered.addAll(ordered(rest, body.and(each -> each.shape().holdsText())));
        ordered.addAll(ordered(rest, body.and(each -> !each.shape().holdsText())));
        ordered.addAll(ordered(rest, seen.and(PlacedShape::isMargin)));
        ordered.addAll(ordered(rest, this::isUnseen));
        return ordered;
    }

    private List<PlacedShape> ordered(List<PlacedShape> all, Predicate<PlacedShape> wanted) {
        return SlideOrder.of(
                all.stream().filter(wanted).toList(), deck.presentation().size());
    }

    private boolean isUnseen(PlacedShape placed) {
        return placed.hidden() || isOutside(placed);
    }

    private boolean isOutside(PlacedShape placed) {
        return placed.bounds()
                .filter(box -> box.isOutside(deck.presentation().size()))
                .isPresent();
    }

    /// The layer of a shape; that it is hidden or off the slide is told as a fact.
    private Layer layer(PlacedShape placed) {
        boolean shows = placed.shape().holdsText() || placed.shape().image();
        if (shows && placed.hidden()) {
            deck.draft()
                    .fact(new Fact.Hidden(
                            Fact.Hidden.Kind.SHAPE, "", placed.shape().place()));
        }
        if (shows && isOutside(placed)) {
            deck.draft()
                    .fact(new Fact.Hidden(
                            Fact.Hidden.Kind.OFF_SLIDE_SHAPE, "", placed.shape().place()));
        }
        SlidePlaceholder placeholder = placed.placeholder();
        Layer own = placeholder == null ? Layer.BODY : placeholder.layer();
        return hidden || isUnseen(placed) ? Layer.HIDDEN : own;
    }

    private void sayWhereNoText() {
        boolean text = shapes.placed().stream()
                .anyMatch(each -> !each.isMargin() && each.shape().holdsText());
        boolean image = background != null && background.picture() != null
                || shapes.placed().stream().anyMatch(each -> each.shape().image());
        if (image && !text) {
            deck.draft().gap(Gap.Reason.NO_TEXT, whole, "The slide shows an image and holds no text.");
        }
    }
}
