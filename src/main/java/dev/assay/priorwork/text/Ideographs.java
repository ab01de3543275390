package dev.assay.priorwork.text;

import dev.assay.document.Span;
import java.util.ArrayList;
import java.util.List;

/// Text that is written without spaces, as Chinese and Japanese: each character is compared together with the next.
final class Ideographs {
    private Ideographs() {}

    /// Words, with runs of kana taken apart into characters, as ideographs are.
    static List<Span> apart(String text, List<Span> words) {
        if (words.stream().noneMatch(word -> isKana(text, word))) {
            return words;
        }
        List<Span> apart = new ArrayList<>();
        for (Span word : words) {
            int at = word.start();
            while (isKana(text, word) && at < word.end()) {
                int size = Character.charCount(text.codePointAt(at));
                apart.add(new Span(at, at + size));
                at += size;
            }
            if (at < word.end()) {
                apart.add(word);
            }
        }
        return apart;
    }

    /// A word; of characters without spaces between them, one with the next.
    static String withNext(String text, List<Span> words, int index) {
        Span word = words.get(index);
        boolean paired = isWithoutSpaces(text, word)
                && index + 1 < words.size()
                && words.get(index + 1).start() == word.end()
                && isWithoutSpaces(text, words.get(index + 1));
        return text.substring(word.start(), paired ? words.get(index + 1).end() : word.end());
    }

    private static boolean isWithoutSpaces(String text, Span word) {
        return Character.isIdeographic(text.codePointAt(word.start())) || isKana(text, word);
    }

    private static boolean isKana(String text, Span word) {
        Character.UnicodeScript script = Character.UnicodeScript.of(text.codePointAt(word.start()));
        return script == Character.UnicodeScript.HIRAGANA || script == Character.UnicodeScript.KATAKANA;
    }
}
