package dev.assay.check.language;

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

    private CodeLines() {}

    /// Whether a line or paragraph looks like code.
    static boolean areIn(String text) {
        return CODE.matcher(text).find();
    }
}
