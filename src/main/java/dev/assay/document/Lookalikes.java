package dev.assay.document;

import java.util.HashMap;
import java.util.Map;

/// Letters of Cyrillic and Greek that look like a Latin letter in most fonts (Unicode Technical Standard 39,
/// confusables).
public final class Lookalikes {
    private static final Map<Character, Character> LATIN =
            pairs("\u0430a\u0435e\u043Eo\u0440p\u0441c\u0443y\u0445x\u0456i"
                + "\u0458j\u0455s\u04BBh\u0501d\u051Bq\u051Dw\u0410A\u0412B\u0415E\u041AK\u041CM\u041DH\u041EO\u0420P"
                + "\u0421C\u0422T\u0423Y\u0425X\u0406I\u0408J\u0405S\u03BFo\u03BDv\u0391A\u0392B\u0395E\u0396Z\u0397H"
                + "\u0399I\u039AK\u039CM\u039DN\u039FO\u03A1P\u03A4T\u03A5Y\u03A7X");

    private Lookalikes() {}

    public static boolean isOne(char letter) {
        return LATIN.containsKey(letter);
    }

    /// The Latin letter that a letter looks like; itself where it looks like none.
    public static char latin(char letter) {
        return LATIN.getOrDefault(letter, letter);
    }

    /// A word with Latin letters in place of those that look like them, if it has Latin letters and no others but
    /// lookalikes; else the word. A word wholly in another alphabet is meant as it stands.
    public static String latin(String word) {
        boolean latin = false;
        boolean foreign = false;
        for (int i = 0; i < word.length(); i++) {
            char letter = word.charAt(i);
            boolean plain = letter < 0x0370;
            latin |= plain && Character.isLetter(letter);
            foreign |= !plain;
            if (!plain && !isOne(letter)) {
                return word;
            }
        }
        if (!latin || !foreign) {
            return word;
        }
        StringBuilder replaced = new StringBuilder(word.length());
        word.chars().forEach(letter -> replaced.append(latin((char) letter)));
        return replaced.toString();
    }

    private static Map<Character, Character> pairs(String pairs) {
        Map<Character, Character> letters = new HashMap<>();
        for (int i = 0; i < pairs.length(); i += 2) {
            letters.put(pairs.charAt(i), pairs.charAt(i + 1));
        }
        return Map.copyOf(letters);
    }
}
