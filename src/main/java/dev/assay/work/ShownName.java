package dev.assay.work;

import java.text.Normalizer;
import java.util.Locale;

/// A name that somebody outside chose, made safe to show: in a page, a letter, a log line or on a terminal.
///
/// The name is brought to Unicode form NFC, so that two spellings of one letter look and sort alike. Control
/// and format characters (line ends, escape sequences, the bidirectional controls of Unicode UAX 9, zero-width
/// characters), line and paragraph separators, unpaired surrogates, private and unassigned code points are
/// written as `[U+202E]`. A backslash stays as it is: what is shown is for reading, never for finding a file.
/// Escaping for HTML remains the template's.
public final class ShownName {
    private ShownName() {}

    /// The name as it may be shown.
    public static String of(String name) {
        StringBuilder shown = new StringBuilder(name.length());
        Normalizer.normalize(name, Normalizer.Form.NFC).codePoints().forEach(point -> append(shown, point));
        return shown.toString();
    }

    private static void append(StringBuilder shown, int point) {
        if (isPlain(point)) {
            shown.appendCodePoint(point);
        } else {
            shown.append(String.format(Locale.ROOT, "[U+%04X]", point));
        }
    }

    private static boolean isPlain(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
