package dev.assay.priorwork.text;

/// Where sentences end, told by what stands between two words of one block.
final class Sentences {
    private static final String ENDS = ".!?\u2026\u3002\uff01\uff1f\u061f\u06d4\u0964";
    private static final int LONGEST_ABBREVIATION = 1;

    private Sentences() {}

    /// Whether a sentence ends between two words.
    ///
    /// @param end   one past the last character of the first word
    /// @param start first character of the second word
    static boolean isBetween(String text, int end, int start) {
        boolean ended = false;
        boolean space = false;
        int breaks = 0;
        for (int i = end; i < start; i++) {
            char at = text.charAt(i);
            if (ENDS.indexOf(at) >= 0) {
                ended = true;
                space = at > 0x7f;
            } else if (Character.isWhitespace(at)) {
                space = true;
                breaks += at == '\n' ? 1 : 0;
            }
        }
        if (breaks > 1) {
            return true;
        }
        return ended && space && !isInitial(text, end) && !Character.isLowerCase(text.codePointAt(start));
    }

    /// Whether a full stop after a word belongs to a single letter, as in a name's initials.
    private static boolean isInitial(String text, int end) {
        int from = end - LONGEST_ABBREVIATION;
        return from >= 0
                && end < text.length()
                && text.charAt(end) == '.'
                && Character.isUpperCase(text.charAt(from))
                && (from == 0 || !Character.isLetterOrDigit(text.charAt(from - 1)));
    }
}
