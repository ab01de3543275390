package dev.assay.priorwork.align;

import dev.assay.priorwork.align.AlignedPassage.Range;
import dev.assay.priorwork.text.Token;
import dev.assay.priorwork.text.Tokens;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The sentences of two texts as weighted words: how often a word stands in the sentence times how rare it is among
/// the sentences of both texts (term frequency, inverse sentence frequency).
final class SentenceVectors {
    private static final int LEAST_WORDS = 3;
    private static final int LEAST_SHARED = 2;
    private static final double COSINE = .3;
    private static final double DICE = .3;
    /// What stands in more sentences than this tells little and would make large sheets slow.
    private static final int MOST_SENTENCES = 1000;

    private final Map<String, Integer> numbers = new HashMap<>();
    private final Side own;
    private final Side other;

    SentenceVectors(Tokens own, Tokens other) {
        this.own = new Side(own);
        this.other = new Side(other);
        double[] rarity = new double[numbers.size()];
        this.own.count(rarity);
        this.other.count(rarity);
        int sentences = this.own.size() + this.other.size();
        Arrays.setAll(rarity, word -> Math.log(1 + sentences / rarity[word]));
        this.own.weigh(rarity);
        this.other.weigh(rarity);
    }

    /// Two alike sentences.
    record Seed(int own, int other) {}

    Side own() {
        return own;
    }

    Side other() {
        return other;
    }

    /// All pairs of alike sentences, in the order of the own text: those whose cosine and whose Dice coefficient
    /// are over three tenths.
    List<Seed> seeds() {
        int[][] postings = other.postings(numbers.size());
        double[] dots = new double[other.size()];
        int[] shared = new int[other.size()];
        List<Seed> seeds = new ArrayList<>();
        for (int i = 0; i < own.size(); i++) {
            Vector vector = own.vectors.get(i);
            List<Integer> touched = new ArrayList<>();
            for (int k = 0; k < vector.words.length; k++) {
                int[] sentences = postings[vector.words[k]];
                for (int sentence : sentences.length > MOST_SENTENCES ? new int[0] : sentences) {
                    if (shared[sentence]++ == 0) {
                        touched.add(sentence);
                    }
                    dots[sentence] +=
                            vector.weights[k] * other.vectors.get(sentence).weight(vector.words[k]);
                }
            }
            for (int sentence : touched) {
                if (isAlike(vector, other.vectors.get(sentence), shared[sentence], dots[sentence])) {
                    seeds.add(new Seed(i, sentence));
                }
                shared[sentence] = 0;
                dots[sentence] = 0;
            }
        }
        return seeds;
    }

    private static boolean isAlike(Vector one, Vector two, int shared, double dot) {
        return shared >= LEAST_SHARED
                && 2.0 * shared / (one.words.length + two.words.length) > DICE
                && dot / (one.length * two.length) > COSINE;
    }

    /// Words by number, ascending, with their weights.
    static final class Vector {
        private final int[] words;
        private final double[] weights;
        private final double length;

        private Vector(int[] occurrences, double[] rarity) {
            int[] sorted = occurrences.clone();
            Arrays.sort(sorted);
            this.words = Arrays.stream(sorted).distinct().toArray();
            this.weights = new double[words.length];
            int at = 0;
            for (int word : sorted) {
                at += words[at] == word ? 0 : 1;
                weights[at] += rarity[word];
            }
            this.length = Math.sqrt(
                    Arrays.stream(weights).map(weight -> weight * weight).sum());
        }

        private double weight(int word) {
            return weights[Arrays.binarySearch(words, word)];
        }

        /// How alike two are, from 0 to 1.
        double cosine(Vector that) {
            double dot = 0;
            int i = 0;
            int j = 0;
            while (i < words.length && j < that.words.length) {
                int order = Integer.compare(words[i], that.words[j]);
                dot += order == 0 ? weights[i] * that.weights[j] : 0;
                i += order <= 0 ? 1 : 0;
                j += order >= 0 ? 1 : 0;
            }
            return dot == 0 ? 0 : dot / (length * that.length);
        }
    }

    /// The sentences of one text; one of fewer than three content words belongs to the next.
    final class Side {
        private final List<int[]> sentences = new ArrayList<>();
        private final List<Range> ranges = new ArrayList<>();
        private final List<Vector> vectors = new ArrayList<>();
        private double[] rarity = {};

        private Side(Tokens tokens) {
            int from = 0;
            for (int i = 0; i < tokens.sentences(); i++) {
                Range range = new Range(from, tokens.sentence(i + 1));
                int[] words = words(tokens, range);
                if (words.length >= LEAST_WORDS || i == tokens.sentences() - 1) {
                    sentences.add(words);
                    ranges.add(range);
                    from = range.to();
                }
            }
        }

        private int[] words(Tokens tokens, Range range) {
            int[] words = new int[range.size()];
            int count = 0;
            for (int i = range.from(); i < range.to(); i++) {
                Token token = tokens.get(i);
                if (token.content()) {
                    words[count++] = numbers.computeIfAbsent(token.stem(), key -> numbers.size());
                }
            }
            return Arrays.copyOf(words, count);
        }

        private void count(double[] frequencies) {
            for (int[] words : sentences) {
                Arrays.stream(words).distinct().forEach(word -> frequencies[word]++);
            }
        }

        private void weigh(double[] byWord) {
            rarity = byWord;
            sentences.forEach(words -> vectors.add(new Vector(words, rarity)));
        }

        /// For each word the sentences that have it.
        private int[][] postings(int words) {
            int[] counts = new int[words];
            vectors.forEach(vector -> Arrays.stream(vector.words).forEach(word -> counts[word]++));
            int[][] postings = new int[words][];
            Arrays.setAll(postings, word -> new int[counts[word]]);
            for (int i = vectors.size() - 1; i >= 0; i--) {
                for (int word : vectors.get(i).words) {
                    postings[word][--counts[word]] = i;
                }
            }
            return postings;
        }

        int size() {
            return sentences.size();
        }

        Range range(int sentence) {
            return ranges.get(sentence);
        }

        /// Several sentences as one.
        ///
        /// @param last itself
        Vector passage(int first, int last) {
            return new Vector(
                    sentences.subList(first, last + 1).stream()
                            .flatMapToInt(Arrays::stream)
                            .toArray(),
                    rarity);
        }
    }
}
