package dev.assay.priorwork.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.WordlistLoader;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.jspecify.annotations.Nullable;
import org.tartarus.snowball.SnowballStemmer;
import org.tartarus.snowball.ext.EnglishStemmer;
import org.tartarus.snowball.ext.GermanStemmer;

/// Stems and stop words of a language; a language that is not known has neither. Not safe for use by many
/// threads.
final class Stemming {
    private static final CharArraySet ENGLISH = stopWords("english_stop.txt");
    private static final CharArraySet GERMAN = stopWords("german_stop.txt");

    private final @Nullable SnowballStemmer stemmer;
    private final CharArraySet stopWords;

    private Stemming(@Nullable Supplier<SnowballStemmer> stemmer, CharArraySet stopWords) {
        this.stemmer = stemmer == null ? null : stemmer.get();
        this.stopWords = stopWords;
    }

    /// @param language BCP 47 tag
    static Stemming of(String language) {
        return switch (Locale.forLanguageTag(language).getLanguage()) {
            case "en" -> new Stemming(EnglishStemmer::new, ENGLISH);
            case "de" -> new Stemming(GermanStemmer::new, GERMAN);
            default -> new Stemming(null, CharArraySet.EMPTY_SET);
        };
    }

    boolean isStopWord(String word) {
        return stopWords.contains(word);
    }

    String stem(String word) {
        if (stemmer == null) {
            return word;
        }
        stemmer.setCurrent(word);
        stemmer.stem();
        return stemmer.getCurrent();
    }

    private static CharArraySet stopWords(String file) {
        try (InputStream list = Objects.requireNonNull(SnowballFilter.class.getResourceAsStream(file), file)) {
            return CharArraySet.unmodifiableSet(WordlistLoader.getSnowballWordSet(list));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
