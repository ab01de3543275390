package dev.assay.extract.workbook;

import dev.assay.extract.xml.Markup;
import java.io.IOException;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamException;

/// Reads a paragraph of OpenDocument as it is shown: spaces in a row are one, others are elements (6.1.2 to
/// 6.1.5).
final class OpenText {
    private static final int MOST_SPACES = 1_000;

    private OpenText() {}

    /// The text of a `text:p` or `text:h`.
    ///
    /// @param links takes where its links lead
    static String line(Markup paragraph, Consumer<String> links) throws XMLStreamException, IOException {
        StringBuilder text = new StringBuilder();
        paragraph.eachInside(inside -> element(inside, text, links), characters -> append(characters, text));
        return text.toString().strip();
    }

    private static void element(Markup inside, StringBuilder text, Consumer<String> links)
            throws XMLStreamException, IOException {
        switch (inside.name()) {
            case "text:s" -> text.repeat(' ', Math.clamp(inside.number("text:c", 1), 0, MOST_SPACES));
            case "text:tab" -> text.append('\t');
            case "text:line-break" -> text.append('\n');
            case "text:a" -> links.accept(inside.attribute("xlink:href", ""));
            // The reading of a word above it, and what hangs at a place in the text, are no part of it.
            case "text:ruby-text", "office:annotation", "text:note" -> inside.text();
            default -> {}
        }
    }

    private static void append(String characters, StringBuilder text) {
        for (int i = 0; i < characters.length(); i++) {
            char c = characters.charAt(i);
            boolean space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
            boolean again = space && !text.isEmpty() && Character.isWhitespace(text.charAt(text.length() - 1));
            if (!again) {
                text.append(space ? ' ' : c);
            }
        }
    }
}
