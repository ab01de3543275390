package dev.assay.extract.slides;

import dev.assay.document.Layer;
import dev.assay.document.Place;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;

/// Reads the notes page of one slide. Its header and footer, which are the same on most pages, are written
/// the first time only, in the layer of what masters repeat.
final class SlideNotes {
    private final Deck deck;
    private final String slide;
    private final Function<String, Place> places;

    SlideNotes(Deck deck, String slide, Function<String, Place> places) {
        this.deck = deck;
        this.slide = slide;
        this.places = places;
    }

    void read() throws IOException {
        for (String notes : deck.source().targets(slide, "notesSlide")) {
            read(notes);
        }
    }

    private void read(String notes) throws IOException {
        SlideTemplate master = deck.templates().ofNotes(notes, places);
        SlideLinks links = new SlideLinks(deck, notes, places);
        SlideShapes shapes = new SlideShapes(links, master);
        deck.source()
                .read(
                        notes,
                        () -> places.apply(""),
                        root -> root.each(child -> child.each(tree -> {
                            if (tree.name().equals("p:spTree")) {
                                shapes.read(tree);
                            }
                        })));
        SlideText text = new SlideText(deck, master, master.colours(null), "");
        for (PlacedShape placed : shapes.placed()) {
            write(placed, text);
        }
        links.references().remainingLinks(places.apply(""));
    }

    private void write(PlacedShape placed, SlideText text) throws IOException {
        SlidePlaceholder placeholder = placed.placeholder();
        if (placed.isMargin()) {
            boolean repeated = placeholder != null && placeholder.isRepeatedText();
            if (repeated && deck.isNew(placed.shape())) {
                text.write(placed, Layer.MASTER, Optional.empty());
            }
            return;
        }
        placed.recordPictures();
        if (!placed.shape().isSlideNumber()) {
            text.write(placed, Layer.SPEAKER_NOTE, Optional.empty());
        }
    }
}
