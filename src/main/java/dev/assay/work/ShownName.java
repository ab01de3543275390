package dev.assay.work;

import java.text.Normalizer;
import java.util.Locale;

/// How a name from outside is shown: composed (NFC), with characters that hide or reorder others written out by
/// code point in braces, so that a name looks like what it is.
public final class ShownName {
    private ShownName() {}

    /// The name as people see it.
    public static String of(String name) {
        StringBuilder shown = new StringBuilder(name.length());
        Normalizer.normalize(name, Normalizer.Form.NFC).codePoints().forEach(point -> append(shown, point));
        return shown.toString();
    }

    private static void append(StringBuilder shown, int point) {
        if (hides(point)) {
            shown.append("\\u{")
                    .append(Integer.toHexString(point).toUpperCase(Locale.ROOT))
                    .append('}');
        } else {
            shown.appendCodePoint(point);
        }
    }

    /// Whether a character acts on others, or cannot be seen: controls, line and paragraph separators, format
    /// characters (bidirectional controls, zero-width characters, byte order marks) and lone surrogates.
    private static boolean hides(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> true;
            default -> false;
        };
    }
}
