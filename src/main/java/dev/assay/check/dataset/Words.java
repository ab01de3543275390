package dev.assay.check.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The words and signs of a declaration, taken one by one. A name of several words ends at the next sign or keyword;
/// in double quotes it may hold both.
final class Words {
    private static final Pattern TOKEN =
            Pattern.compile("\"[^\"]*\"|<=|>=|!=|[<>=|+:,\\[\\]]|[^\\s\"<>=!|+:,\\[\\]]+|\\S");

    private final String declaration;
    private final List<String> tokens = new ArrayList<>();
    private int at;

    Words(String declaration) {
        this.declaration = declaration;
        Matcher matcher = TOKEN.matcher(declaration);
        while (matcher.find()) {
            tokens.add(matcher.group());
        }
    }

    boolean isAtEnd() {
        return at >= tokens.size();
    }

    /// The next word or sign in lower case; empty at the end.
    String peek() {
        return isAtEnd() ? "" : tokens.get(at).toLowerCase(Locale.ROOT);
    }

    String next() {
        String word = peek();
        at++;
        return word;
    }

    /// Takes a word if it comes next.
    boolean take(String word) {
        boolean comes = peek().equals(word);
        at += comes ? 1 : 0;
        return comes;
    }

    /// Takes some words if they come next.
    boolean takeAll(String... words) {
        for (int i = 0; i < words.length; i++) {
            if (at + i >= tokens.size() || !tokens.get(at + i).equalsIgnoreCase(words[i])) {
                return false;
            }
        }
        at += words.length;
        return true;
    }

    /// Takes a word that must come next.
    ///
    /// @throws IllegalArgumentException if another does
    void expect(String word) {
        if (!take(word)) {
            throw wrong("'" + word + "' is missing");
        }
    }

    /// A name, or a value: all words up to one of the keywords or signs.
    ///
    /// @throws IllegalArgumentException if there is none
    String upTo(Set<String> ends) {
        StringBuilder name = new StringBuilder();
        while (!isAtEnd() && !ends.contains(peek())) {
            String token = tokens.get(at++);
            boolean quoted = token.startsWith("\"") && token.length() > 1;
            name.append(name.isEmpty() ? "" : " ").append(quoted ? token.substring(1, token.length() - 1) : token);
        }
        if (name.isEmpty()) {
            throw wrong(isAtEnd() ? "something is missing at the end" : "a name is missing before '" + peek() + "'");
        }
        return name.toString();
    }

    /// Tells of what is left over.
    ///
    /// @throws IllegalArgumentException if anything is
    void end() {
        if (!isAtEnd()) {
            throw wrong("'" + tokens.get(at) + "' is not understood here");
        }
    }

    /// What is wrong with the declaration.
    IllegalArgumentException wrong(String reason) {
        return new IllegalArgumentException(reason + ". Found: '" + declaration + "'");
    }
}
