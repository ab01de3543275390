package dev.assay.check;

import java.util.List;
import java.util.regex.Pattern;

/// A pattern with what stands in all that it matches: where none of that is in a document, the pattern need not be
/// tried on its passages.
///
/// @param anchors of which each match has at least one, in lower case; the pattern is always tried where there is none
public record Sought(Pattern pattern, List<String> anchors) {
    public Sought {
        anchors = List.copyOf(anchors);
    }

    public static Sought of(String expression, String... anchors) {
        return new Sought(Pattern.compile(expression), List.of(anchors));
    }

    /// Whether it may match somewhere in a text.
    ///
    /// @param lower the text in lower case
    public boolean mayMatch(String lower) {
        return anchors.isEmpty() || anchors.stream().anyMatch(lower::contains);
    }

    /// The patterns that may match somewhere in a text.
    ///
    /// @param lower the text in lower case
    public static List<Pattern> in(List<Sought> all, String lower) {
        return all.stream()
                .filter(each ->
                        each.anchors().isEmpty() || each.anchors().stream().anyMatch(lower::contains))
                .map(Sought::pattern)
                .toList();
    }
}
