package dev.assay.extract.pdf.layout;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Joins the lines of a paragraph so that a word broken at a line's end reads as one word, as it does in the file
/// it was made from.
///
/// A hyphen at a line's end goes where the rest of the document writes the word in one, and stays where it writes
/// it with a hyphen or knows both parts as words. Where the document says nothing it goes, unless a capital letter
/// or a figure follows.
public final class LineEnds {
    private static final String HYPHENS = "-\u2010\u2011\u00AD";
    private static final Pattern SUSPENDED = Pattern.compile("(?:and|or|to|und|oder|bis|et|ou|y|o|e|en|of)\\b.*");
    private static final int LEAST_PART = 3;
    private static final int MOST_WORDS = 500_000;

    private final Collection<PdfPage> pages;
    private @Nullable Set<String> words;

    /// @param pages where the document's other words are found
    public LineEnds(Collection<PdfPage> pages) {
        this.pages = pages;
    }

    /// The lines as one text.
    public PlacedText join(List<PlacedText> lines) {
        if (lines.isEmpty()) {
            return PlacedText.EMPTY;
        }
        if (lines.size() == 1) {
            return lines.getFirst();
        }
        PlacedText.Builder joined = new PlacedText.Builder();
        for (int i = 0; i < lines.size(); i++) {
            PlacedText line = lines.get(i);
            String next = i + 1 < lines.size() ? lines.get(i + 1).text() : "";
            switch (end(line.text(), next)) {
                case SPACE -> joined.append(line).space();
                case NOTHING -> joined.append(line);
                case WITHOUT_HYPHEN -> joined.append(line, 0, line.text().length() - 1);
            }
        }
        return joined.build();
    }

    /// What comes between two lines.
    private enum End {
        SPACE,
        NOTHING,
        WITHOUT_HYPHEN
    }

    private End end(String line, String next) {
        if (next.isEmpty()) {
            return End.NOTHING;
        }
        int last = line.codePointBefore(line.length());
        int first = next.codePointAt(0);
        if (line.length() > 1 && HYPHENS.indexOf(last) >= 0) {
            return hyphen(line, next);
        }
        boolean range = last == '\u2013' && line.length() > 1 && Character.isDigit(line.charAt(line.length() - 2));
        boolean solid = (range && Character.isDigit(first)) || (isEastAsian(last) && isEastAsian(first));
        return solid ? End.NOTHING : End.SPACE;
    }

    /// Whether a line ends in the middle of a word.
    static boolean isBroken(String line) {
        return line.length() > 1
                && HYPHENS.indexOf(line.charAt(line.length() - 1)) >= 0
                && Character.isLetterOrDigit(line.codePointBefore(line.length() - 1));
    }

    private End hyphen(String line, String next) {
        int before = line.codePointBefore(line.length() - 1);
        int after = next.codePointAt(0);
        if (!Character.isLetterOrDigit(before) || !Character.isLetterOrDigit(after)) {
            return End.SPACE;
        }
        if (line.endsWith("\u00AD")) {
            return End.WITHOUT_HYPHEN;
        }
        boolean sameCase =
                Character.isLowerCase(after) || (Character.isUpperCase(before) && Character.isUpperCase(after));
        if (!Character.isLetter(before) || !sameCase) {
            return End.NOTHING;
        }
        if (SUSPENDED.matcher(next).matches()) {
            return End.SPACE;
        }
        return isCompound(lastWord(line), firstWord(next)) ? End.NOTHING : End.WITHOUT_HYPHEN;
    }

    private boolean isCompound(String first, String second) {
        Set<String> known = known();
        if (known.contains(first + second)) {
            return false;
        }
        boolean parts = first.length() >= LEAST_PART
                && second.length() >= LEAST_PART
                && known.contains(first)
                && known.contains(second);
        return first.indexOf('-') >= 0 || known.contains(first + "-" + second) || parts;
    }

    private static boolean isEastAsian(int point) {
        return Character.isIdeographic(point)
                || (point >= 0x3000 && point <= 0x30FF)
                || (point >= 0xFF00 && point <= 0xFF60);
    }

    /// The word before a hyphen at a line's end.
    private static String lastWord(String line) {
        int end = line.length() - 1;
        int start = end;
        while (start > 0 && isOfWord(line.charAt(start - 1))) {
            start--;
        }
        return plain(line.substring(start, end));
    }

    private static String firstWord(String line) {
        int end = 0;
        while (end < line.length() && isOfWord(line.charAt(end))) {
            end++;
        }
        String word = plain(line.substring(0, end));
        return word.endsWith("-") ? word.substring(0, end - 1) : word;
    }

    private static String plain(String word) {
        return word.toLowerCase(Locale.ROOT).replace('\u2011', '-');
    }

    private static boolean isOfWord(char c) {
        return Character.isLetter(c) || c == '-' || c == '\u2011';
    }

    /// All words that are not broken at a line's end, in small letters.
    private Set<String> known() {
        if (words == null) {
            Set<String> all = new HashSet<>();
            pages.forEach(page -> page.texts().forEach(text -> gather(text, all)));
            words = all;
        }
        return words;
    }

    private static void gather(String line, Set<String> known) {
        int start = 0;
        while (start < line.length() && known.size() < MOST_WORDS) {
            int end = start;
            while (end < line.length() && isOfWord(line.charAt(end))) {
                end++;
            }
            if (end - start >= 2 && line.charAt(end - 1) != '-') {
                known.add(plain(line.substring(start, end)));
            }
            start = end + 1;
        }
    }
}
