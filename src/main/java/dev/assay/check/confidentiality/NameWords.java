package dev.assay.check.confidentiality;

import dev.assay.document.Lookalikes;
import dev.assay.document.Span;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The words of a text as names are compared: without case, accents and invisible characters, letters of other
/// alphabets as the Latin ones they look like, words joined that were divided at a line's end. An apostrophe
/// within a word belongs to it, an ideograph is a word by itself, and so is an ampersand.
final class NameWords {
    private static final String AMPERSAND = "&";

    private final String text;
    private final List<Word> words = new ArrayList<>();
    private final StringBuilder open = new StringBuilder();
    private int start;
    private int end;

    private NameWords(String text) {
        this.text = text;
    }

    /// A word and where it stands.
    record Word(String folded, Span span) {}

    static List<Word> of(String text) {
        NameWords read = new NameWords(text);
        int at = 0;
        while (at < text.length()) {
            at = read.step(at);
        }
        read.close();
        return read.words;
    }

    private int step(int at) {
        int point = text.codePointAt(at);
        int next = at + Character.charCount(point);
        if (isInvisible(point)) {
            return next;
        }
        if (Character.isIdeographic(point) || point == '&') {
            close();
            add(point, at, next);
            close();
            return next;
        }
        if (isPart(point) || (isApostrophe(point) && !open.isEmpty() && isPartAt(next))) {
            add(isApostrophe(point) ? '\'' : point, at, next);
            return next;
        }
        if ((point == '-' || point == '\u2010') && !open.isEmpty() && goesOn(next) > next) {
            return goesOn(next);
        }
        close();
        return next;
    }

    /// Where a word goes on that a hyphen divides at a line's end; else the same offset.
    private int goesOn(int from) {
        int at = from;
        boolean line = false;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            line |= text.charAt(at) == '\n' || text.charAt(at) == '\r';
            at++;
        }
        return line && at < text.length() && Character.isLowerCase(text.codePointAt(at)) ? at : from;
    }

    private boolean isPartAt(int at) {
        return at < text.length() && isPart(text.codePointAt(at));
    }

    private static boolean isPart(int point) {
        return Character.isLetterOrDigit(point) || Character.getType(point) == Character.NON_SPACING_MARK;
    }

    private static boolean isApostrophe(int point) {
        return point == '\'' || point == '\u2019' || point == '\u02BC' || point == '\u2018';
    }

    private static boolean isInvisible(int point) {
        return Character.getType(point) == Character.FORMAT
                || point == '\u034F'
                || (point >= '\uFE00' && point <= '\uFE0F');
    }

    private void add(int point, int from, int to) {
        if (open.isEmpty()) {
            start = from;
        }
        end = to;
        open.appendCodePoint(point);
    }

    private void close() {
        if (!open.isEmpty()) {
            words.add(new Word(folded(open.toString()), new Span(start, end)));
            open.setLength(0);
        }
    }

    private static String folded(String word) {
        String conjunction = word.toLowerCase(Locale.ROOT);
        return switch (conjunction) {
            case "and", "und", "et", "y", "e", "en", "och", "og", "\u0438" -> AMPERSAND;
            default -> unmarked(Lookalikes.latin(Normalizer.normalize(word, Normalizer.Form.NFKC)));
        };
    }

    private static String unmarked(String word) {
        String decomposed =
                Normalizer.normalize(word.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        return decomposed
                .codePoints()
                .filter(point -> Character.getType(point) != Character.NON_SPACING_MARK)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
