package dev.assay.extract.pdf.layout;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Joins the lines of a paragraph so that a word broken at a line's end reads as one word, as it does in the file
/// it was made from.
///
/// A hyphen at a line's end goes where the rest of the document writes the word in one, and stays where it writes
/// it with a hyphen or knows both parts as words. Where the document says nothing it goes if many lines end so, as
/// only hyphenation does, unless a capital letter or a figure follows. A word cut without a hyphen is told by the
/// blank that the file draws after all other lines.
public final class LineEnds {
    private static final String HYPHENS = "-\u2010\u2011\u00AD";
    private static final Pattern SUSPENDED = Pattern.compile("(?:and|or|to|und|oder|bis|et|ou|y|o|e|en|of)\\b.*");
    private static final int LEAST_PART = 3;

    private final LineHabits habits;

    /// @param pages where the document's other words are found
    public LineEnds(Collection<PdfPage> pages) {
        this.habits = new LineHabits(pages);
    }

    /// The lines as one text.
    public PlacedText join(List<PlacedText> lines) {
        if (lines.isEmpty()) {
            return PlacedText.EMPTY;
        }
        if (lines.size() == 1) {
            return lines.getFirst();
        }
        float right = 0;
        for (PlacedText line : lines) {
            right = Math.max(right, line.right());
        }
        PlacedText.Builder joined = new PlacedText.Builder();
        for (int i = 0; i < lines.size(); i++) {
            PlacedText line = lines.get(i);
            String next = i + 1 < lines.size() ? lines.get(i + 1).text() : "";
            switch (end(line, next, right)) {
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

    private End end(PlacedText placed, String next, float right) {
        String line = placed.text();
        if (next.isEmpty() || line.isEmpty()) {
            return End.NOTHING;
        }
        int last = line.codePointBefore(line.length());
        int first = next.codePointAt(0);
        if (line.length() > 1 && HYPHENS.indexOf(last) >= 0) {
            return hyphen(line, next);
        }
        boolean range = last == '\u2013' && line.length() > 1 && Character.isDigit(line.charAt(line.length() - 2));
        boolean solid = (range && Character.isDigit(first)) || (isEastAsian(last) && isEastAsian(first));
        return solid || isCut(placed, next, right) ? End.NOTHING : End.SPACE;
    }

    /// Whether a word was cut where there was no more room: no blank follows, though one follows other lines.
    private boolean isCut(PlacedText line, String next, float right) {
        return !line.spaced()
                && line.right() + line.letter() > right
                && Character.isLetter(line.text().codePointBefore(line.text().length()))
                && !PdfText.isRightToLeft(line.text())
                && habits.drawsBlanks()
                && isOneWord(lastWord(line.text() + "-"), next);
    }

    /// Whether the end of one line and the start of the next look like parts of a word.
    private boolean isOneWord(String first, String next) {
        if (Character.isDigit(next.codePointAt(0))) {
            return first.length() < LEAST_PART && isCapitals(first + first);
        }
        String second = firstWord(next);
        if (second.isEmpty() || habits.knows(LineHabits.plain(first + second))) {
            return !second.isEmpty();
        }
        boolean capital = Character.isUpperCase(second.codePointAt(0));
        boolean known = habits.knows(LineHabits.plain(first)) && habits.knows(LineHabits.plain(second));
        return capital ? second.length() < LEAST_PART && isCapitals(first + first) : !known;
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
        String first = lastWord(line);
        String second = firstWord(next);
        if (!Character.isLetter(before)
                || !(Character.isLowerCase(after) || (isCapitals(first) && isCapitals(second)))) {
            return End.NOTHING;
        }
        if (SUSPENDED.matcher(next).matches()) {
            return End.SPACE;
        }
        return isCompound(LineHabits.plain(first), LineHabits.plain(second)) ? End.NOTHING : End.WITHOUT_HYPHEN;
    }

    private static boolean isCapitals(String word) {
        return word.length() > 1 && word.equals(word.toUpperCase(Locale.ROOT));
    }

    private boolean isCompound(String first, String second) {
        if (habits.knows(first + second)) {
            return false;
        }
        boolean parts = first.length() >= LEAST_PART
                && second.length() >= LEAST_PART
                && habits.knows(first)
                && habits.knows(second);
        return parts || first.indexOf('-') >= 0 || habits.knows(first + "-" + second) || !habits.hyphenates();
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
        while (start > 0 && LineHabits.isOfWord(line.charAt(start - 1))) {
            start--;
        }
        return line.substring(start, end);
    }

    private static String firstWord(String line) {
        int end = 0;
        while (end < line.length() && LineHabits.isOfWord(line.charAt(end))) {
            end++;
        }
        return line.endsWith("-") && end == line.length() ? line.substring(0, end - 1) : line.substring(0, end);
    }
}
