package dev.assay.lab.bench;

import java.util.Arrays;

/// A growing row of words ([Lexicon]).
final class Words {
    private int[] words = new int[1024];
    private int size;

    Words add(int word) {
        if (size == words.length) {
            words = Arrays.copyOf(words, size * 2);
        }
        words[size++] = word;
        return this;
    }

    Words addAll(int[] more) {
        for (int word : more) {
            add(word);
        }
        return this;
    }

    int size() {
        return size;
    }

    int[] toArray() {
        return Arrays.copyOf(words, size);
    }

    /// Those that are words, without the ends of sentences.
    static int[] spoken(int[] words) {
        return Arrays.stream(words).filter(word -> word != Lexicon.STOP).toArray();
    }
}
