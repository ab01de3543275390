package dev.assay.extract.word;

import dev.assay.document.Fact;
import dev.assay.document.Place;
import dev.assay.extract.xml.Markup;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;

/// A form field of the older kind (`w:ffData`), which keeps a ticked box or a chosen entry apart from the text.
///
/// @param kind  as [Fact.FormField] names it
/// @param value what is ticked or chosen; empty for text, whose value is the field's result
/// @param shown what stands on the page for it; empty for text
record WordFormField(String name, String kind, String value, String shown) {
    private static final String UNTICKED = "\u2610";
    private static final String TICKED = "\u2612";

    static WordFormField read(Markup data) throws XMLStreamException, IOException {
        Parts parts = new Parts();
        data.each(parts::part);
        return parts.field();
    }

    /// The fact about it.
    ///
    /// @param result the text it shows
    Fact.FormField fact(String result, Place place) {
        return new Fact.FormField(name, kind, kind.equals(WordControl.TEXT) ? result : value, place);
    }

    private static final class Parts {
        private final List<String> entries = new ArrayList<>();
        private String name = "";
        private String kind = WordControl.TEXT;
        private boolean usual;
        private boolean ticked;
        private boolean said;
        private int chosen;

        private void part(Markup part) throws XMLStreamException, IOException {
            switch (part.name()) {
                case "w:name" -> name = part.attribute("w:val", "");
                case "w:checkBox" -> {
                    kind = WordControl.CHECK_BOX;
                    part.each(this::box);
                }
                case "w:ddList" -> {
                    kind = WordControl.CHOICE;
                    part.each(this::choice);
                }
                default -> {}
            }
        }

        private void box(Markup property) {
            if (property.name().equals("w:default")) {
                usual = property.flag("w:val", true);
            } else if (property.name().equals("w:checked")) {
                said = true;
                ticked = property.flag("w:val", true);
            }
        }

        private void choice(Markup property) {
            if (property.name().equals("w:result")) {
                chosen = property.number("w:val", 0);
            } else if (property.name().equals("w:listEntry")) {
                entries.add(property.attribute("w:val", ""));
            }
        }

        private WordFormField field() {
            return switch (kind) {
                case WordControl.CHECK_BOX -> {
                    boolean on = said ? ticked : usual;
                    yield new WordFormField(name, kind, on ? "checked" : "", on ? TICKED : UNTICKED);
                }
                case WordControl.CHOICE -> {
                    String entry = chosen >= 0 && chosen < entries.size() ? entries.get(chosen) : "";
                    yield new WordFormField(name, kind, entry, entry);
                }
                default -> new WordFormField(name, kind, "", "");
            };
        }
    }
}
