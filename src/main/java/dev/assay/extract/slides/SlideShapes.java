package dev.assay.extract.slides;

import dev.assay.document.Layer;
import dev.assay.extract.xml.Markup;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/// The shapes of a slide, layout, master or notes page, in the order in which they are drawn.
final class SlideShapes {
    private final SlideLinks links;
    private final @Nullable SlideTemplate template;
    private final List<PlacedShape> placed = new ArrayList<>();
    private final List<Group> groups = new ArrayList<>();

    /// @param template says where placeholders are that do not say so themselves; null where nothing does
    SlideShapes(SlideLinks links, @Nullable SlideTemplate template) {
        this.links = links;
        this.template = template;
    }

    /// Reads the tree at hand (`p:spTree`).
    void read(Markup tree) throws XMLStreamException, IOException {
        group(tree, SlideBox.Transform.NONE, false);
    }

    List<PlacedShape> placed() {
        return placed;
    }

    /// Writes the descriptions of groups.
    void describeGroups() {
        groups.forEach(
                group -> links.deck().draft().paragraph(group.description, links.place(group.name), Layer.ALT_TEXT));
    }

    /// The names of shapes and groups by their id.
    Map<String, String> names() {
        Map<String, String> names = new HashMap<>();
        placed.forEach(each -> names.putIfAbsent(each.shape().id(), each.shape().name()));
        groups.forEach(group -> names.putIfAbsent(group.id, group.name));
        return names;
    }

    private void group(Markup group, SlideBox.Transform outer, boolean outerHidden)
            throws XMLStreamException, IOException {
        SlideBox.Transform[] transform = {outer};
        boolean[] hidden = {outerHidden};
        group.each(child -> {
            switch (child.name()) {
                case "p:nvGrpSpPr" -> child.eachInside(each -> hidden[0] |= described(each));
                case "p:grpSpPr" ->
                    child.each(each -> {
                        if (each.name().equals("a:xfrm")) {
                            transform[0] = outer.inside(each);
                        }
                    });
                case "p:grpSp" -> group(child, transform[0], hidden[0]);
                default -> shape(child, transform[0], hidden[0]);
            }
        });
    }

    /// Reads what a group says of itself.
    ///
    /// @return whether it is formatted as hidden
    private boolean described(Markup element) {
        if (!element.name().equals("p:cNvPr")) {
            links.at(element, groups.isEmpty() ? "" : groups.getLast().name);
            return false;
        }
        String words = element.attribute("descr", "");
        groups.add(new Group(
                element.attribute("id", ""),
                element.attribute("name", ""),
                words.isBlank() ? element.attribute("title", "") : words));
        return element.flag("hidden", false);
    }

    private void shape(Markup element, SlideBox.Transform transform, boolean groupHidden)
            throws XMLStreamException, IOException {
        SlideShape shape = new SlideShape(links);
        try {
            shape.read(element);
        } finally {
            placed.add(placed(shape, transform, groupHidden || shape.hidden()));
        }
    }

    private PlacedShape placed(SlideShape shape, SlideBox.Transform transform, boolean hidden) {
        SlidePlaceholder own = shape.placeholder();
        SlidePlaceholder typed = own == null || template == null ? own : template.typed(own);
        Optional<SlideBox> said = shape.box().map(transform::apply);
        boolean inherits = said.isEmpty() && typed != null && template != null;
        SlideBox box = inherits ? template.box(typed).orElse(null) : said.orElse(null);
        return new PlacedShape(shape, typed, box, hidden);
    }

    private record Group(String id, String name, String description) {}
}
