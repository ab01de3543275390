package dev.assay.priorwork;

import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// Words of a submission, each once. Never changed after it is made.
final class WordSet {
    /// Where each part's words begin, with one free between them, so that no run goes on from one part
    /// into the next.
    private final int[] offsets;

    private final BitSet words;

    private WordSet(int[] offsets, BitSet words) {
        this.offsets = offsets;
        this.words = words;
    }

    /// No words of the parts of that many words, or of as many as passages are told in.
    static WordSet none(List<Integer> words, List<Match> matches) {
        int parts = Math.max(
                words.size(),
                matches.stream().mapToInt(match -> match.own().part() + 1).max().orElse(0));
        int[] lengths = new int[parts];
        for (int part = 0; part < words.size(); part++) {
            lengths[part] = words.get(part);
        }
        for (Match match : matches) {
            int part = match.own().part();
            lengths[part] = Math.max(lengths[part], match.own().endWord());
        }
        int[] offsets = new int[parts];
        for (int part = 1; part < parts; part++) {
            offsets[part] = offsets[part - 1] + lengths[part - 1] + 1;
        }
        return new WordSet(offsets, new BitSet());
    }

    /// These and the words of those places.
    WordSet with(Stream<Match.Own> places) {
        BitSet all = copy();
        places.filter(place -> place.part() < offsets.length && place.firstWord() < place.endWord())
                .forEach(place ->
                        all.set(offsets[place.part()] + place.firstWord(), offsets[place.part()] + place.endWord()));
        return new WordSet(offsets, all);
    }

    WordSet and(WordSet others) {
        BitSet all = copy();
        all.or(others.words);
        return new WordSet(offsets, all);
    }

    WordSet without(WordSet others) {
        BitSet left = copy();
        left.andNot(others.words);
        return new WordSet(offsets, left);
    }

    int size() {
        return words.cardinality();
    }

    /// The most words in one piece.
    int longestRun() {
        int longest = 0;
        int start = words.nextSetBit(0);
        while (start >= 0) {
            int end = words.nextClearBit(start);
            longest = Math.max(longest, end - start);
            start = words.nextSetBit(end);
        }
        return longest;
    }

    /// How many words of the other part those passages cover.
    static int theirs(List<Match> matches) {
        BitSet covered = new BitSet();
        matches.stream()
                .map(Match::other)
                .filter(Objects::nonNull)
                .filter(other -> other.firstWord() < other.endWord())
                .forEach(other -> covered.set(other.firstWord(), other.endWord()));
        return covered.cardinality();
    }

    private BitSet copy() {
        return (BitSet) words.clone();
    }
}
