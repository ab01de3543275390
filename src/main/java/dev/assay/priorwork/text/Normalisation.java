package dev.assay.priorwork.text;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;

/// A text in the form in which it is compared: compatibility forms and case folded, invisible characters gone,
/// words joined that were hyphenated at a line's end. Every offset leads back to the text it came from.
public final class Normalisation {
    private final String text;
    private final int[] starts;
    private final int[] ends;

    private Normalisation(String text, int[] starts, int[] ends) {
        this.text = text;
        this.starts = starts;
        this.ends = ends;
    }

    /// The normal form of a text.
    public static Normalisation of(String original) {
        return new Builder(original).build();
    }

    public String text() {
        return text;
    }

    /// Where in the original the character at an offset of [#text] begins.
    public int start(int offset) {
        return starts[offset];
    }

    /// Where in the original the character at an offset of [#text] ends.
    public int end(int offset) {
        return ends[offset];
    }

    private static final class Builder {
        private final String original;
        private final StringBuilder normal = new StringBuilder();
        private int[] starts;
        private int[] ends;

        Builder(String original) {
            this.original = original;
            this.starts = new int[original.length() + 16];
            this.ends = new int[original.length() + 16];
        }

        Normalisation build() {
            int at = 0;
            while (at < original.length()) {
                at = step(at);
            }
            return new Normalisation(
                    normal.toString(), Arrays.copyOf(starts, normal.length()), Arrays.copyOf(ends, normal.length()));
        }

        private int step(int at) {
            int joined = afterHyphenation(at);
            if (joined > at) {
                return joined;
            }
            int point = original.codePointAt(at);
            int end = at + Character.charCount(point);
            if (Character.getType(point) == Character.FORMAT) {
                return end;
            }
            while (end < original.length() && isMark(original.codePointAt(end))) {
                end += Character.charCount(original.codePointAt(end));
            }
            append(folded(original.substring(at, end)), at, end);
            return end;
        }

        /// Where a word goes on that is divided at a line's end; else the same offset.
        private int afterHyphenation(int at) {
            char hyphen = original.charAt(at);
            if ((hyphen != '-' && hyphen != '\u2010' && hyphen != '\u00ad') || !isLetterBefore()) {
                return at;
            }
            int next = skipSpaces(at + 1);
            if (next >= original.length() || original.charAt(next) != '\n') {
                return at;
            }
            next = skipSpaces(next + 1);
            return next < original.length() && Character.isLowerCase(original.codePointAt(next)) ? next : at;
        }

        private boolean isLetterBefore() {
            return !normal.isEmpty() && Character.isLetter(normal.codePointBefore(normal.length()));
        }

        private int skipSpaces(int from) {
            int at = from;
            while (at < original.length()
                    && (original.charAt(at) == ' ' || original.charAt(at) == '\t' || original.charAt(at) == '\r')) {
                at++;
            }
            return at;
        }

        private void append(String piece, int start, int end) {
            int needed = normal.length() + piece.length();
            if (needed > starts.length) {
                starts = Arrays.copyOf(starts, needed * 2);
                ends = Arrays.copyOf(ends, needed * 2);
            }
            Arrays.fill(starts, normal.length(), needed, start);
            Arrays.fill(ends, normal.length(), needed, end);
            normal.append(piece);
        }

        private static boolean isMark(int point) {
            int type = Character.getType(point);
            return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
        }

        /// Upper case first, so that letters with several small forms become one.
        private static String folded(String cluster) {
            if (cluster.length() == 1 && cluster.charAt(0) < 0x80) {
                char single = cluster.charAt(0);
                return single >= 'A' && single <= 'Z' ? Character.toString(single + 32) : cluster;
            }
            String compatible =
                    Normalizer.normalize(cluster, Normalizer.Form.NFKC).replace('\u2019', '\'');
            return Normalizer.normalize(
                    compatible.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT), Normalizer.Form.NFKC);
        }
    }
}
