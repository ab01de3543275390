package dev.assay.extract.slides;

import dev.assay.document.Place;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The layouts and masters of a presentation, each read when it is first asked for.
final class SlideTemplates {
    private final Deck deck;
    private final Map<String, SlideTemplate> byPart = new HashMap<>();

    SlideTemplates(Deck deck) {
        this.deck = deck;
    }

    /// The layout a slide refers to, with its master; one that says nothing where there is none.
    ///
    /// @param places the place of a shape by its name, where the layout is first read
    SlideTemplate ofSlide(String slide, Function<String, Place> places) throws IOException {
        List<String> layouts = deck.source().targets(slide, "slideLayout");
        return layouts.isEmpty() ? none() : layout(layouts.getFirst(), places);
    }

    /// The master a notes page refers to; one that says nothing where there is none.
    SlideTemplate ofNotes(String notes, Function<String, Place> places) throws IOException {
        List<String> masters = deck.source().targets(notes, "notesMaster");
        return masters.isEmpty() ? none() : master(masters.getFirst(), places);
    }

    /// Writes what the layouts and masters hold that no slide shows.
    void writeUnshown() throws IOException {
        for (String master : deck.source().targets(deck.main(), "slideMaster")) {
            master(master, inside(master)).write(inside(master), false);
            for (String layout : deck.source().targets(master, "slideLayout")) {
                layout(layout, inside(layout)).write(inside(layout), false);
            }
        }
        for (String kind : new String[] {"notesMaster", "handoutMaster"}) {
            for (String master : deck.source().targets(deck.main(), kind)) {
                master(master, inside(master)).write(inside(master), false);
            }
        }
    }

    /// The place of what no slide shows.
    static Function<String, Place> inside(String part) {
        return shape -> new Place.Part(part, new Place.Whole());
    }

    private SlideTemplate layout(String layout, Function<String, Place> places) throws IOException {
        List<String> masters = deck.source().targets(layout, "slideMaster");
        SlideTemplate master = masters.isEmpty() ? null : master(masters.getFirst(), places);
        return known(layout, master, places);
    }

    private SlideTemplate master(String master, Function<String, Place> places) throws IOException {
        return known(master, null, places);
    }

    private SlideTemplate none() throws IOException {
        SlideTemplate found = byPart.get("");
        if (found == null) {
            found = new SlideTemplate(deck, deck.main(), null, inside(deck.main()));
            byPart.put("", found);
        }
        return found;
    }

    private SlideTemplate known(String part, @Nullable SlideTemplate master, Function<String, Place> places)
            throws IOException {
        SlideTemplate found = byPart.get(part);
        if (found == null) {
            found = new SlideTemplate(deck, part, master, places);
            byPart.put(part, found);
            found.read();
        }
        return found;
    }
}
