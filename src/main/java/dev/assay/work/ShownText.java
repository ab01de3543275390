package dev.assay.work;

/// Writes out characters that hide or reorder others. It is put over a rendered page as a whole, so that no
/// text on it can be forgotten; markup has no such characters.
public final class ShownText {
    private ShownText() {}

    /// The text with line feeds and tabs as they are.
    public static String of(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            if (staysAsItIs(point)) {
                shown.appendCodePoint(point);
            } else {
                shown.append(ShownName.of(Character.toString(point)));
            }
        });
        return shown.toString();
    }

    /// Soft hyphens and zero-width joiners belong to ordinary writing; composing single characters would change
    /// the text.
    private static boolean staysAsItIs(int point) {
        return point == '\n'
                || point == '\t'
                || point == 0xAD
                || point == 0x200C
                || point == 0x200D
                || (Character.getType(point) != Character.CONTROL
                        && Character.getType(point) != Character.FORMAT
                        && Character.getType(point) != Character.LINE_SEPARATOR
                        && Character.getType(point) != Character.PARAGRAPH_SEPARATOR
                        && Character.getType(point) != Character.SURROGATE);
    }
}
