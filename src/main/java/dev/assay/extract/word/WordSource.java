package dev.assay.extract.word;

import dev.assay.extract.draft.DocumentDraft;
import dev.assay.extract.office.OfficePackage;
import dev.assay.extract.office.ThemeFonts;
import dev.assay.extract.xml.Markup;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamException;

/// What the stories of one text document share.
final class WordSource {
    private final DocumentDraft draft;
    private final WordStyles styles;
    private final ThemeFonts theme;
    private final WordPlaces places = new WordPlaces();
    private final Set<String> fonts = new LinkedHashSet<>();
    private final Set<String> headers = new LinkedHashSet<>();
    private final Set<String> footers = new LinkedHashSet<>();
    private final Map<String, List<String>> references = new HashMap<>();

    private boolean showsText;

    WordSource(OfficePackage source, String mainPart, DocumentDraft draft) throws IOException {
        this.draft = draft;
        this.theme = ThemeFonts.read(source, mainPart);
        this.styles = WordStyles.read(source, mainPart, theme);
    }

    DocumentDraft draft() {
        return draft;
    }

    WordStyles styles() {
        return styles;
    }

    ThemeFonts theme() {
        return theme;
    }

    WordPlaces places() {
        return places;
    }

    /// The names of the fonts that text was shown in, in order.
    Set<String> fonts() {
        return fonts;
    }

    void font(String name) {
        if (!name.isEmpty()) {
            fonts.add(name);
        }
    }

    /// Whether any text was shown, in whatever font.
    boolean showsText() {
        return showsText;
    }

    void textIsShown() {
        showsText = true;
    }

    /// The relationship ids of the headers, in the order in which sections name them.
    Set<String> headers() {
        return headers;
    }

    /// The relationship ids of the footers, in the order in which sections name them.
    Set<String> footers() {
        return footers;
    }

    /// Takes what the section properties at hand refer to.
    void sectionProperties(Markup properties) throws XMLStreamException, IOException {
        properties.each(property -> {
            if (property.name().equals("w:headerReference")) {
                headers.add(property.attribute("r:id", ""));
            } else if (property.name().equals("w:footerReference")) {
                footers.add(property.attribute("r:id", ""));
            }
        });
    }

    /// Notes under which headings a note or comment is referred to.
    void refer(String kind, String id, List<String> section) {
        references.putIfAbsent(kind + " " + id, section);
    }

    /// The headings under which a note or comment is referred to.
    List<String> referredFrom(String kind, String id) {
        return references.getOrDefault(kind + " " + id, List.of());
    }
}
