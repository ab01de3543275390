package dev.assay.extract.slides;

import dev.assay.document.Fact;
import dev.assay.document.Gap;
import dev.assay.document.Layer;
import dev.assay.document.Place;
import dev.assay.document.Span;
import dev.assay.extract.draft.DocumentDraft;
import dev.assay.extract.draft.Piece;
import dev.assay.extract.office.OfficePackage;
import dev.assay.extract.office.References;
import dev.assay.extract.office.ShapeText;
import dev.assay.extract.xml.Markup;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/// Reads one slide: its title first, then its shapes from top to bottom and left to right, then notes and
/// comments.
final class SlideReader {
    /// Shapes whose upper edges are nearer than this part of the slide's height stand in one row.
    private static final double ROW = 1.0 / 30;

    private final OfficePackage source;
    private final DocumentDraft draft;
    private final String part;
    private final int number;
    private final SlideBox size;
    private final Consumer<String> fonts;
    private final ShapeBoxes boxes;
    private final SlideTemplate template;
    private final References references;
    private final List<Placed> shapes = new ArrayList<>();
    private final List<Piece> descriptions = new ArrayList<>();
    private final Place whole;
    private boolean hidden;

    SlideReader(
            OfficePackage source,
            DocumentDraft draft,
            String part,
            int number,
            SlideBox size,
            Map<String, SlideTemplate> templates,
            Consumer<String> fonts,
            ShapeBoxes boxes)
            throws IOException {
        this.source = source;
        this.draft = draft;
        this.part = part;
        this.number = number;
        this.size = size;
        this.fonts = fonts;
        this.boxes = boxes;
        this.template = SlideTemplate.of(source, part, draft, templates);
        this.references = new References(source, part, draft);
        this.whole = new Place.Slide(number, "");
    }

    void read() throws IOException {
        source.read(part, () -> whole, this::slide);
        references.remainingLinks(whole);
        SlideBox.Points points = size.points();
        boxes.slide(number, points.width(), points.height());
        if (hidden) {
            draft.fact(new Fact.Hidden(Fact.Hidden.Kind.SLIDE, "", whole));
        }
        Optional<Placed> title = title();
        title.ifPresent(this::writeTitle);
        List<Placed> rest = inReadingOrder();
        title.ifPresent(rest::remove);
        rest.forEach(this::write);
        descriptions.forEach(piece -> piece.write(draft, whole, Layer.ALT_TEXT));
        boolean text = shapes.stream().anyMatch(each -> each.layer() == Layer.BODY && each.shape.holdsText());
        if (!text && shapes.stream().anyMatch(each -> each.shape.image())) {
            draft.gap(Gap.Reason.NO_TEXT, whole, "The slide shows an image and holds no text.");
        }
        notes();
        comments();
    }

    private void slide(Markup root) throws XMLStreamException, IOException {
        hidden = !root.flag("show", true);
        root.each(child -> {
            if (child.name().equals("p:cSld")) {
                child.each(part -> {
                    if (part.name().equals("p:spTree")) {
                        group(part, SlideBox.Transform.NONE, references, false);
                    }
                });
            }
        });
    }

    /// Reads the shapes of the slide or of a group in it.
    private void group(Markup group, SlideBox.Transform outer, References links, boolean outerHidden)
            throws XMLStreamException, IOException {
        SlideBox.Transform[] transform = {outer};
        boolean[] groupHidden = {outerHidden};
        group.each(child -> {
            switch (child.name()) {
                case "p:nvGrpSpPr" ->
                    child.eachInside(each -> {
                        if (each.name().equals("p:cNvPr")) {
                            groupHidden[0] |= each.flag("hidden", false);
                            describe(each);
                        }
                    });
                case "p:grpSpPr" ->
                    child.each(each -> {
                        if (each.name().equals("a:xfrm")) {
                            transform[0] = outer.inside(each);
                        }
                    });
                case "p:grpSp" -> group(child, transform[0], links, groupHidden[0]);
                default -> shape(child, transform[0], links, groupHidden[0]);
            }
        });
    }

    private void describe(Markup properties) {
        String description = properties.attribute("descr", "");
        Place place = new Place.Slide(number, properties.attribute("name", ""));
        descriptions.add((into, where, layer) -> into.paragraph(description, place, Layer.ALT_TEXT));
    }

    private void shape(Markup element, SlideBox.Transform transform, References links, boolean groupHidden)
            throws XMLStreamException, IOException {
        SlideShape shape = new SlideShape(number, links, draft, fonts);
        try {
            shape.read(element);
        } finally {
            SlidePlaceholder placeholder = shape.placeholder();
            Optional<SlideBox> box = shape.box()
                    .map(transform::apply)
                    .or(() -> placeholder == null ? Optional.empty() : template.box(placeholder));
            shapes.add(new Placed(shape, box.orElse(null), groupHidden || shape.hidden()));
        }
    }

    private Optional<Placed> title() {
        return shapes.stream()
                .filter(Placed::isTitle)
                .filter(each -> !each.shape.title().isEmpty())
                .findFirst();
    }

    private void writeTitle(Placed title) {
        Layer layer = layer(title);
        int from = draft.length();
        draft.heading(1, title.shape.title(), title.shape.place(), layer);
        title.shape.writeRest(layer);
        tell(title, from);
    }

    private void write(Placed placed) {
        Layer layer = layer(placed);
        int from = draft.length();
        placed.shape.write(layer, template);
        tell(placed, from);
    }

    /// Tells where a shape stands that shows something.
    private void tell(Placed placed, int from) {
        boolean shows = placed.shape.image() || draft.length() > from;
        if (shows) {
            SlideBox.Points points = placed.box == null ? SlideBox.Points.UNKNOWN : placed.box.points();
            ShapeBox.Role role = placed.isTitle()
                    ? ShapeBox.Role.TITLE
                    : placed.shape.image() ? ShapeBox.Role.PICTURE : ShapeBox.Role.TEXT;
            boxes.shape(new ShapeBox(
                    number,
                    placed.shape.place().shape(),
                    points.x(),
                    points.y(),
                    points.width(),
                    points.height(),
                    new Span(from, draft.length()),
                    role,
                    !placed.hidden && !isOutside(placed)));
        }
    }

    /// The layer of a shape; that it is hidden or off the slide is told as a fact.
    private Layer layer(Placed placed) {
        boolean shows = placed.shape.holdsText() || placed.shape.image();
        boolean outside = isOutside(placed);
        if (shows && placed.hidden) {
            draft.fact(new Fact.Hidden(Fact.Hidden.Kind.SHAPE, "", placed.shape.place()));
        }
        if (shows && outside) {
            draft.fact(new Fact.Hidden(Fact.Hidden.Kind.OFF_SLIDE_SHAPE, "", placed.shape.place()));
        }
        return hidden || placed.hidden || outside ? Layer.HIDDEN : placed.layer();
    }

    private boolean isOutside(Placed placed) {
        return placed.box != null && placed.box.isOutside(size);
    }

    private List<Placed> inReadingOrder() {
        List<Placed> sorted = new ArrayList<>(shapes);
        sorted.sort(Comparator.comparingDouble(Placed::y).thenComparingDouble(Placed::x));
        List<Placed> ordered = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= sorted.size(); i++) {
            boolean rowEnds =
                    i == sorted.size() || sorted.get(i).y() - sorted.get(from).y() > size.height() * ROW;
            if (rowEnds) {
                List<Placed> row = new ArrayList<>(sorted.subList(from, i));
                row.sort(Comparator.comparingDouble(Placed::x));
                ordered.addAll(row);
                from = i;
            }
        }
        return ordered;
    }

    private void notes() throws IOException {
        for (String notes : source.targets(part, "notesSlide")) {
            shapes.clear();
            References links = new References(source, notes, draft);
            source.read(
                    notes,
                    () -> whole,
                    root -> root.each(child -> child.each(tree -> {
                        if (tree.name().equals("p:spTree")) {
                            group(tree, SlideBox.Transform.NONE, links, false);
                        }
                    })));
            for (Placed placed : shapes) {
                if (!placed.isMargin()) {
                    placed.shape.write(Layer.SPEAKER_NOTE, template);
                }
            }
            links.remainingLinks(whole);
        }
    }

    private void comments() throws IOException {
        for (String comments : source.targets(part, "comments")) {
            source.read(
                    comments,
                    () -> whole,
                    root -> root.eachInside(element -> {
                        if (element.name().equals("p:text")) {
                            draft.paragraph(element.text(), whole, Layer.COMMENT);
                        } else if (element.name().equals("a:p")) {
                            draft.paragraph(ShapeText.line(element), whole, Layer.COMMENT);
                        }
                    }));
        }
    }

    /// A shape with its place on the slide.
    ///
    /// @param box null where neither the shape nor its layout says
    private record Placed(SlideShape shape, @Nullable SlideBox box, boolean hidden) {
        double x() {
            return box == null ? 0 : box.x();
        }

        double y() {
            return box == null ? Double.MAX_VALUE : box.y();
        }

        boolean isTitle() {
            SlidePlaceholder holder = shape.placeholder();
            return holder != null && holder.isTitle();
        }

        boolean isMargin() {
            SlidePlaceholder holder = shape.placeholder();
            return holder != null && holder.isMargin();
        }

        Layer layer() {
            SlidePlaceholder holder = shape.placeholder();
            return holder == null ? Layer.BODY : holder.layer();
        }
    }
}
