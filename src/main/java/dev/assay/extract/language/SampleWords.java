package dev.assay.extract.language;

import java.lang.Character.UnicodeScript;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What Lingua looks at in a text in lower case: its letters and signs without punctuation and digits, in words.
///
/// Lingua's rules about letters that few languages have, such as `ř`, decide nothing as long as such letters are
/// in fewer than half of the words. Then the triples decide between all languages of the script that most words
/// are in.
final class SampleWords {
    private static final Set<UnicodeScript> OF_NO_LANGUAGE = EnumSet.of(UnicodeScript.COMMON, UnicodeScript.INHERITED);

    private final char[] kept;
    private final Map<ScriptFamily, Integer> wordsIn = new EnumMap<>(ScriptFamily.class);
    private int length;
    private int words;
    /// Letters about which there may be a rule, each once in a word.
    private int specialLetters;
    private boolean foreign;

    private SampleWords(int most) {
        kept = new char[most];
    }

    static SampleWords of(String lowerCase) {
        SampleWords words = new SampleWords(lowerCase.length() + 1);
        int start = 0;
        for (int i = 0; i < lowerCase.length(); i++) {
            char character = lowerCase.charAt(i);
            if (isBlank(character)) {
                words.endWord(start);
                start = words.length;
            } else if (!isDropped(character)) {
                words.kept[words.length++] = character;
            }
        }
        words.endWord(start);
        return words;
    }

    /// The languages between which the triples alone decide; empty where Lingua must be asked.
    Optional<ScriptFamily> decidedByTriples() {
        if (foreign || 2 * specialLetters >= words) {
            return Optional.empty();
        }
        return wordsIn.keySet().stream()
                .filter(family -> wordsIn.entrySet().stream()
                        .allMatch(other -> other.getKey() == family || other.getValue() < wordsIn.get(family)))
                .findFirst();
    }

    /// All triples of neighbouring letters within a word, 16 bits for each letter, with repetitions.
    long[] triples() {
        long[] triples = new long[length];
        int count = 0;
        long triple = 0;
        int run = 0;
        for (int i = 0; i < length; i++) {
            if (!Character.isLetter(kept[i])) {
                run = 0;
                continue;
            }
            triple = (triple << Character.SIZE) | kept[i];
            run++;
            if (run >= 3) {
                triples[count++] = triple & ((1L << (3 * Character.SIZE)) - 1);
            }
        }
        return Arrays.copyOf(triples, count);
    }

    /// The white space of a regular expression: others are part of a word.
    private static boolean isBlank(char character) {
        return character == ' ' || (character >= '\t' && character <= '\r');
    }

    private static boolean isDropped(char character) {
        if (character >= 'a' && character <= 'z') {
            return false;
        }
        return switch (Character.getType(character)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION,
                    Character.DECIMAL_DIGIT_NUMBER,
                    Character.LETTER_NUMBER,
                    Character.OTHER_NUMBER -> true;
            default -> false;
        };
    }

    /// Counts the word from `start` on. One without a letter decides nothing.
    private void endWord(int start) {
        if (length == start) {
            return;
        }
        boolean letter = false;
        ScriptFamily whole = family(kept[start]);
        for (int i = start; i < length; i++) {
            letter |= Character.isLetter(kept[i]);
            ScriptFamily family = family(kept[i]);
            whole = family == whole ? whole : null;
            if (family != null) {
                specialLetters += family.special(kept[i]) && firstInWord(start, i) ? 1 : 0;
            }
        }
        words += letter ? 1 : 0;
        if (whole != null) {
            wordsIn.merge(whole, 1, Integer::sum);
        }
        kept[length++] = ' ';
    }

    /// The family of a letter or sign, null where it has none; then it may be foreign to all of them.
    private @Nullable ScriptFamily family(char character) {
        if (character <= 'z') {
            return character >= 'a' ? ScriptFamily.LATIN : null;
        }
        UnicodeScript script = UnicodeScript.of(character);
        for (ScriptFamily family : ScriptFamily.values()) {
            if (family.script() == script) {
                return family;
            }
        }
        foreign |= Character.isSurrogate(character) || !OF_NO_LANGUAGE.contains(script);
        return null;
    }

    private boolean firstInWord(int start, int at) {
        for (int i = start; i < at; i++) {
            if (kept[i] == kept[at]) {
                return false;
            }
        }
        return true;
    }
}
