package dev.assay.extract.language;

import com.github.pemistahl.lingua.api.LanguageDetector;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// How often each letter, pair and triple of letters occurs in one language: the counts that come with Lingua.
final class LetterTriples {
    private static final List<String> FILES = List.of("unigrams", "bigrams", "trigrams");
    private static final String BEGINNING = "\"ngrams\":{";
    private static final int NUMBER_BITS = 16;

    /// Up to three letters above, the number of their likelihood below; sorted.
    private long[] entries = new long[1 << 15];

    /// Of each number.
    private float[] logarithms = new float[1 << 14];

    private int entryCount;
    private int numberCount;

    private LetterTriples() {}

    /// Loads a language; takes some milliseconds.
    ///
    /// @param tag ISO 639-1
    static LetterTriples of(String tag) {
        LetterTriples triples = new LetterTriples();
        FILES.forEach(file -> triples.take(text("/language-models/" + tag + "/" + file + ".json")));
        triples.entries = Arrays.copyOf(triples.entries, triples.entryCount);
        triples.logarithms = Arrays.copyOf(triples.logarithms, triples.numberCount);
        Arrays.sort(triples.entries);
        return triples;
    }

    /// The logarithm of a triple's likelihood; of a triple that never occurred that of its first two letters, else
    /// of its first; 0 where that never did either.
    ///
    /// @param triple the letters, 16 bits each
    float logarithm(long triple) {
        for (long letters = triple; letters != 0; letters >>>= Character.SIZE) {
            int at = Arrays.binarySearch(entries, letters << NUMBER_BITS);
            int first = at >= 0 ? at : -at - 1;
            if (first < entries.length && entries[first] >>> NUMBER_BITS == letters) {
                return logarithms[(int) (entries[first] & (1 << NUMBER_BITS) - 1)];
            }
        }
        return 0;
    }

    private static String text(String path) {
        try (InputStream in = LanguageDetector.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("Lingua's jar has no " + path);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Takes a file such as `{"language":"ENGLISH","ngrams":{"3553/58397":"cca","167/58397":"ccc èce"}}`. A general
    /// reader of JSON, which keeps the names of all fields, takes ten times as long.
    private void take(String json) {
        int beginning = json.indexOf(BEGINNING);
        if (beginning < 0 || json.indexOf('\\') >= 0) {
            throw new IllegalStateException("Lingua's counts are not in the form of its version 1.2");
        }
        int at = beginning + BEGINNING.length();
        while (json.charAt(at) != '}') {
            int slash = json.indexOf('/', at);
            int fractionEnd = json.indexOf('"', slash);
            int lettersStart = fractionEnd + "\":\"".length();
            int lettersEnd = json.indexOf('"', lettersStart);
            take(likelihood(json, at + 1, slash, fractionEnd));
            take(json, lettersStart, lettersEnd);
            at = lettersEnd + 1;
            at += json.charAt(at) == ',' ? 1 : 0;
        }
    }

    private static double likelihood(String json, int start, int slash, int end) {
        return (double) Long.parseLong(json, start, slash, 10) / Long.parseLong(json, slash + 1, end, 10);
    }

    private void take(double likelihood) {
        if (numberCount == 1 << NUMBER_BITS) {
            throw new IllegalStateException("A language has too many likelihoods to number");
        }
        if (numberCount == logarithms.length) {
            logarithms = Arrays.copyOf(logarithms, 2 * numberCount);
        }
        logarithms[numberCount++] = (float) Math.log(likelihood);
    }

    /// Takes letters, pairs or triples of the last likelihood, set apart by spaces.
    private void take(String json, int start, int end) {
        long letters = 0;
        for (int i = start; i <= end; i++) {
            char letter = json.charAt(i);
            if (i < end && letter != ' ') {
                letters = letters << Character.SIZE | letter;
                continue;
            }
            if (entryCount == entries.length) {
                entries = Arrays.copyOf(entries, 2 * entryCount);
            }
            entries[entryCount++] = letters << NUMBER_BITS | numberCount - 1;
            letters = 0;
        }
    }
}
