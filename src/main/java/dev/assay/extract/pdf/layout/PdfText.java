package dev.assay.extract.pdf.layout;

import java.text.Bidi;
import java.text.Normalizer;

/// The characters of PDF text: ligatures as letters, and from the order on paper to reading order.
public final class PdfText {
    private static final String OPENING = "([{\u00AB\u2039";
    private static final String CLOSING = ")]}\u00BB\u203A";

    private PdfText() {}

    /// What a glyph stands for as letters and single spaces: Latin ligatures and Arabic presentation forms as the
    /// letters they are made of, without control characters.
    public static String letters(String unicode) {
        if (isPlain(unicode)) {
            return unicode;
        }
        StringBuilder letters = new StringBuilder(unicode.length());
        for (int i = 0; i < unicode.length(); i++) {
            char c = unicode.charAt(i);
            if (isForm(c)) {
                letters.append(Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC));
            } else if (c == '\u00A0' || Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                letters.append(' ');
            } else if (!Character.isISOControl(c)) {
                letters.append(c);
            }
        }
        return letters.toString().isBlank()
                ? letters.isEmpty() ? "" : " "
                : letters.toString().strip();
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= ' ' || c >= '\u007F') {
                return false;
            }
        }
        return true;
    }

    private static boolean isForm(char c) {
        return (c >= '\uFB00' && c <= '\uFDFF') || (c >= '\uFE70' && c < '\uFEFF');
    }

    static boolean isRightToLeft(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            if (isRightToLeft(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    static boolean isRightToLeft(char c) {
        if (c < '\u0590') {
            return false;
        }
        byte direction = Character.getDirectionality(c);
        return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }

    /// From the order on paper to reading order.
    ///
    /// @param visual characters as they stand from left to right
    /// @return for each place in reading order the index in `visual`
    static int[] readingOrder(String visual) {
        Bidi bidi = new Bidi(visual, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
        int count = bidi.getRunCount();
        byte[] levels = new byte[count];
        Integer[] runs = new Integer[count];
        for (int i = 0; i < count; i++) {
            levels[i] = (byte) bidi.getRunLevel(i);
            runs[i] = i;
        }
        Bidi.reorderVisually(levels, 0, runs, 0, count);
        int[] order = new int[visual.length()];
        int at = 0;
        for (int run : runs) {
            int start = bidi.getRunStart(run);
            int end = bidi.getRunLimit(run);
            boolean reversed = (bidi.getRunLevel(run) & 1) == 1;
            for (int i = 0; i < end - start; i++) {
                order[at++] = reversed ? end - 1 - i : start + i;
            }
        }
        return order;
    }

    /// Brackets of right-to-left text, which many files map to what they look like on paper instead of what they
    /// mean: turned round where a pair would close before it opens.
    static void turnBrackets(StringBuilder logical) {
        int first = -1;
        boolean opens = false;
        for (int i = 0; i < logical.length(); i++) {
            boolean closing = CLOSING.indexOf(logical.charAt(i)) >= 0;
            boolean opening = OPENING.indexOf(logical.charAt(i)) >= 0;
            first = first < 0 && (closing || opening) ? i : first;
            opens |= opening;
        }
        if (first < 0 || !opens || CLOSING.indexOf(logical.charAt(first)) < 0) {
            return;
        }
        for (int i = 0; i < logical.length(); i++) {
            int closing = CLOSING.indexOf(logical.charAt(i));
            int opening = OPENING.indexOf(logical.charAt(i));
            if (closing >= 0) {
                logical.setCharAt(i, OPENING.charAt(closing));
            } else if (opening >= 0) {
                logical.setCharAt(i, CLOSING.charAt(opening));
            }
        }
    }
}
