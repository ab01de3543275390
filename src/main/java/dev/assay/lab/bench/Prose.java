package dev.assay.lab.bench;

import java.util.SplittableRandom;

/// Writes sentences on a topic. Words are as frequent as in natural text (Zipf and Mandelbrot), a topic prefers
/// some words and has set phrases, every second word or so is a stop word, and every twentieth a figure.
final class Prose {
    private static final int TOPIC_WORDS = 1500;
    private static final int PHRASES = 200;
    private static final int SHORTEST = 8;
    private static final int LONGEST = 30;
    private static final double STOP_WORD = .46;
    private static final double FIGURE = .05;
    private static final double PHRASE = .06;
    private static final double ON_TOPIC = .6;

    /// How often a word stands in its first form, in the first two, in the first three.
    private static final double[] FORMS = {.6, .8, .92};

    private static final Zipf GENERAL = new Zipf(Lexicon.lexemes(), 30);
    private static final Zipf TOPICAL = new Zipf(TOPIC_WORDS, 20);
    private static final Zipf STOP_WORDS = new Zipf(Lexicon.stopWords(), 2);

    private final SplittableRandom random;
    private final long topic;

    /// @param topic any number
    Prose(long seed, long topic) {
        this.random = new SplittableRandom(seed);
        this.topic = Seed.of(topic, 7);
    }

    /// Whole sentences, at least so many words.
    int[] words(int least) {
        Words text = new Words();
        int spoken = 0;
        while (spoken < least) {
            spoken += sentence(text);
        }
        return text.toArray();
    }

    private int sentence(Words text) {
        int before = text.size();
        int length = SHORTEST + random.nextInt(LONGEST - SHORTEST + 1);
        while (text.size() - before < length) {
            if (random.nextDouble() < PHRASE) {
                phrase(text);
            } else {
                text.add(word());
            }
        }
        int words = text.size() - before;
        text.add(Lexicon.STOP);
        return words;
    }

    private void phrase(Words text) {
        SplittableRandom fixed = new SplittableRandom(Seed.of(topic, 1 + random.nextInt(PHRASES)));
        int words = 2 + fixed.nextInt(3);
        for (int i = 0; i < words; i++) {
            text.add(Lexicon.form(topical(TOPICAL.draw(fixed)), 0));
        }
    }

    /// Any word as this text might have it.
    int word() {
        double kind = random.nextDouble();
        if (kind < STOP_WORD) {
            return STOP_WORDS.draw(random);
        }
        if (kind < STOP_WORD + FIGURE) {
            return Lexicon.figure(random.nextInt());
        }
        return content();
    }

    /// A word of the same kind: a stop word for a stop word, a figure for a figure.
    int instead(int word) {
        if (word < Lexicon.stopWords()) {
            return STOP_WORDS.draw(random);
        }
        return word >= Lexicon.figure(0) ? Lexicon.figure(random.nextInt()) : content();
    }

    private int content() {
        int rank = random.nextDouble() < ON_TOPIC ? topical(TOPICAL.draw(random)) : GENERAL.draw(random);
        double drawn = random.nextDouble();
        int form = 0;
        while (form < FORMS.length && drawn >= FORMS[form]) {
            form++;
        }
        return Lexicon.form(rank, form);
    }

    private int topical(int rank) {
        return (int) Math.floorMod(Seed.of(topic, -rank), (long) Lexicon.lexemes());
    }
}
