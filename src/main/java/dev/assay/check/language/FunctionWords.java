package dev.assay.check.language;

import dev.assay.document.Span;
import dev.assay.document.Words;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Tells the language of a single sentence by its small words, which no other of the languages has.
final class FunctionWords {
    private static final Map<String, Set<String>> WORDS = Map.of(
            "en",
            words("the of and is are this that with which were been from have has their there would should they than"
                    + " these because by for be not to it its our we you your"),
            "de",
            words("der das und ist nicht mit ein eine einer eines auf dem den f\u00FCr sich wird werden auch von zu"
                    + " bei nach wurde wurden oder sind durch \u00FCber dass zum zur vom beim wir"),
            "fr",
            words("les est une dans pour qui pas sur sont avec aux cette ces ont \u00E9t\u00E9 du et le leur nous"
                    + " vous ou par"),
            "es",
            words("los las por para como m\u00E1s est\u00E1 este esta pero el y sus fue han tambi\u00E9n sobre entre"),
            "it",
            words("il della che per sono di gli nella delle \u00E8 anche dei degli alla nel questo questa"),
            "nl",
            words("het een van niet zijn voor met ook wordt deze naar bij aan op zij wij"));

    private FunctionWords() {}

    private static Set<String> words(String words) {
        return Set.of(words.split(" "));
    }

    /// Whether a language is among those that can be told.
    static boolean know(String tag) {
        return WORDS.containsKey(tag);
    }

    /// The language that a sentence is in without doubt: two of its small words in a short one, three in a longer, and
    /// none of the ordered language's.
    ///
    /// @param ordered the language that it should be in
    static Optional<String> other(String sentence, String ordered, int leastWords) {
        List<Span> spans = Words.spans(sentence);
        if (spans.size() < leastWords) {
            return Optional.empty();
        }
        List<String> found = spans.stream()
                .map(span -> sentence.substring(span.start(), span.end()).toLowerCase(Locale.ROOT))
                .toList();
        if (hits(found, WORDS.getOrDefault(ordered, Set.of())) > 0 || (!know(ordered) && isForeign(sentence))) {
            return Optional.empty();
        }
        int least = spans.size() <= 6 ? 2 : 3;
        return WORDS.entrySet().stream()
                .filter(each -> !each.getKey().equals(ordered))
                .filter(each -> hits(found, each.getValue()) >= least)
                .max(Comparator.comparingLong((Map.Entry<String, Set<String>> each) -> hits(found, each.getValue()))
                        .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey);
    }

    private static long hits(List<String> found, Set<String> words) {
        return found.stream().filter(words::contains).count();
    }

    /// Whether some of it is in a script other than the Latin one.
    private static boolean isForeign(String text) {
        return text.codePoints()
                .filter(Character::isLetter)
                .anyMatch(letter -> Character.UnicodeScript.of(letter) != Character.UnicodeScript.LATIN);
    }
}
