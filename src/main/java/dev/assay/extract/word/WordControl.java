package dev.assay.extract.word;

import dev.assay.document.Fact;
import dev.assay.document.Place;
import dev.assay.document.Span;
import dev.assay.extract.xml.Markup;
import java.io.IOException;
import javax.xml.stream.XMLStreamException;

/// A content control or form field being read: what is filled in where a person is asked to.
final class WordControl {
    private static final int LONGEST_VALUE = 1_000;
    static final String TEXT = "text";
    static final String CHECK_BOX = "check box";
    static final String CHOICE = "choice";

    private final Place place;
    private String name = "";
    private String kind = "";
    private boolean placeholder;
    private boolean checked;

    WordControl(Place place) {
        this.place = place;
    }

    /// Takes one of the properties of a content control (`w:sdtPr`).
    void property(Markup property) throws XMLStreamException, IOException {
        switch (property.name()) {
            case "w:alias" -> name = property.attribute("w:val", "");
            case "w:tag" -> name = name.isEmpty() ? property.attribute("w:val", "") : name;
            case "w:showingPlcHdr" -> placeholder = property.flag("w:val", true);
            case "w:text" -> kind = TEXT;
            case "w:date" -> kind = "date";
            case "w:comboBox", "w:dropDownList" -> kind = CHOICE;
            case "w:picture" -> kind = "picture";
            case "w14:checkbox" -> {
                kind = CHECK_BOX;
                property.each(each -> checked |= each.name().equals("w14:checked") && each.flag("w14:val", false));
            }
            default -> {}
        }
    }

    /// Has the control recorded, where it is one to be filled in: a control that only marks a stretch of text is
    /// not. Its value is the text it shows, and none where it shows what to fill in.
    void record(Mark start, Mark end, WordSource shared) {
        if (kind.isEmpty() && !placeholder) {
            return;
        }
        shared.late().add(start, end, span -> {
            String shown = kind.equals(CHECK_BOX) ? checked ? "checked" : "" : value(span, shared);
            return new Fact.FormField(name, kind.isEmpty() ? TEXT : kind, placeholder ? "" : shown, place);
        });
    }

    /// What is written at a span, in one line and not longer than a person fills in.
    static String value(Span span, WordSource shared) {
        int end = Math.min(span.end(), span.start() + LONGEST_VALUE);
        return shared.draft()
                .text(new Span(span.start(), end))
                .replace('\n', ' ')
                .replace('\t', ' ');
    }
}
