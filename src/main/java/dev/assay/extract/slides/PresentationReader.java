package dev.assay.extract.slides;

import dev.assay.document.Extraction;
import dev.assay.document.Fact;
import dev.assay.document.Place;
import dev.assay.extract.draft.DocumentDraft;
import dev.assay.extract.draft.Reader;
import dev.assay.extract.office.OfficeFile;
import dev.assay.extract.office.OfficePackage;
import dev.assay.extract.office.OfficeProperties;
import dev.assay.extract.office.References;
import dev.assay.extract.office.ThemeFonts;
import dev.assay.extract.xml.Markup;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads presentations: pptx, pptm, ppsx, ppsm, potx and potm.
///
/// Slides come in the order in which they are shown; all text of a hidden slide lies in the hidden layer, its
/// notes and comments apart.
public final class PresentationReader implements Reader {
    public static final Set<String> MEDIA_TYPES = Set.of(
            "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            "application/vnd.openxmlformats-officedocument.presentationml.slideshow",
            "application/vnd.openxmlformats-officedocument.presentationml.template",
            "application/vnd.ms-powerpoint.presentation.macroenabled.12",
            "application/vnd.ms-powerpoint.slideshow.macroenabled.12",
            "application/vnd.ms-powerpoint.template.macroenabled.12",
            "application/vnd.ms-powerpoint.addin.macroenabled.12");

    @Override
    public Extraction read(Path file, String mediaType) throws IOException {
        return read(file, mediaType, ShapeBoxes.NONE);
    }

    /// The same reading, which also tells where the shapes stand.
    public Extraction read(Path file, String mediaType, ShapeBoxes shapes) throws IOException {
        return new OfficeFile(
                        "presentation 1",
                        "ppt/presentation.xml",
                        (source, main, draft) -> new Reading(source, main, draft, shapes).read())
                .read(file, mediaType);
    }

    /// One presentation being read.
    private static final class Reading {
        private static final double USUAL_WIDTH = 9_144_000;
        private static final double USUAL_HEIGHT = 6_858_000;

        private final OfficePackage source;
        private final String main;
        private final DocumentDraft draft;
        private final ShapeBoxes shapes;
        private final References references;
        private final ThemeFonts theme;
        private final List<String> slides = new ArrayList<>();
        private final Set<String> fonts = new LinkedHashSet<>();
        private final Set<String> embeddedFonts = new LinkedHashSet<>();
        private SlideBox size = new SlideBox(0, 0, USUAL_WIDTH, USUAL_HEIGHT);

        Reading(OfficePackage source, String main, DocumentDraft draft, ShapeBoxes shapes) throws IOException {
            this.source = source;
            this.main = main;
            this.draft = draft;
            this.shapes = shapes;
            this.references = new References(source, main, draft);
            this.theme = ThemeFonts.read(source, main);
        }

        void read() throws IOException {
            source.read(main, Place.Whole::new, root -> {
                source.expect("p:presentation", root);
                root.eachInside(this::element);
            });
            draft.fact(new Fact.Count(Fact.Count.Unit.SLIDES, slides.size()));
            Map<String, SlideTemplate> templates = new HashMap<>();
            int number = 0;
            for (String slide : slides) {
                number++;
                var part = references.part(slide, new Place.Slide(number, ""));
                if (part.isPresent()) {
                    new SlideReader(source, draft, part.get(), number, size, templates, this::font, shapes).read();
                }
            }
            fonts.addAll(embeddedFonts);
            fonts.forEach(font -> draft.fact(new Fact.Font(font, embeddedFonts.contains(font), true)));
            references.remainingLinks(new Place.Whole());
            OfficeProperties.read(source, main, draft);
        }

        private void element(Markup element) {
            switch (element.name()) {
                case "p:sldSz" ->
                    size = new SlideBox(
                            0, 0, element.number("cx", (int) USUAL_WIDTH), element.number("cy", (int) USUAL_HEIGHT));
                case "p:sldId" -> slides.add(element.attribute("r:id", ""));
                case "p:font" -> embeddedFonts.add(element.attribute("typeface", ""));
                default -> {}
            }
        }

        private void font(String typeface) {
            String name = theme.ofShape(typeface);
            if (!name.isEmpty()) {
                fonts.add(name);
            }
        }
    }
}
