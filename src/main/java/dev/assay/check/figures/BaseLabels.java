package dev.assay.check.figures;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The words by which bases are known, and those that say that one is small.
final class BaseLabels {
    private static final Pattern BASE = Pattern.compile(
            "(?iu)(?:(?:un)?weighted |effective |total |ungewichtete |gewichtete )?(?:base|basis|sample(?:"
                    + " size)?|fallzahl|number of respondents)(?![\\p{L}-]).{0,80}|n ?=?|\\(n\\)");
    private static final Pattern WEIGHTED =
            Pattern.compile("(?iu)(?:weighted|gewichtete) .*|.*\\((?:weighted|gewichtet)\\).*");
    private static final Pattern CASES = Pattern.compile("(?iu)(?<![\\p{L}])n ?= ?(?<n>[0-9][0-9,.' ]*[0-9]|[0-9])");
    private static final Pattern NOTED = Pattern.compile(
            "(?iu)[*\u2020\u2021!]|small (?:base|sample)|low base|caution|kleine (?:basis|fallzahl)|geringe"
                    + " (?:basis|fallzahl)|indicative|nur tendenz");
    private static final Pattern SENTENCE = Pattern.compile(
            "(?iu)(?:(?:un)?weighted )?(?:base|basis|sample)(?: size)?(?: \\([^()]{1,30}\\))?:? .{0,120}?(?:n ?="
                + " ?(?<n>[0-9][0-9,.]*[0-9]|[0-9])|(?<m>[0-9][0-9,.]*[0-9]|[0-9])(?="
                + " (?:respondents|interviews|cases|people|persons|customers|users|befragte|interviews|f\u00e4lle)))");

    private BaseLabels() {}

    static boolean isBase(String text) {
        return BASE.matcher(text.strip()).matches();
    }

    static boolean isWeighted(String text) {
        return WEIGHTED.matcher(text.strip()).matches();
    }

    /// Finds "n = 28"; its group `n` is the figure.
    static Matcher cases(String text) {
        return CASES.matcher(text);
    }

    /// Finds "Base: women (n = 28)" and "Base: 28 respondents"; the figure is group `n` or `m`.
    static Matcher sentence(String text) {
        return SENTENCE.matcher(text);
    }

    static boolean isNoted(String text) {
        return NOTED.matcher(text).find();
    }
}
