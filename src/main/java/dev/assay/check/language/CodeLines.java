package dev.assay.check.language;

import java.util.List;
import java.util.regex.Pattern;

/// Tells program code from prose, by signs that prose does not have.
final class CodeLines {
    private static final Pattern CODE = Pattern.compile(
            "(?m)[;{}]\\s*$|^\\s*(?:#\\s*(?:include|define|ifn?def|endif)\\b|#!/|//|/\\*|\\*/|\\$ |>>> |def \\w|import"
                + " \\w|from \\w+ import|function \\w|return\\b|let \\w|const \\w|var \\w|class \\w+ [{:]|public"
                + " |private |use \\w+::|@\\w+\\()|\\w\\([\\w, .&*]*\\)(?:\\.|;|"
                + " \\{)|\\{\\}|[!=]=|=>|->|::|&&|\\|\\||\\+\\+|</?\\w+(?:"
                + " [\\w-]+=\"[^\"]*\")*\\s*/?>|\\w\\[\\w+\\]|\\\\[nrtx0]|\\$\\{|\\w\\.\\w+\\(|\\[@|'\\]|@\\w+=|\\w[!(]\\($|\\b(?:if|while|for)"
                + " \\([^)]*[<>=&|]|\\belse"
                + " \\{|^\\W*(?:private|public|internal|external|require)\\b\\W*(?:\\w+)?$|\\b(?:require|assert|debug_assert!?)\\(|\\w\\{"
                + " ");

    /// What begins a line of code.
    private static final List<String> WORDS = List.of(
            "def ",
            "import",
            "from ",
            "function",
            "return",
            "let ",
            "const ",
            "var ",
            "class ",
            "public",
            "private",
            "internal",
            "external",
            "require",
            "assert",
            "if (",
            "while (",
            "for (");

    private CodeLines() {}

    /// Each sign has one of these words or characters; prose mostly has none, and the pattern is dear.
    private static boolean mayBe(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isSign(text, i)) {
                return true;
            }
        }
        return WORDS.stream().anyMatch(text::contains);
    }

    private static boolean isSign(String text, int at) {
        char next = at + 1 < text.length() ? text.charAt(at + 1) : '\n';
        return switch (text.charAt(at)) {
            case ';', '{', '}', '#', '<', '\\', '@' -> true;
            case '=' -> next == '=' || next == '>';
            case '!' -> next == '=' || next == '(';
            case '-' -> next == '>';
            case ':', '&', '|', '+' -> next == text.charAt(at);
            case '/' -> next == '/' || next == '*';
            case '*' -> next == '/';
            case '>' -> next == '>';
            case '$' -> next == ' ' || next == '{';
            case '\'' -> next == ']';
            case '(', '[' -> at > 0 && !Character.isWhitespace(text.charAt(at - 1));
            default -> false;
        };
    }

    /// Whether a line or paragraph looks like code.
    static boolean areIn(String text) {
        return mayBe(text) && CODE.matcher(text).find();
    }
}
