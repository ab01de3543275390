package dev.assay.extract.pdf;

import java.text.Bidi;
import java.text.Normalizer;

/// The characters of a line: from the order on paper to reading order, and ligatures as letters.
final class PdfText {
    private PdfText() {}

    static boolean isRightToLeft(String text) {
        return text.chars().anyMatch(c -> {
            byte direction = Character.getDirectionality(c);
            return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                    || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
        });
    }

    /// A line as its glyphs stand from left to right, in reading order.
    static String logical(String visual) {
        String letters = decompose(visual);
        if (!isRightToLeft(letters)) {
            return letters;
        }
        Bidi bidi = new Bidi(letters, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
        int count = bidi.getRunCount();
        byte[] levels = new byte[count];
        Integer[] runs = new Integer[count];
        for (int i = 0; i < count; i++) {
            levels[i] = (byte) bidi.getRunLevel(i);
            runs[i] = i;
        }
        Bidi.reorderVisually(levels, 0, runs, 0, count);
        StringBuilder logical = new StringBuilder(letters.length());
        for (int run : runs) {
            String part = letters.substring(bidi.getRunStart(run), bidi.getRunLimit(run));
            logical.append((levels[run] & 1) == 1 ? new StringBuilder(part).reverse() : part);
        }
        return logical.toString();
    }

    /// Latin ligatures and Arabic presentation forms as the letters they stand for.
    private static String decompose(String text) {
        StringBuilder letters = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean form = (c >= '\uFB00' && c <= '\uFDFF') || (c >= '\uFE70' && c < '\uFEFF');
            if (form) {
                String plain = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC);
                letters.append(c >= '\uFB1D' ? new StringBuilder(plain).reverse() : plain);
            } else {
                letters.append(c == '\u00A0' ? ' ' : c);
            }
        }
        return letters.toString();
    }
}
