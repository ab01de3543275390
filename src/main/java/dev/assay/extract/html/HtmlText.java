package dev.assay.extract.html;

import dev.assay.document.Fact.Hidden.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The words of one block: what is shown, and in order what is not. White space is collapsed as a browser does.
final class HtmlText {
    private final StringBuilder shown = new StringBuilder();
    private final List<Unseen> unseen = new ArrayList<>();
    private @Nullable Kind last;

    /// Words that nobody sees.
    record Unseen(Kind why, StringBuilder words) {}

    void append(String words, Look look) {
        Kind why = look.unseen();
        if (why == null) {
            append(words, look.verbatim(), shown);
            last = words.isBlank() ? last : null;
            return;
        }
        if (why != last || unseen.isEmpty()) {
            unseen.add(new Unseen(why, new StringBuilder()));
        }
        append(words, look.verbatim(), unseen.getLast().words);
        last = why;
    }

    private static void append(String words, boolean verbatim, StringBuilder to) {
        if (verbatim) {
            to.append(words);
            return;
        }
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            boolean space = c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
            if (!space) {
                to.append(c);
            } else if (!to.isEmpty() && " \n".indexOf(to.charAt(to.length() - 1)) < 0) {
                to.append(' ');
            }
        }
    }

    void lineBreak() {
        while (!shown.isEmpty() && shown.charAt(shown.length() - 1) == ' ') {
            shown.setLength(shown.length() - 1);
        }
        shown.append('\n');
    }

    int length() {
        return shown.length();
    }

    String shown() {
        return trimmed(shown);
    }

    /// What is not shown and says something.
    List<Unseen> unseen() {
        return unseen.stream()
                .filter(each -> each.words.chars().anyMatch(Character::isLetterOrDigit))
                .toList();
    }

    void clear() {
        shown.setLength(0);
        unseen.clear();
        last = null;
    }

    /// Without the spaces at both ends, those that do not break included.
    static String trimmed(CharSequence words) {
        int start = 0;
        int end = words.length();
        while (start < end && isSpace(words.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(words.charAt(end - 1))) {
            end--;
        }
        return words.subSequence(start, end).toString();
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u200B' || c == '\u200C' || c == '\uFEFF';
    }
}
