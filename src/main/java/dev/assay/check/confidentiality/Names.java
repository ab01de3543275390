package dev.assay.check.confidentiality;

import dev.assay.check.confidentiality.NameWords.Word;
import dev.assay.document.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Finds names as whole words, also with the ending that a case or a plural gives them.
final class Names {
    private static final int KEY = 3;
    private static final int INFLECTED = 4;
    private static final Set<String> ENDINGS = Set.of("s", "es", "'s", "'");
    private static final Map<String, Set<String>> MORE = Map.of(
            "de", Set.of("n", "en", "ns", "ens", "e", "er", "em"),
            "nl", Set.of("en", "e"),
            "sv", Set.of("en", "et", "ens", "ets", "n", "ns"),
            "da", Set.of("en", "et", "ens", "ets"),
            "no", Set.of("en", "et", "a"));
    /// Without accents, as words are folded.
    private static final Set<String> CYRILLIC = Set.of(
            "",
            "\u0430",
            "\u0443",
            "\u044E",
            "\u044F",
            "\u0435",
            "\u043E",
            "\u044B",
            "\u0438",
            "\u044C",
            "\u043E\u043C",
            "\u0435\u043C",
            "\u043E\u0438",
            "\u0435\u0438",
            "\u043E\u0432",
            "\u0435\u0432",
            "\u0430\u043C",
            "\u044F\u043C",
            "\u0430\u043C\u0438",
            "\u044F\u043C\u0438",
            "\u0430\u0445",
            "\u044F\u0445");
    /// Forms of companies, which a text leaves out.
    private static final Set<String> FORMS = Set.of(
            "plc",
            "ltd",
            "limited",
            "llp",
            "lp",
            "llc",
            "inc",
            "incorporated",
            "corp",
            "corporation",
            "co",
            "company",
            "gmbh",
            "ag",
            "kg",
            "se",
            "sa",
            "sas",
            "sarl",
            "srl",
            "spa",
            "bv",
            "nv",
            "ab",
            "as",
            "oy",
            "pty",
            "ooo");

    private final Set<String> endings;
    private final Map<String, List<List<String>>> byKey = new HashMap<>();

    private Names(String language) {
        Set<String> all = new HashSet<>(ENDINGS);
        all.addAll(MORE.getOrDefault(language.toLowerCase(Locale.ROOT).split("-", 2)[0], Set.of()));
        this.endings = Set.copyOf(all);
    }

    /// @param language BCP 47 tag of the text, whose endings are reckoned with; empty where not known
    static Names of(Collection<String> names, String language) {
        Names made = new Names(language);
        names.stream()
                .map(Names::words)
                .filter(words -> !words.isEmpty())
                .distinct()
                .forEach(made::add);
        return made;
    }

    private void add(List<String> words) {
        byKey.computeIfAbsent(key(words.getFirst()), key -> new ArrayList<>()).add(words);
    }

    /// A name's words, without the form of the company.
    static List<String> words(String name) {
        List<String> words = new ArrayList<>(
                NameWords.of(name.strip()).stream().map(Word::folded).toList());
        while (words.size() > 1
                && (FORMS.contains(words.getLast()) || words.getLast().equals("&"))) {
            words.removeLast();
        }
        return words;
    }

    /// Where names stand in a text, in order; of two at one place the longer.
    List<Span> in(String text) {
        List<Word> words = NameWords.of(text);
        List<Span> found = new ArrayList<>();
        for (int at = 0; at < words.size(); at++) {
            int longest = longest(words, at);
            if (longest > 0) {
                found.add(new Span(
                        words.get(at).span().start(),
                        words.get(at + longest - 1).span().end()));
            }
        }
        return found;
    }

    private int longest(List<Word> words, int at) {
        int longest = 0;
        String first = words.get(at).folded();
        for (int length = 1; length <= Math.min(KEY, first.length()); length++) {
            for (List<String> name : byKey.getOrDefault(first.substring(0, length), List.of())) {
                if (name.size() > longest && standsAt(name, words, at)) {
                    longest = name.size();
                }
            }
        }
        return longest;
    }

    private static String key(String word) {
        return word.substring(0, Math.min(KEY, word.length()));
    }

    private boolean standsAt(List<String> name, List<Word> words, int at) {
        if (at + name.size() > words.size()) {
            return false;
        }
        for (int i = 0; i < name.size(); i++) {
            if (!isForm(words.get(at + i).folded(), name.get(i))) {
                return false;
            }
        }
        return true;
    }

    private boolean isForm(String word, String name) {
        if (word.equals(name)) {
            return true;
        }
        String stem = stem(name);
        if (stem.length() < INFLECTED || !word.startsWith(stem)) {
            return false;
        }
        String ending = word.substring(stem.length());
        return isCyrillic(name) ? CYRILLIC.contains(ending) : endings.contains(ending);
    }

    /// What stays of a word in all its cases: in Cyrillic, without a last vowel.
    private static String stem(String name) {
        boolean ends =
                isCyrillic(name) && name.length() > INFLECTED && CYRILLIC.contains(name.substring(name.length() - 1));
        return ends ? name.substring(0, name.length() - 1) : name;
    }

    private static boolean isCyrillic(String name) {
        return Character.UnicodeScript.of(name.codePointBefore(name.length())) == Character.UnicodeScript.CYRILLIC;
    }
}
