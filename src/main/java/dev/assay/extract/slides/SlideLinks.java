package dev.assay.extract.slides;

import dev.assay.document.Fact;
import dev.assay.document.Place;
import dev.assay.extract.office.References;
import dev.assay.extract.xml.Markup;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;

/// Where one part's shapes lead to: targets outside, other slides, custom shows, programs and macros.
final class SlideLinks {
    private static final String ACTION = "ppaction://";

    private final Deck deck;
    private final References references;
    private final Function<String, Place> places;

    /// @param places the place of a shape by its name; of the whole by an empty one
    SlideLinks(Deck deck, String part, Function<String, Place> places) throws IOException {
        this.deck = deck;
        this.references = new References(deck.source(), part, deck.draft());
        this.places = places;
    }

    Place place(String shape) {
        return places.apply(shape);
    }

    References references() {
        return references;
    }

    Deck deck() {
        return deck;
    }

    /// Records where the element at hand leads to, if anywhere.
    void at(Markup element, String shape) {
        Place place = place(shape);
        references.links(element, place);
        switch (element.name()) {
            case "a:hlinkClick", "a:hlinkHover", "a:hlinkMouseOver" -> action(element, place);
            default -> {}
        }
    }

    private void action(Markup link, Place place) {
        String action = link.attribute("action", "");
        if (!action.startsWith(ACTION)) {
            return;
        }
        String words = action.substring(ACTION.length());
        int question = words.indexOf('?');
        String query = question < 0 ? "" : words.substring(question + 1);
        switch (question < 0 ? words : words.substring(0, question)) {
            case "hlinksldjump" -> jump(link.attribute("r:id", ""), place);
            case "hlinkshowjump" -> inside(shown(parameter(query, "jump")), true, place);
            case "customshow" -> show(parameter(query, "id"), place);
            case "macro" -> active(Fact.ActiveContent.Kind.MACRO, parameter(query, "name"), place);
            case "program" ->
                active(
                        Fact.ActiveContent.Kind.LAUNCH_ACTION,
                        references.target(link.attribute("r:id", "")).orElse(""),
                        place);
            default -> {}
        }
    }

    private void jump(String id, Place place) {
        Optional<String> part = references.part(id, place);
        Optional<Integer> number = part.flatMap(deck::numberOf);
        inside(number.map(each -> "slide " + each).orElse(part.orElse("a slide")), number.isPresent(), place);
    }

    private void show(String id, Place place) {
        Presentation.Show show = deck.presentation().shows().get(id);
        inside("custom show " + (show == null ? id : show.name()), show != null, place);
    }

    private void inside(String target, boolean resolved, Place place) {
        deck.draft().fact(new Fact.InternalLink(target, resolved, place));
    }

    private void active(Fact.ActiveContent.Kind kind, String name, Place place) {
        deck.draft().fact(new Fact.ActiveContent(kind, name, place));
    }

    private static String shown(String jump) {
        return switch (jump) {
            case "nextslide" -> "next slide";
            case "previousslide" -> "previous slide";
            case "firstslide" -> "first slide";
            case "lastslide" -> "last slide";
            case "lastslideviewed" -> "last slide viewed";
            case "endshow" -> "end of the show";
            default -> jump;
        };
    }

    private static String parameter(String query, String name) {
        for (String each : query.split("&", -1)) {
            if (each.startsWith(name + "=")) {
                return each.substring(name.length() + 1);
            }
        }
        return "";
    }
}
