package dev.assay.extract.slides;

import dev.assay.document.Place;
import dev.assay.extract.draft.DocumentDraft;
import dev.assay.extract.office.OfficePackage;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the slides of one presentation share.
final class Deck {
    private final OfficePackage source;
    private final String main;
    private final DocumentDraft draft;
    private final Presentation presentation;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final SlideTemplates templates = new SlideTemplates(this);
    private final Map<String, String> authors = new HashMap<>();
    private final Set<String> fonts = new LinkedHashSet<>();
    private final Set<String> repeated = new HashSet<>();

    Deck(OfficePackage source, String main, DocumentDraft draft, Presentation presentation) {
        this.source = source;
        this.main = main;
        this.draft = draft;
        this.presentation = presentation;
    }

    OfficePackage source() {
        return source;
    }

    /// The name of the main part.
    String main() {
        return main;
    }

    DocumentDraft draft() {
        return draft;
    }

    Presentation presentation() {
        return presentation;
    }

    SlideTemplates templates() {
        return templates;
    }

    /// Gives a slide's part its number, counted from 1.
    void number(String part, int number) {
        numbers.putIfAbsent(part.toLowerCase(Locale.ROOT), number);
    }

    /// The number of a slide's part; empty where it is not shown.
    Optional<Integer> numberOf(String part) {
        return Optional.ofNullable(numbers.get(part.toLowerCase(Locale.ROOT)));
    }

    /// The number that a slide shows of itself.
    String shownNumber(int slide) {
        return String.valueOf(presentation.firstNumber() + slide - 1);
    }

    void font(String name) {
        if (!name.isEmpty()) {
            fonts.add(name);
        }
    }

    /// The fonts that text is shown in, in order of their first use.
    Set<String> fonts() {
        return fonts;
    }

    /// Remembers a shape that slides repeat, such as a footer or a logo, by what it says.
    ///
    /// @return whether it was not remembered before
    boolean isNew(SlideShape shape) {
        String words = shape.words();
        return repeated.add(words.isEmpty() ? shape.description() : words);
    }

    /// The name of a comment's author; empty where the file does not say.
    String author(String id) throws IOException {
        if (authors.isEmpty()) {
            authors.put("", "");
            for (String kind : new String[] {"commentAuthors", "authors"}) {
                for (String part : source.targets(main, kind)) {
                    source.read(
                            part,
                            Place.Whole::new,
                            all -> all.each(
                                    each -> authors.putIfAbsent(each.attribute("id", ""), each.attribute("name", ""))));
                }
            }
        }
        return authors.getOrDefault(id, "");
    }
}
