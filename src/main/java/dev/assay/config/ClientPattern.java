package dev.assay.config;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.assay.document.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A regular expression a client wrote, in RE2 syntax: matched in time linear in the text, whatever the
/// expression (https://github.com/google/re2/wiki/Syntax).
public final class ClientPattern {
    private static final int LONGEST = 10_000;

    private final Pattern pattern;

    private ClientPattern(Pattern pattern) {
        this.pattern = pattern;
    }

    /// Reads an expression.
    ///
    /// @throws IllegalArgumentException if it is longer than 10,000 characters or not RE2 syntax; the message
    ///                       says where
    public static ClientPattern of(String expression) {
        if (expression.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "a pattern has at most " + LONGEST + " characters. Found: " + expression.length());
        }
        try {
            return new ClientPattern(Pattern.compile(expression));
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(
                    "not a pattern in RE2 syntax: " + e.getDescription() + " at '" + e.getPattern() + "'", e);
        }
    }

    /// Whether the whole text matches.
    public boolean matches(CharSequence text) {
        return pattern.matcher(text).matches();
    }

    /// All matches that are not empty, in order.
    public List<Span> find(CharSequence text) {
        List<Span> spans = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            if (matcher.end() > matcher.start()) {
                spans.add(new Span(matcher.start(), matcher.end()));
            }
        }
        return spans;
    }

    /// All matches that are not empty, in order: of each the first group where the expression has groups, else all of
    /// it.
    public List<Span> findGroups(CharSequence text) {
        List<Span> spans = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        int group = Math.min(1, pattern.groupCount());
        while (matcher.find()) {
            if (matcher.end(group) > matcher.start(group)) {
                spans.add(new Span(matcher.start(group), matcher.end(group)));
            }
        }
        return spans;
    }

    /// The first match that is not empty.
    public Optional<Span> first(CharSequence text) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            if (matcher.end() > matcher.start()) {
                return Optional.of(new Span(matcher.start(), matcher.end()));
            }
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return pattern.pattern();
    }
}
