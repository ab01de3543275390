package dev.assay.check.confidentiality.personal;

/// Hides a value and keeps its length, so that a person who has the document recognises it and nobody else can fill
/// it in.
public final class Mask {
    private static final char HIDDEN = '\u2022';

    private Mask() {}

    /// Keeps some letters and digits at both ends, never more than half of them.
    public static String of(String value, int first, int last) {
        int all = (int) value.chars().filter(Character::isLetterOrDigit).count();
        boolean isShort = (first + last) * 2 > all;
        StringBuilder masked = new StringBuilder(value);
        int seen = 0;
        for (int i = 0; i < value.length(); i++) {
            char character = value.charAt(i);
            boolean counts = Character.isLetterOrDigit(character) || Character.isSurrogate(character);
            boolean kept = !isShort && (seen < first || seen >= all - last);
            if (counts && !kept) {
                masked.setCharAt(i, HIDDEN);
            }
            seen += counts ? 1 : 0;
        }
        return masked.toString();
    }

    /// The first letter and the last label of the domain stay.
    static String email(String value) {
        int at = value.indexOf('@');
        int dot = value.lastIndexOf('.');
        return value.charAt(0)
                + of(value.substring(1, at), 0, 0)
                + '@'
                + of(value.substring(at + 1, dot), 0, 0)
                + value.substring(dot);
    }
}
