package dev.assay.check.language;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The marks of a passage that lack their counterpart.
///
/// @param open  opened and not closed, in order
/// @param close closed without being opened, in order
record Marks(List<Mark> open, List<Mark> close) {
    private static final String OPENING = "([\uFF08\u3010\u300C\u300E";
    private static final String CLOSING = ")]\uFF09\u3011\u300D\u300F";
    /// `a)`, `12)`, `iv)` and `*)` close nothing.
    private static final Pattern LABEL = Pattern.compile(
            "(?:^|[\\s(\\[/,;:\u00A0])(?:[\\p{L}]|\\p{N}{1,3}[a-z]?|[ivxlIVXL]{1,6}|[*\u2020\u2021#]{1,3})$");
    private static final Pattern SMILE = Pattern.compile("[:;=]['-]?$");
    /// Words that begin with an apostrophe, and years.
    private static final Set<String> CUT = Set.of(
            "tis", "twas", "em", "til", "till", "cause", "n", "round", "bout", "nuff", "s", "n'", "t", "re", "ne",
            "nen");

    private static final int LABEL_LENGTH = 8;

    /// A mark without counterpart.
    ///
    /// @param sort the mark that would close it, or the mark itself where it closes: what pairs are told by
    record Mark(char mark, String sort, int at) {
        boolean isQuote() {
            return !sort.isEmpty() && OPENING.indexOf(mark) < 0 && CLOSING.indexOf(mark) < 0;
        }
    }

    Marks {
        open = List.copyOf(open);
        close = List.copyOf(close);
    }

    /// @param sameMarks whether the document opens and closes with the same mark, as in Finland and Sweden
    static Marks of(String text, boolean sameMarks) {
        List<Mark> open = new ArrayList<>();
        List<Mark> close = new ArrayList<>();
        brackets(text, open, close);
        new Quotation(text, sameMarks).read(open, close);
        return new Marks(open, close);
    }

    private static void brackets(String text, List<Mark> open, List<Mark> close) {
        Deque<Mark> stack = new ArrayDeque<>();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int opening = OPENING.indexOf(c);
            if (opening >= 0) {
                stack.push(new Mark(c, String.valueOf(CLOSING.charAt(opening)), i));
                continue;
            }
            if (CLOSING.indexOf(c) < 0) {
                continue;
            }
            Mark top = stack.peek();
            if (top != null && (top.sort().equals(String.valueOf(c)) || isInterval(text, top, i))) {
                stack.pop();
            } else if (top != null
                    && stack.stream().anyMatch(mark -> mark.sort().equals(String.valueOf(c)))
                    && !isLabel(text, i)) {
                while (!stack.peek().sort().equals(String.valueOf(c))) {
                    open.add(stack.pop());
                }
                stack.pop();
            } else if (!isLabel(text, i)) {
                close.add(new Mark(c, String.valueOf(c), i));
            }
        }
        stack.descendingIterator().forEachRemaining(open::add);
        open.removeIf(mark -> SMILE.matcher(before(text, mark.at())).find());
        open.sort(Comparator.comparingInt(Mark::at));
    }

    /// `[0, 1)` and `]0; 1]` are half-open.
    private static boolean isInterval(String text, Mark open, int end) {
        char c = text.charAt(end);
        boolean mixed = (open.mark() == '[' && c == ')') || (open.mark() == '(' && c == ']');
        String inner = mixed && end - open.at() < 40 ? text.substring(open.at() + 1, end) : "";
        return !inner.isEmpty() && inner.matches("[^\\p{L}]*[,;][^\\p{L}]*");
    }

    private static boolean isLabel(String text, int at) {
        String before = before(text, at);
        return LABEL.matcher(before).find() || SMILE.matcher(before).find();
    }

    private static String before(String text, int at) {
        return text.substring(Math.max(0, at - LABEL_LENGTH), at);
    }

    /// Reads quotation marks from left to right.
    private static final class Quotation {
        private static final Pattern WORD = Pattern.compile("\\G[\\p{L}']{1,6}");

        private final String text;
        private final boolean sameMarks;
        private final Deque<Mark> stack = new ArrayDeque<>();

        Quotation(String text, boolean sameMarks) {
            this.text = text;
            this.sameMarks = sameMarks;
        }

        void read(List<Mark> open, List<Mark> close) {
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                switch (c) {
                    case '\u201C' -> opensOrCloses(i, "\u201D\"", "\u201E");
                    case '\u201D' -> closes(i, "\u201C\u201E\u201D\"", close);
                    case '\u201E' -> stack.push(new Mark(c, "\u201C\u201D\"", i));
                    case '\u00AB' -> opensOrCloses(i, "\u00BB", "\u00BB");
                    case '\u00BB' -> opensOrCloses(i, "\u00AB", "\u00AB");
                    case '"' -> straight(i);
                    case '\'' -> twice(i);
                    case '\u2018' -> single(i);
                    default -> {}
                }
            }
            stack.descendingIterator().forEachRemaining(open::add);
            open.removeIf(this::isArrow);
            close.removeIf(this::isArrow);
        }

        /// A mark that closes where one of the others is open, and else opens.
        private void opensOrCloses(int at, String closedBy, String closed) {
            Mark top = stack.peek();
            if (top != null && closed.indexOf(top.mark()) >= 0) {
                stack.pop();
                return;
            }
            stack.push(new Mark(text.charAt(at), closedBy, at));
        }

        private void closes(int at, String closed, List<Mark> close) {
            Mark top = stack.peek();
            if (top != null && closed.indexOf(top.mark()) >= 0) {
                stack.pop();
            } else if (sameMarks) {
                stack.push(new Mark('\u201D', "\u201D", at));
            } else if (!isInch(at)) {
                close.add(new Mark('\u201D', "\u201D", at));
            }
        }

        private void straight(int at) {
            Mark top = stack.peek();
            if (top != null && top.sort().indexOf('"') >= 0) {
                stack.pop();
            } else if (!isInch(at) && !isAbbreviation(at)) {
                stack.push(new Mark('"', "\"", at));
            }
        }

        /// Two apostrophes stand for a closing mark.
        private void twice(int at) {
            Mark top = stack.peek();
            boolean two = at + 1 < text.length() && text.charAt(at + 1) == '\'';
            if (two && top != null && top.mark() == '\u201C') {
                stack.pop();
            }
        }

        /// Hebrew writes abbreviations with a mark before the last letter.
        private boolean isAbbreviation(int at) {
            return at > 0
                    && at + 1 < text.length()
                    && Character.isLetter(text.charAt(at - 1))
                    && isHebrew(at + 1)
                    && !isHebrew(at + 2);
        }

        private boolean isHebrew(int at) {
            return at < text.length() && Character.UnicodeScript.of(text.charAt(at)) == Character.UnicodeScript.HEBREW;
        }

        private boolean isInch(int at) {
            return at > 0
                    && (Character.isDigit(text.charAt(at - 1))
                            || "\u2032'\u00BD\u00BC\u00BE".indexOf(text.charAt(at - 1)) >= 0);
        }

        /// An opening single mark; the closing one is an apostrophe as well and proves nothing.
        private void single(int at) {
            boolean begins = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
            boolean year = at + 1 < text.length() && Character.isDigit(text.charAt(at + 1));
            Matcher word = WORD.matcher(text);
            boolean cut = word.find(Math.min(at + 1, text.length()))
                    && CUT.contains(word.group().toLowerCase(Locale.ROOT));
            boolean low = text.lastIndexOf('\u201A', at) >= 0;
            if (begins && !year && !cut && !low && text.indexOf('\u2019', at) < 0 && text.indexOf('\'', at) < 0) {
                stack.addLast(new Mark('\u2018', "\u2019", at));
            }
        }

        /// An angle with space on both sides leads from step to step.
        private boolean isArrow(Mark mark) {
            int at = mark.at();
            boolean left = at == 0 || Character.isWhitespace(text.charAt(at - 1));
            boolean right = at + 1 == text.length() || Character.isWhitespace(text.charAt(at + 1));
            return mark.mark() == '\u00BB' && left && right && text.indexOf('\u00AB') < 0;
        }
    }
}
