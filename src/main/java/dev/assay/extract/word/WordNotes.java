package dev.assay.extract.word;

import dev.assay.document.Fact;
import dev.assay.document.Place;
import dev.assay.extract.draft.DocumentDraft;
import dev.assay.extract.xml.Markup;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamException;

/// The footnotes and endnotes of a document: where they are referred to and the number each is shown with.
///
/// The mark in the running text is not part of the text, where it would stick to a word or a figure; the number
/// before the note itself is. Notes that begin again on every page have no number here, since nothing is known
/// of pages.
final class WordNotes {
    private static final String DECIMAL = "decimal";

    private final List<Reference> references = new ArrayList<>();
    private final Map<String, Reference> byNote = new HashMap<>();
    private final Map<String, String> numbers = new HashMap<>();
    private final Map<String, Style> documentStyles = new HashMap<>();
    private final Map<String, Style> sectionStyles = new HashMap<>();
    private final Set<String> found = new HashSet<>();
    private int section;

    /// Takes `w:footnotePr` or `w:endnotePr` of the document.
    void documentStyle(Markup properties) throws XMLStreamException, IOException {
        documentStyles.put(kind(properties), Style.read(properties));
    }

    /// Takes `w:footnotePr` or `w:endnotePr` of the section that ends.
    void sectionStyle(Markup properties) throws XMLStreamException, IOException {
        sectionStyles.put(kind(properties) + section, Style.read(properties));
    }

    void nextSection() {
        section++;
    }

    /// Takes a reference in the text.
    ///
    /// @param kind      `footnote` or `endnote`
    /// @param reference the element at hand
    void refer(String kind, Markup reference, Place.Paragraph place) {
        String id = reference.attribute("w:id", "");
        boolean marked = reference.flag("w:customMarkFollows", false);
        Reference added = new Reference(kind, id, section, marked, place);
        if (byNote.putIfAbsent(kind + id, added) == null) {
            references.add(added);
        }
    }

    /// The headings under which a note is referred to.
    List<String> referredFrom(String kind, String id) {
        Reference reference = byNote.get(kind + id);
        return reference == null ? List.of() : reference.place.section();
    }

    /// The number a note is shown with, once all references are known; empty where it has none.
    String number(String kind, String id) {
        if (numbers.isEmpty()) {
            count();
        }
        found.add(kind + id);
        return numbers.getOrDefault(kind + id, "");
    }

    /// Records the references as links, when all notes have been read.
    void record(DocumentDraft draft) {
        for (Reference each : references) {
            String number = numbers.getOrDefault(each.kind + each.id, "");
            String target = number.isEmpty() ? each.kind : each.kind + " " + number;
            draft.fact(new Fact.InternalLink(target, found.contains(each.kind + each.id), each.place));
        }
    }

    private void count() {
        Map<String, Integer> next = new HashMap<>();
        Map<String, Integer> sections = new HashMap<>();
        for (Reference each : references) {
            Style style = style(each);
            boolean begins = style.restart.equals("eachSect") && sections.getOrDefault(each.kind, 0) != each.section;
            if (begins) {
                next.remove(each.kind);
            }
            sections.put(each.kind, each.section);
            if (!each.marked) {
                int number = next.getOrDefault(each.kind, style.start);
                next.put(each.kind, number + 1);
                boolean known = !style.restart.equals("eachPage");
                numbers.put(each.kind + each.id, known ? Numeral.of(style.format, number) : "");
            }
        }
    }

    private Style style(Reference reference) {
        Style ofDocument = documentStyles.getOrDefault(reference.kind, Style.usual(reference.kind));
        return sectionStyles.getOrDefault(reference.kind + reference.section, ofDocument);
    }

    private static String kind(Markup properties) {
        return properties.name().equals("w:endnotePr") ? "endnote" : "footnote";
    }

    private record Reference(String kind, String id, int section, boolean marked, Place.Paragraph place) {}

    /// How notes are numbered.
    private static final class Style {
        private String format = DECIMAL;
        private String restart = "continuous";
        private int start = 1;

        private static Style usual(String kind) {
            Style style = new Style();
            style.format = kind.equals("endnote") ? "lowerRoman" : DECIMAL;
            return style;
        }

        private static Style read(Markup properties) throws XMLStreamException, IOException {
            Style style = usual(kind(properties));
            properties.each(property -> {
                switch (property.name()) {
                    case "w:numFmt" -> style.format = property.attribute("w:val", DECIMAL);
                    case "w:numStart" -> style.start = property.number("w:val", 1);
                    case "w:numRestart" -> style.restart = property.attribute("w:val", "continuous");
                    default -> {}
                }
            });
            return style;
        }
    }
}
