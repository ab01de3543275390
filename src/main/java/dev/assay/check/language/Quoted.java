package dev.assay.check.language;

import dev.assay.document.Span;
import java.util.ArrayList;
import java.util.List;

/// What stands in quotation marks in a passage: said by somebody else.
record Quoted(List<Span> spans) {
    static final Quoted NOTHING = new Quoted(List.of());

    private static final String OPENING = "\u201C\u201E\u00AB\u2039\u201A\"\u300C";
    private static final int LONGEST = 2_000;

    Quoted {
        spans = List.copyOf(spans);
    }

    /// Finds what stands between an opening mark and the first that may close it; marks in the same passage only.
    static Quoted in(String text) {
        List<Span> spans = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            char mark = text.charAt(at);
            int end = OPENING.indexOf(mark) < 0 ? -1 : closing(text, at, mark);
            if (end > 0) {
                spans.add(new Span(at, end + 1));
                at = end;
            }
            at++;
        }
        return new Quoted(spans);
    }

    /// Whether a span begins in quotation marks, or at the opening one.
    boolean holds(Span span) {
        return spans.stream().anyMatch(quoted -> quoted.start() <= span.start() && span.start() < quoted.end());
    }

    private static int closing(String text, int at, char mark) {
        String closing = switch (mark) {
            case '\u201C' -> "\u201D\u201C";
            case '\u201E' -> "\u201C\u201D";
            case '\u00AB' -> "\u00BB";
            case '\u2039' -> "\u203A";
            case '\u201A' -> "\u2018\u2019";
            case '\u300C' -> "\u300D";
            default -> "\"";
        };
        int last = Math.min(text.length(), at + LONGEST);
        for (int i = at + 1; i < last; i++) {
            if (closing.indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return -1;
    }
}
