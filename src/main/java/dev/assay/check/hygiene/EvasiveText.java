package dev.assay.check.hygiene;

import dev.assay.check.Check;
import dev.assay.check.Findings;
import dev.assay.check.Hit;
import dev.assay.check.Inspection;
import dev.assay.check.Kind;
import dev.assay.check.Outcome;
import dev.assay.check.Parameters;
import dev.assay.check.Passages;
import dev.assay.checklist.Parameter;
import dev.assay.document.Lookalikes;
import dev.assay.document.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Flags text made to look like what it is not: letters of another alphabet that look the same, invisible
/// characters inside words, characters that turn the direction of the text around.
///
/// ## Why
///
/// A Cyrillic letter in place of a Latin one, or an invisible character within a word, leaves a text the same
/// to the eye and makes it another to every search, spelling and plagiarism check. There is no honest reason
/// for it in a report.
///
/// ## Example
///
/// Flagged are the word `password` whose first `a` is the Cyrillic letter U+0430, `confidential` with a space of
/// no width (U+200B) inside, and a name turned around by a right-to-left override (U+202E).
///
/// ## What it does not do
///
/// Words wholly in another alphabet, units and symbols (micrometres with a Greek mu, kilo-ohms with an omega, an alpha
/// error), soft hyphens, the joiners
/// that Persian, Arabic, Indian scripts and emoji need, and direction marks around right-to-left words are
/// meant and not flagged. Text too small or too pale to see is told by `hidden-content`.
public final class EvasiveText implements Check {
    private static final Pattern WORD = Pattern.compile("\\p{L}{3,}");
    private static final Pattern INVISIBLE =
            Pattern.compile("[\\p{IsLatin}\\p{IsCyrillic}\\p{IsGreek}][\\u200B-\\u200D\\u2060\\uFEFF\\u034F\\u180E]+"
                    + "(?=[\\p{IsLatin}\\p{IsCyrillic}\\p{IsGreek}])");
    private static final Pattern TURNED = Pattern.compile("[\\u202D\\u202E]");
    /// A flag of an emoji, or tag characters by themselves.
    private static final Pattern TAGS =
            Pattern.compile("\\x{1F3F4}[\\x{E0020}-\\x{E007F}]+|(?<tags>[\\x{E0020}-\\x{E007F}]+)");

    private static final Kind KIND = new Kind(
            "evasive-text",
            1,
            "0.1",
            Kind.Family.HYGIENE,
            "The text is what it looks like.",
            List.of(Parameter.optional(
                            "except",
                            Parameter.Type.TEXTS,
                            "Words that are meant as they stand, such as a name that mixes alphabets.")
                    .sharper(Parameter.Sharper.LESS)),
            List.of(),
            List.of());

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public Outcome inspect(Inspection inspection, Parameters parameters) {
        Findings findings = new Findings(KIND);
        List<String> except = parameters.texts("except");
        for (Inspection.ReadPart part : inspection.readable()) {
            Passages.all(part.document()).forEach(passage -> {
                String text = part.document().text(passage);
                for (Hit hit : Hit.apart(hits(text, except))) {
                    findings.at(part, hit.in(passage), hit.rule(), "Type the word anew in its own alphabet.");
                }
            });
        }
        return findings.outcome(
                "passage is not what it looks like|passages are not what they look like",
                "No letter pretends to be another, and no invisible character lies within a word.");
    }

    private static List<Hit> hits(String text, List<String> except) {
        List<Hit> hits = new ArrayList<>();
        if (text.chars().allMatch(c -> c < 0x0300)) {
            return hits;
        }
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            if (!except.contains(word.group())) {
                lookalike(word.group(), new Span(word.start(), word.end()), hits);
            }
        }
        Matcher invisible = INVISIBLE.matcher(text);
        while (invisible.find()) {
            hits.add(new Hit(
                    around(text, invisible.start(), invisible.end()),
                    "A character that nobody sees (U+" + hex(text.charAt(invisible.end() - 1))
                            + ") lies within a word."));
        }
        Matcher turned = TURNED.matcher(text);
        while (turned.find()) {
            hits.add(new Hit(
                    around(text, turned.start(), turned.end()),
                    "A character (U+" + hex(text.charAt(turned.start()))
                            + ") turns the direction of the text around."));
        }
        Matcher tags = TAGS.matcher(text);
        while (tags.find()) {
            if (tags.group("tags") != null) {
                Span hidden = new Span(tags.start(), tags.end());
                hits.add(new Hit(hidden, "Characters that no program shows stand here as a hidden text."));
            }
        }
        return hits;
    }

    /// A word mostly in one alphabet, with letters of another that look like it.
    private static void lookalike(String word, Span span, List<Hit> hits) {
        long latin = count(word, Character.UnicodeScript.LATIN);
        List<Character> strange = new ArrayList<>();
        for (int i = 0; i < word.length(); i++) {
            if (Lookalikes.isOne(word.charAt(i))) {
                strange.add(word.charAt(i));
            }
        }
        long other = word.codePoints().filter(Character::isLetter).count() - latin;
        if (latin > 0 && latin >= other && !strange.isEmpty() && strange.size() == other) {
            String letters = strange.stream()
                    .distinct()
                    .map(c -> "U+" + hex(c) + " for '" + Lookalikes.latin(c) + "'")
                    .collect(Collectors.joining(", "));
            hits.add(new Hit(span, "A word holds letters of another alphabet that look the same: " + letters + "."));
        }
    }

    private static long count(String word, Character.UnicodeScript script) {
        return word.codePoints()
                .filter(point -> Character.UnicodeScript.of(point) == script)
                .count();
    }

    /// The word around a place.
    private static Span around(String text, int start, int end) {
        int first = start;
        int last = end;
        while (first > 0 && !Character.isWhitespace(text.charAt(first - 1)) && start - first < 40) {
            first--;
        }
        while (last < text.length() && !Character.isWhitespace(text.charAt(last)) && last - end < 40) {
            last++;
        }
        return new Span(first, last);
    }

    private static String hex(char c) {
        return String.format(Locale.ROOT, "%04X", (int) c);
    }
}
