package dev.assay.extract.render;

import dev.assay.work.ShownText;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;

/// Writes a frame's markup: whatever is given as text stays text, characters that hide or reorder others are
/// written out, and what [FrameHtml] does not allow is a bug.
final class FrameWriter {
    private final StringBuilder out = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /// Opens an element.
    ///
    /// @param attributes names and values in turn
    FrameWriter open(String element, String... attributes) {
        if (!FrameHtml.isElement(element)) {
            throw new IllegalStateException("Frames have no element " + element);
        }
        out.append('<').append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            String value = escaped(attributes[i + 1]).replace('\n', ' ').replace('\t', ' ');
            if (!FrameHtml.isAttribute(element, attributes[i], value)) {
                throw new IllegalStateException("Frames have no attribute " + attributes[i] + " of this form");
            }
            out.append(' ').append(attributes[i]).append("=\"").append(value).append('"');
        }
        out.append('>');
        open.push(element);
        return this;
    }

    FrameWriter text(String words) {
        out.append(escaped(words));
        return this;
    }

    FrameWriter close() {
        out.append("</").append(open.pop()).append('>');
        return this;
    }

    /// An element that holds a text only.
    FrameWriter element(String element, String words, String... attributes) {
        return open(element, attributes).text(words).close();
    }

    /// Begins a new line of the source; nothing is seen of it.
    FrameWriter line() {
        out.append('\n');
        return this;
    }

    int length() {
        return out.length();
    }

    String finish() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("Not closed: " + open);
        }
        return out.append('\n').toString();
    }

    /// A number as it may stand in an attribute.
    static String number(double value) {
        double bounded = Double.isFinite(value) ? Math.clamp(value, -999_999, 999_999) : 0;
        String text = String.format(Locale.ROOT, "%.2f", bounded == 0 ? 0 : bounded);
        return text.endsWith(".00") ? text.substring(0, text.length() - 3) : text;
    }

    private static String escaped(String words) {
        return ShownText.of(words)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
