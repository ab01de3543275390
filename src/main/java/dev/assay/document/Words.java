package dev.assay.document;

import java.util.ArrayList;
import java.util.List;

/// Words: runs of letters, marks and digits, joined by single apostrophes, hyphens, points or commas inside
/// (`don't`, `well-known`, `3.5`), and each ideograph by itself.
public final class Words {
    private Words() {}

    /// How many words a text has.
    public static int count(CharSequence text) {
        return spans(text).size();
    }

    /// Where the words of a text are, in order.
    public static List<Span> spans(CharSequence text) {
        List<Span> spans = new ArrayList<>();
        int length = text.length();
        int start = -1;
        int i = 0;
        while (i < length) {
            int point = Character.codePointAt(text, i);
            int size = Character.charCount(point);
            boolean inside = isWordPart(point) || (start >= 0 && isJoiner(point) && partFollows(text, i + size));
            if (Character.isIdeographic(point)) {
                if (start >= 0) {
                    spans.add(new Span(start, i));
                    start = -1;
                }
                spans.add(new Span(i, i + size));
            } else if (inside && start < 0) {
                start = i;
            } else if (!inside && start >= 0) {
                spans.add(new Span(start, i));
                start = -1;
            }
            i += size;
        }
        if (start >= 0) {
            spans.add(new Span(start, length));
        }
        return spans;
    }

    private static boolean partFollows(CharSequence text, int at) {
        return at < text.length() && isWordPart(Character.codePointAt(text, at));
    }

    private static boolean isWordPart(int point) {
        return Character.isLetterOrDigit(point)
                || Character.getType(point) == Character.NON_SPACING_MARK
                || Character.getType(point) == Character.COMBINING_SPACING_MARK;
    }

    private static boolean isJoiner(int point) {
        return point == '\'' || point == '\u2019' || point == '-' || point == '\u2010' || point == '.' || point == ',';
    }
}
