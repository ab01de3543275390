package dev.assay.priorwork.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.WordlistLoader;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.jspecify.annotations.Nullable;
import org.tartarus.snowball.SnowballStemmer;
import org.tartarus.snowball.ext.DanishStemmer;
import org.tartarus.snowball.ext.DutchStemmer;
import org.tartarus.snowball.ext.EnglishStemmer;
import org.tartarus.snowball.ext.FinnishStemmer;
import org.tartarus.snowball.ext.FrenchStemmer;
import org.tartarus.snowball.ext.GermanStemmer;
import org.tartarus.snowball.ext.HungarianStemmer;
import org.tartarus.snowball.ext.ItalianStemmer;
import org.tartarus.snowball.ext.NorwegianStemmer;
import org.tartarus.snowball.ext.PortugueseStemmer;
import org.tartarus.snowball.ext.RussianStemmer;
import org.tartarus.snowball.ext.SpanishStemmer;
import org.tartarus.snowball.ext.SwedishStemmer;

/// Stems and stop words of a language (Snowball); a language that is not known has neither. Not safe for use by
/// many threads.
final class Stemming {
    private static final Map<String, Language> LANGUAGES = Map.ofEntries(
            Map.entry("da", new Language("danish", DanishStemmer::new)),
            Map.entry("de", new Language("german", GermanStemmer::new)),
            Map.entry("en", new Language("english", EnglishStemmer::new)),
            Map.entry("es", new Language("spanish", SpanishStemmer::new)),
            Map.entry("fi", new Language("finnish", FinnishStemmer::new)),
            Map.entry("fr", new Language("french", FrenchStemmer::new)),
            Map.entry("hu", new Language("hungarian", HungarianStemmer::new)),
            Map.entry("it", new Language("italian", ItalianStemmer::new)),
            Map.entry("nb", new Language("norwegian", NorwegianStemmer::new)),
            Map.entry("nl", new Language("dutch", DutchStemmer::new)),
            Map.entry("nn", new Language("norwegian", NorwegianStemmer::new)),
            Map.entry("no", new Language("norwegian", NorwegianStemmer::new)),
            Map.entry("pt", new Language("portuguese", PortugueseStemmer::new)),
            Map.entry("ru", new Language("russian", RussianStemmer::new)),
            Map.entry("sv", new Language("swedish", SwedishStemmer::new)));
    private static final Map<String, CharArraySet> STOP_WORDS = new ConcurrentHashMap<>();

    private final @Nullable SnowballStemmer stemmer;
    private final CharArraySet stopWords;
    private final Map<String, String> stems = new HashMap<>();

    private Stemming(@Nullable SnowballStemmer stemmer, CharArraySet stopWords) {
        this.stemmer = stemmer;
        this.stopWords = stopWords;
    }

    private record Language(String name, Supplier<SnowballStemmer> stemmer) {}

    /// @param language BCP 47 tag
    static Stemming of(String language) {
        Language known = LANGUAGES.get(Locale.forLanguageTag(language).getLanguage());
        return known == null
                ? new Stemming(null, CharArraySet.EMPTY_SET)
                : new Stemming(
                        known.stemmer().get(), STOP_WORDS.computeIfAbsent(known.name(), name -> stopWords(name)));
    }

    boolean isStopWord(String word) {
        return stopWords.contains(word);
    }

    String stem(String word) {
        return stemmer == null ? word : stems.computeIfAbsent(word, this::fresh);
    }

    private String fresh(String word) {
        SnowballStemmer by = Objects.requireNonNull(stemmer);
        by.setCurrent(word);
        by.stem();
        return by.getCurrent();
    }

    private static CharArraySet stopWords(String name) {
        String file = name + "_stop.txt";
        try (InputStream list = Objects.requireNonNull(SnowballFilter.class.getResourceAsStream(file), file)) {
            return CharArraySet.unmodifiableSet(WordlistLoader.getSnowballWordSet(list));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
