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
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads presentations: pptx, pptm, ppsx, ppsm, potx and potm.
///
/// Slides come in the order in which they are shown; all text of a hidden slide lies in the hidden layer,
/// its notes and comments apart. What layouts and masters repeat is written once, at the first slide that
/// shows it; what no slide shows of them, last. Animations are not looked into: what one of them hides
/// counts as seen.
public final class PresentationReader implements Reader {
    public static final Set<String> MEDIA_TYPES = Set.of(
            "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            "application/vnd.openxmlformats-officedocument.presentationml.slideshow",
            "application/vnd.openxmlformats-officedocument.presentationml.template",
            "application/vnd.ms-powerpoint.presentation.macroenabled.12",
            "application/vnd.ms-powerpoint.slideshow.macroenabled.12",
            "application/vnd.ms-powerpoint.template.macroenabled.12",
            "application/vnd.ms-powerpoint.addin.macroenabled.12");

    private static final OfficeFile FILE = new OfficeFile(
            "presentation 2", "ppt/presentation.xml", (source, main, draft) -> new Reading(source, main, draft).read());

    @Override
    public Extraction read(Path file, String mediaType) throws IOException {
        return FILE.read(file, mediaType);
    }

    /// One presentation being read.
    private static final class Reading {
        private static final double EMU_PER_POINT = 12_700;

        private final OfficePackage source;
        private final String main;
        private final DocumentDraft draft;
        private final References references;
        private final Presentation presentation = new Presentation();
        private final Deck deck;

        Reading(OfficePackage source, String main, DocumentDraft draft) throws IOException {
            this.source = source;
            this.main = main;
            this.draft = draft;
            this.references = new References(source, main, draft);
            this.deck = new Deck(source, main, draft, presentation);
        }

        void read() throws IOException {
            source.read(main, Place.Whole::new, root -> {
                source.expect("p:presentation", root);
                presentation.read(root);
            });
            draft.fact(
                    new Fact.Count(Fact.Count.Unit.SLIDES, presentation.slides().size()));
            SlideBox size = presentation.size();
            draft.fact(new Fact.PageSetup(
                    size.width() / EMU_PER_POINT, size.height() / EMU_PER_POINT, null, 1, new Place.Whole()));
            slides();
            deck.templates().writeUnshown();
            outline();
            fonts();
            references.remainingLinks(new Place.Whole());
            OfficeProperties.read(source, main, draft);
        }

        private void slides() throws IOException {
            List<Presentation.Slide> slides = presentation.slides();
            String[] parts = new String[slides.size()];
            for (int i = 0; i < parts.length; i++) {
                Place place = new Place.Slide(i + 1, "");
                Optional<String> part = references.part(slides.get(i).relationship(), place);
                parts[i] = part.orElse("");
                int number = i + 1;
                part.ifPresent(each -> deck.number(each, number));
            }
            for (int i = 0; i < parts.length; i++) {
                if (!parts[i].isEmpty()) {
                    new SlideReader(deck, parts[i], i + 1).read();
                }
            }
        }

        private void outline() {
            Map<String, Place> places = new HashMap<>();
            for (Presentation.Slide slide : presentation.slides()) {
                places.putIfAbsent(slide.id(), new Place.Slide(places.size() + 1, ""));
            }
            for (Presentation.Section section : presentation.sections()) {
                String first =
                        section.slides().isEmpty() ? "" : section.slides().getFirst();
                draft.fact(new Fact.OutlineEntry(1, section.name(), places.get(first)));
            }
            for (Presentation.Show show : presentation.shows().values()) {
                draft.fact(new Fact.Property("custom show: " + show.name(), slides(show)));
            }
        }

        private String slides(Presentation.Show show) {
            return String.join(
                    ", ",
                    show.relationships().stream()
                            .map(id -> references.part(id, new Place.Whole()))
                            .map(part -> part.flatMap(deck::numberOf).map(String::valueOf))
                            .map(number -> number.orElse("missing"))
                            .toList());
        }

        private void fonts() {
            Set<String> embedded = presentation.embeddedFonts();
            Set<String> all = new LinkedHashSet<>(deck.fonts());
            all.addAll(embedded);
            all.forEach(font -> draft.fact(new Fact.Font(font, embedded.contains(font), true)));
        }
    }
}
