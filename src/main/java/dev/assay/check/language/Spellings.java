package dev.assay.check.language;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What spellings of one word have in common.
final class Spellings {
    private static final String ENDS = "(?:s|d|r|rs|st|ing|ings|ed|er|ers|able|ation|ations|ational|e|es)?";

    /// British and American spellings, as what is replaced by what. Only words of which both are current.
    private static final List<Variant> VARIANTS = List.of(
            variant(
                    "(?<=^|[a-z])(col|behavi|fav|lab|hon|neighb|flav|harb|rum|hum|endeav|vap|od|sav)our(?=[a-z]*$)",
                    "$1or"),
            variant("^(cent|fib|theat|lit|calib|spect|meag)re(s|d)?$", "$1er$2"),
            variant(
                    "^((?:re)?(?:model|label|travel|cancel|fuel|signal|total|channel|level|counsel|tunnel|fulfil|enrol|program"
                        + "))(?:l|m)(ed|ing|er|ers|ings|ment|ments)$",
                    "$1$2"),
            variant("^(def|off|pret)ence(s|d)?$", "$1ense$2"),
            variant("^gray(s|er|ish|ed|ing)?$", "grey$1"),
            variant("^ageing$", "aging"),
            variant("^(catal|anal|dial)ogue(s|d)?$", "$1og$2"),
            variant("^(judg|acknowledg)ement(s)?$", "$1ment$2"),
            variant("^scepti(c|cs|cal|cism)$", "skepti$1"),
            variant("^(orthop|p|an|h|arch|encyclop)ae(?=[a-z]{3,}$)", "$1e"),
            variant("^focuss(ed|es|ing)$", "focus$1"),
            variant("^(adapt)er(s)?$", "$1or$2"),
            variant(
                    "^(potenz|sequenz|differenz|existenz|substanz|essenz)i(al|ale|alen|ell|elle|ellen|eller|elles)$",
                    "$1i$2"),
            variant(
                    "^(poten|sequen|differen|existen|substan|essen)ti(al|ale|alen|ell|elle|ellen|eller|elles)$",
                    "$1zi$2"));

    private static final Pattern ISE =
            Pattern.compile("^([a-z]{3,}?)([iy])([sz])(e" + ENDS + "|ing|ings|ation|ations|ational|able)$");
    /// Words in -ise and -ize that are spelled in one way only, whatever the country.
    private static final Set<String> FIXED = Set.of(
            "adv",
            "superv",
            "rev",
            "dev",
            "comprom",
            "prom",
            "surpr",
            "compr",
            "exerc",
            "enterpr",
            "prem",
            "prec",
            "franch",
            "expert",
            "otherw",
            "likew",
            "telev",
            "disgu",
            "improv",
            "merchand",
            "conc",
            "exc",
            "ar",
            "ra",
            "pra",
            "no",
            "po",
            "ch",
            "cru",
            "bru",
            "gu",
            "capt",
            "assa",
            "v",
            "incis",
            "dem",
            "desp",
            "pr",
            "s");

    private static final Set<String> PARTS = Set.of(
            "up", "in", "out", "on", "off", "over", "down", "to", "be", "one", "day", "time", "times", "alone", "back",
            "thing", "things", "body", "where", "what", "ever", "self", "selves", "away", "through", "under", "into",
            "any", "some", "every", "with", "within", "without", "there", "here", "more", "all", "most", "after",
            "before", "other", "such", "that", "this", "them", "than", "then", "when", "which", "each", "both", "long",
            "well", "high", "full", "free", "half", "cross", "near", "non");
    /// "re-form" is not "reform".
    private static final Set<String> REMADE = Set.of(
            "form",
            "forms",
            "formed",
            "sign",
            "signed",
            "cover",
            "covered",
            "sent",
            "lease",
            "leased",
            "creation",
            "create",
            "mark",
            "sort",
            "sorted",
            "count",
            "press",
            "pressed",
            "treat",
            "treated",
            "act",
            "collect",
            "turn",
            "place",
            "solve",
            "search",
            "view",
            "present",
            "port",
            "quest",
            "serve",
            "store",
            "dress",
            "bound",
            "serving");

    /// Longer ones are two words, such as German and technical names run together.
    private static final int LONGEST_JOINED = 12;

    private Spellings() {}

    private static boolean isLatin(int letter) {
        return Character.isLetter(letter) && letter < 0x250;
    }

    /// One rule: what is replaced by what.
    private record Variant(Pattern pattern, String replacement) {}

    private static Variant variant(String pattern, String replacement) {
        return new Variant(Pattern.compile(pattern), replacement);
    }

    /// The form that British and American spellings of a word share; empty where the word has only one.
    ///
    /// @param word in lower case
    static String key(String word) {
        String key = word;
        for (Variant each : VARIANTS) {
            Matcher matcher = each.pattern().matcher(key);
            key = matcher.find() ? matcher.replaceFirst(each.replacement()) : key;
        }
        Matcher ise = ISE.matcher(key);
        return ise.matches() && !FIXED.contains(ise.group(1)) ? ise.group(1) + ise.group(2) + "z" + ise.group(4) : key;
    }

    /// The stem of a verb in -ise or -ize, with the letter it is spelled with: `organ:s`.
    static Optional<List<String>> stem(String word) {
        Matcher ise = ISE.matcher(word);
        boolean fixed = !ise.matches()
                || word.endsWith("lyses")
                || FIXED.contains(ise.group(1))
                || (word.endsWith("ises") && word.length() < 7);
        return fixed ? Optional.empty() : Optional.of(List.of(ise.group(1) + ise.group(2), ise.group(3)));
    }

    /// A word with a hyphen as one word, where both are current; empty where the hyphen makes a difference.
    static Optional<String> closed(String word) {
        int at = word.indexOf('-');
        boolean one = at > 0 && at == word.lastIndexOf('-') && at < word.length() - 1;
        if (!one) {
            return Optional.empty();
        }
        String head = word.substring(0, at);
        String tail = word.substring(at + 1);
        boolean letters =
                head.chars().allMatch(Character::isLetter) && tail.chars().allMatch(Character::isLetter);
        boolean remade = head.equals("re") && REMADE.contains(tail);
        boolean particle = PARTS.contains(tail);
        return letters && tail.length() >= 3 && !remade && !particle ? Optional.of(head + tail) : Optional.empty();
    }

    /// Two words as one, where both are current; empty where they are two in their own right.
    static Optional<String> joined(String head, String tail) {
        boolean fit = head.length() >= 4
                && tail.length() >= 4
                && head.length() + tail.length() <= LONGEST_JOINED
                && !PARTS.contains(head)
                && !PARTS.contains(tail)
                && head.chars().allMatch(Spellings::isLatin)
                && tail.chars().allMatch(Spellings::isLatin);
        return fit ? Optional.of((head + tail).toLowerCase(Locale.ROOT)) : Optional.empty();
    }
}
