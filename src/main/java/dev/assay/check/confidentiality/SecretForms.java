package dev.assay.check.confidentiality;

import dev.assay.check.Sought;
import dev.assay.check.confidentiality.personal.Found;
import dev.assay.check.confidentiality.personal.Piece;
import dev.assay.document.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The forms of secrets. Sources: the issuers' published prefixes; RFC 7468 (textual encodings of keys), RFC 7519 (JSON
/// Web Tokens), RFC 3986 section 3.2.1 (user information in an address).
final class SecretForms {
    /// @param needs a text that every match has, so that most passages are not searched
    private record Form(String name, String needs, Pattern pattern) {
        static Form of(String name, String needs, String pattern) {
            return new Form(name, needs, Pattern.compile(pattern));
        }
    }

    private static final String NO_WORD = "(?<![A-Za-z0-9_-])";
    private static final List<Form> FORMS = List.of(
            Form.of(
                    "a private key",
                    "PRIVATE KEY",
                    "(-----BEGIN [A-Z0-9 ]{0,30}PRIVATE KEY(?: BLOCK)?-----[A-Za-z0-9+/=\\s]{0,20000})"),
            Form.of("an AWS access key", "A", NO_WORD + "((?:AKIA|ASIA)[A-Z2-7]{16})(?![A-Za-z0-9])"),
            Form.of("a GitHub token", "_", NO_WORD + "(gh[pousr]_[A-Za-z0-9]{36,255}|github_pat_[A-Za-z0-9_]{40,255})"),
            Form.of("a GitLab token", "glpat-", NO_WORD + "(glpat-[A-Za-z0-9_-]{20,64})"),
            Form.of("a Google API key", "AIza", NO_WORD + "(AIza[A-Za-z0-9_-]{35})(?![A-Za-z0-9_-])"),
            Form.of("a Slack token", "xox", NO_WORD + "(xox[abeoprs]-[A-Za-z0-9-]{10,200})"),
            Form.of("a Stripe key", "_live_", NO_WORD + "([sr]k_live_[A-Za-z0-9]{16,200})"),
            Form.of("an npm token", "npm_", NO_WORD + "(npm_[A-Za-z0-9]{36})(?![A-Za-z0-9])"),
            Form.of(
                    "a JSON Web Token",
                    "eyJ",
                    NO_WORD + "(eyJ[A-Za-z0-9_-]{10,4000}\\.eyJ[A-Za-z0-9_-]{10,4000}\\.[A-Za-z0-9_-]{10,1000})"),
            Form.of(
                    "a password in an address",
                    "://",
                    "(?<![A-Za-z])[a-z][a-z0-9+]{1,20}://[^\\s:/@<>\"]{0,80}:([^\\s@/<>\"]{3,100})@[A-Za-z0-9]"),
            Form.of(
                    "a key in a connection string",
                    "=",
                    "(?i)(?<![a-z])(?:AccountKey|SharedAccessKey|SharedSecret) ?= ?([A-Za-z0-9+/=]{20,200})"));
    private static final Sought PASSWORD = Sought.of(
            "(?i)(?<![a-z])(?:password|passwd|passphrase|passcode|pwd|passwort|kennwort)(?: (?:is|lautet|ist))?\"?"
                    + " ?[:=]{1,2} ?[\"'\u201C\u201E]?([^\\s\"'\u201C\u201D;,]{6,100})",
            "pass",
            "pwd",
            "kennwort");
    private static final Sought NAMED = Sought.of(
            "(?i)(?:api[ _-]?key|access[ _-]?key|secret(?:[ _-]?(?:access[ _-]?)?key)?|client[ _-]secret|auth["
                    + " _-]?token|access[ _-]?token|bearer|token)\"?(?: is)? ?[:= ]{1,2}"
                    + " ?[\"'\u201C]?([A-Za-z0-9+/_.=-]{16,200})",
            "key",
            "secret",
            "token",
            "bearer");
    private static final Pattern NO_VALUE = Pattern.compile(
            "(?i)[<{\\[(%$*].*|.*\\$\\{.*|.*(?:change.?me|example|placeholder|your.|redacted|xxx|\\*{3}|\u2022{3}|\\.{3}).*"
                + "|https?:.*|(?:required|optional|protected|expired|hidden|string|null|none|true|false).?");

    private SecretForms() {}

    static List<Found> in(Piece piece) {
        List<Found> all = new ArrayList<>();
        String text = piece.text();
        for (Form form : FORMS) {
            if (text.contains(form.needs())) {
                Matcher matcher = form.pattern().matcher(text);
                while (matcher.find()) {
                    if (!NO_VALUE.matcher(matcher.group(1)).matches()) {
                        add(piece, form.name(), matcher, all);
                    }
                }
            }
        }
        named(piece, all);
        return all;
    }

    private static void named(Piece piece, List<Found> all) {
        String lower = piece.text().toLowerCase(Locale.ROOT);
        Matcher password = PASSWORD.pattern().matcher(piece.text());
        while (PASSWORD.mayMatch(lower) && password.find()) {
            String value = password.group(1);
            boolean plain = value.chars().allMatch(each -> Character.isLowerCase(each) || ".)!?".indexOf(each) >= 0)
                    || value.matches("\\p{Lu}\\p{Ll}+[.!?)]*");
            if (!plain && !NO_VALUE.matcher(value).matches()) {
                add(piece, "a password", password, all);
            }
        }
        Matcher matcher = NAMED.pattern().matcher(piece.text());
        while (NAMED.mayMatch(lower) && matcher.find()) {
            String value = matcher.group(1);
            if (!NO_VALUE.matcher(value).matches() && looksDrawn(value)) {
                add(piece, "a key or token", matcher, all);
            }
        }
    }

    /// Digits among letters and many different characters: at least three bits for each character, which no word has.
    private static boolean looksDrawn(String value) {
        int[] counts = new int[128];
        int digits = 0;
        for (char character : value.toLowerCase(Locale.ROOT).toCharArray()) {
            counts[character & 127]++;
            digits += Character.isDigit(character) ? 1 : 0;
        }
        double entropy = 0;
        for (int count : counts) {
            double share = (double) count / value.length();
            entropy -= count == 0 ? 0 : share * Math.log(share) / Math.log(2);
        }
        return digits >= 3 && digits < value.length() && entropy >= 3;
    }

    private static void add(Piece piece, String name, Matcher matcher, List<Found> all) {
        int from = piece.span().start();
        Span span = new Span(from + matcher.start(1), from + matcher.end(1));
        if (all.stream().noneMatch(other -> other.span().overlaps(span))) {
            String value = matcher.group(1);
            int shown = name.equals("a password") || name.equals("a password in an address") || value.startsWith("-")
                    ? 0
                    : 4;
            all.add(new Found(span, "secret", name, value, masked(value, shown), true));
        }
    }

    /// A password may be all signs: every character but spaces is hidden.
    private static String masked(String value, int shown) {
        String kept = value.substring(0, Math.min(shown, value.length() / 3));
        return kept + value.substring(kept.length()).replaceAll("\\S", "\u2022");
    }
}
