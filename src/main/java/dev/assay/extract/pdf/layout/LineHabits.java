package dev.assay.extract.pdf.layout;

import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the lines of a document have in common, found out when it is first asked: which words they hold, whether
/// words are hyphenated at their ends, and whether a blank is drawn there.
final class LineHabits {
    private static final int MOST_WORDS = 500_000;
    private static final int LONG = 30;
    private static final double HYPHENATED = 0.025;
    private static final double BLANKS = 0.7;
    private static final int LEAST_LINES = 5;

    private final Collection<PdfPage> pages;
    private @Nullable Set<String> words;
    private int lines;
    private int broken;
    private int open;
    private int spaced;
    private boolean cut;

    LineHabits(Collection<PdfPage> pages) {
        this.pages = pages;
    }

    /// Whether a word stands somewhere, not broken at a line's end.
    ///
    /// @param word in small letters
    boolean knows(String word) {
        return words().contains(word);
    }

    /// Whether so many lines end with a hyphen as only hyphenation brings about.
    boolean hyphenates() {
        words();
        return broken >= lines * HYPHENATED;
    }

    /// Whether a blank is drawn after nearly all lines that a sentence goes on after.
    boolean drawsBlanks() {
        words();
        return open >= LEAST_LINES && spaced >= open * BLANKS;
    }

    private Set<String> words() {
        if (words == null) {
            Set<String> all = new HashSet<>();
            pages.forEach(page -> page.texts().forEach(text -> gather(text, all)));
            words = all;
        }
        return words;
    }

    private void gather(PlacedText line, Set<String> known) {
        String text = line.text();
        if (text.length() >= LONG) {
            boolean hyphen = LineEnds.isBroken(text);
            boolean goesOn = Character.isLetter(text.codePointBefore(text.length()));
            lines++;
            broken += hyphen ? 1 : 0;
            open += goesOn ? 1 : 0;
            spaced += goesOn && line.spaced() ? 1 : 0;
        }
        words(text, line.spaced(), known);
        cut = !line.spaced();
    }

    /// Takes words of a line, but none at its ends that may be part of one.
    private void words(String text, boolean whole, Set<String> known) {
        int start = 0;
        while (start < text.length() && known.size() < MOST_WORDS) {
            int end = start;
            while (end < text.length() && isOfWord(text.charAt(end))) {
                end++;
            }
            boolean part = (start == 0 && cut) || (end == text.length() && !whole);
            if (end - start >= 2 && !part && text.charAt(end - 1) != '-') {
                known.add(plain(text.substring(start, end)));
            }
            start = end + 1;
        }
    }

    /// A word in small letters, with a hyphen where it has one that does not break.
    static String plain(String word) {
        return word.toLowerCase(Locale.ROOT).replace('\u2011', '-');
    }

    static boolean isOfWord(char c) {
        return Character.isLetter(c) || c == '-' || c == '\u2011';
    }
}
