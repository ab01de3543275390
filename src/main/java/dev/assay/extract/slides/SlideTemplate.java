package dev.assay.extract.slides;

import dev.assay.document.Place;
import dev.assay.extract.draft.DocumentDraft;
import dev.assay.extract.office.OfficePackage;
import dev.assay.extract.office.References;
import dev.assay.extract.xml.Markup;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/// What a slide's placeholders inherit from its layout and master: position and bullets. The texts of layouts
/// and masters are not part of a slide.
final class SlideTemplate {
    private final List<Inherited> shapes = new ArrayList<>();
    private final Map<String, SlideBullets> textStyles = new HashMap<>();
    private final @Nullable SlideTemplate master;

    private SlideTemplate(@Nullable SlideTemplate master) {
        this.master = master;
    }

    /// The layout a slide refers to, with its master; an empty one where there is none.
    ///
    /// @param known layouts and masters that were read before, by part
    static SlideTemplate of(OfficePackage source, String slide, DocumentDraft draft, Map<String, SlideTemplate> known)
            throws IOException {
        List<String> layouts = source.targets(slide, "slideLayout");
        if (layouts.isEmpty()) {
            return new SlideTemplate(null);
        }
        String layout = layouts.getFirst();
        SlideTemplate found = known.get(layout);
        if (found == null) {
            found = read(source, layout, readMaster(source, layout, draft, known), draft);
            known.put(layout, found);
        }
        return found;
    }

    /// Where a placeholder is, unless it says so itself.
    Optional<SlideBox> box(SlidePlaceholder placeholder) {
        Optional<SlideBox> own = shape(placeholder).flatMap(shape -> Optional.ofNullable(shape.box));
        return own.isPresent() || master == null ? own : master.box(placeholder.inMaster());
    }

    /// Whether a level of a text, counted from 0, has bullets, unless the text says so itself.
    boolean bullet(@Nullable SlidePlaceholder placeholder, int level) {
        if (placeholder == null) {
            return textStyle("p:otherStyle").at(level).orElse(false);
        }
        Optional<Boolean> own = shape(placeholder).flatMap(shape -> shape.bullets.at(level));
        if (own.isPresent()) {
            return own.get();
        }
        if (master != null) {
            return master.bullet(placeholder.inMaster(), level);
        }
        return textStyle(placeholder.textStyle()).at(level).orElse(false);
    }

    private SlideBullets textStyle(String name) {
        SlideTemplate top = master == null ? this : master;
        return top.textStyles.getOrDefault(name, SlideBullets.NONE);
    }

    private Optional<Inherited> shape(SlidePlaceholder placeholder) {
        Optional<Inherited> same = shapes.stream()
                .filter(shape -> !placeholder.index().isEmpty()
                        && shape.placeholder.index().equals(placeholder.index()))
                .findFirst();
        return same.isPresent()
                ? same
                : shapes.stream()
                        .filter(shape -> shape.placeholder.type().equals(placeholder.type()))
                        .findFirst();
    }

    private static @Nullable SlideTemplate readMaster(
            OfficePackage source, String layout, DocumentDraft draft, Map<String, SlideTemplate> known)
            throws IOException {
        for (String part : source.targets(layout, "slideMaster")) {
            SlideTemplate found = known.get(part);
            if (found == null) {
                found = read(source, part, null, draft);
                known.put(part, found);
            }
            return found;
        }
        return null;
    }

    private static SlideTemplate read(
            OfficePackage source, String part, @Nullable SlideTemplate master, DocumentDraft draft) throws IOException {
        SlideTemplate template = new SlideTemplate(master);
        source.read(part, Place.Whole::new, root -> root.eachInside(template::element));
        new References(source, part, draft).remainingLinks(new Place.Whole());
        return template;
    }

    private void element(Markup element) throws XMLStreamException, IOException {
        switch (element.name()) {
            case "p:sp", "p:pic", "p:graphicFrame" -> shape(element);
            case "p:titleStyle", "p:bodyStyle", "p:otherStyle" -> {
                String name = element.name();
                textStyles.put(name, SlideBullets.read(element));
            }
            default -> {}
        }
    }

    private void shape(Markup element) throws XMLStreamException, IOException {
        Inherited shape = new Inherited();
        boolean[] placeholder = {false};
        element.eachInside(inside -> {
            switch (inside.name()) {
                case "p:ph" -> {
                    placeholder[0] = true;
                    shape.placeholder = SlidePlaceholder.read(inside);
                }
                case "a:xfrm", "p:xfrm" -> shape.box = SlideBox.read(inside);
                case "a:lstStyle" -> shape.bullets = SlideBullets.read(inside);
                default -> {}
            }
        });
        if (placeholder[0]) {
            shapes.add(shape);
        }
    }

    private static final class Inherited {
        private SlidePlaceholder placeholder = new SlidePlaceholder("obj", "");
        private @Nullable SlideBox box;
        private SlideBullets bullets = SlideBullets.NONE;
    }
}
