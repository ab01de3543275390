package dev.assay.check;

import dev.assay.document.Span;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A text made comparable, that knows where each character came from: white space as one space, ligatures and
/// composed characters in one form, typographic apostrophes and hyphens as plain ones, soft hyphens and
/// invisible characters left out, and one case unless case counts.
public final class FoldedText {
    private final boolean matchCase;
    private final StringBuilder folded;
    private int[] starts;
    private int[] ends;

    private FoldedText(String text, boolean matchCase) {
        this.matchCase = matchCase;
        folded = new StringBuilder(text.length());
        starts = new int[text.length() + 16];
        ends = new int[text.length() + 16];
        fold(text);
    }

    public static FoldedText of(String text, boolean matchCase) {
        return new FoldedText(text, matchCase);
    }

    /// Where a term stands as whole words, in order, as spans of the text that was given.
    ///
    /// @param term folded with the same regard to case
    public List<Span> find(FoldedText term) {
        String sought = term.toString();
        List<Span> spans = new ArrayList<>();
        if (sought.isBlank()) {
            return spans;
        }
        int at = folded.indexOf(sought);
        while (at >= 0) {
            int end = at + sought.length();
            if (bounded(at, end)) {
                spans.add(new Span(starts[at], ends[end - 1]));
            }
            at = folded.indexOf(sought, bounded(at, end) ? end : at + 1);
        }
        return spans;
    }

    /// Whether a term stands in the text as whole words.
    public boolean holds(FoldedText term) {
        return !find(term).isEmpty();
    }

    @Override
    public String toString() {
        return folded.toString();
    }

    private boolean bounded(int start, int end) {
        boolean opens = start == 0 || !isWord(folded.codePointBefore(start)) || !isWord(folded.codePointAt(start));
        return opens
                && (end == folded.length() || !isWord(folded.codePointAt(end)) || !isWord(folded.codePointBefore(end)));
    }

    private static boolean isWord(int point) {
        return Character.isLetterOrDigit(point) && !Character.isIdeographic(point);
    }

    private void fold(String text) {
        int at = 0;
        while (at < text.length()) {
            int end = clusterEnd(text, at);
            append(text, at, end);
            at = end;
        }
    }

    private static int clusterEnd(String text, int at) {
        int end = at + Character.charCount(text.codePointAt(at));
        while (end < text.length() && isMark(text.codePointAt(end))) {
            end += Character.charCount(text.codePointAt(end));
        }
        return end;
    }

    private static boolean isMark(int point) {
        return Character.getType(point) == Character.NON_SPACING_MARK;
    }

    private void append(String text, int start, int end) {
        char first = text.charAt(start);
        if (end == start + 1 && first < 0x80) {
            append(first, start, end);
            return;
        }
        String composed = Normalizer.normalize(text.substring(start, end), Normalizer.Form.NFKC);
        for (int i = 0; i < composed.length(); i++) {
            append(composed.charAt(i), start, end);
        }
    }

    private void append(char c, int start, int end) {
        boolean space = c == ' ' || Character.isWhitespace(c) || Character.isSpaceChar(c);
        if (space && !folded.isEmpty() && folded.charAt(folded.length() - 1) == ' ') {
            ends[folded.length() - 1] = end;
            return;
        }
        if (!space && (c < ' ' || c >= 0x7f) && isInvisible(c)) {
            return;
        }
        if (folded.length() == starts.length) {
            starts = Arrays.copyOf(starts, starts.length * 2);
            ends = Arrays.copyOf(ends, ends.length * 2);
        }
        starts[folded.length()] = start;
        ends[folded.length()] = end;
        folded.append(space ? ' ' : matchCase ? plain(c) : lower(c));
    }

    private static char lower(char c) {
        if (c < 0x80) {
            return c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
        }
        return Character.toLowerCase(Character.toUpperCase(plain(c)));
    }

    private static boolean isInvisible(char c) {
        return Character.getType(c) == Character.FORMAT
                || Character.isISOControl(c)
                || c == '\u034F'
                || (c >= '\uFE00' && c <= '\uFE0F');
    }

    private static char plain(char c) {
        return switch (c) {
            case '\u2018', '\u2019', '\u02BC' -> '\'';
            case '\u201C', '\u201D' -> '"';
            case '\u2010', '\u2011', '\u2212' -> '-';
            default -> c;
        };
    }
}
