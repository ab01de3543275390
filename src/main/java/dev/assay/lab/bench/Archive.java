package dev.assay.lab.bench;

import dev.assay.priorwork.index.IndexedWork;
import java.util.Arrays;
import java.util.SplittableRandom;

/// An archive of reports that is never there as a whole: each is written anew whenever it is asked for, always the
/// same. A larger archive begins with the smaller ones.
///
/// A work order brings five: three rounds of one deliverable and two others. All carry paragraphs of their vendor,
/// of their client and of the trade. Clients grow in number as the square root of work orders.
final class Archive {
    /// How many passages of 600 words a report has, on average.
    static final int PASSAGES = 10;

    private static final int PER_ORDER = 5;
    private static final int ROUNDS = 3;
    private static final int FIRST_CLIENTS = 4;
    private static final int VENDORS = 12;
    private static final int TOPICS_OF_CLIENT = 3;
    private static final int TRADE_PARAGRAPHS = 50;
    private static final int LEAST_BODY = 3400;
    private static final int BODY_SPREAD = 2800;
    private static final int PARAGRAPH = 80;
    private static final double REWRITTEN = .1;
    private static final double RETOUCHED = .03;

    private final long seed;

    Archive(long seed) {
        this.seed = seed;
    }

    /// A report.
    ///
    /// @param words     with the ends of sentences
    /// @param bodyStart the first word that no other report shares, counted without ends of sentences
    /// @param bodyWords how many of them there are
    @SuppressWarnings("ArrayRecordComponent") // Never compared, and read word by word.
    record Report(IndexedWork.Source source, int[] words, int bodyStart, int bodyWords) {
        int[] spoken() {
            return Words.spoken(words);
        }
    }

    /// The n-th report.
    Report report(int number) {
        int order = number / PER_ORDER;
        int place = number % PER_ORDER;
        int round = place < ROUNDS ? place + 1 : 1;
        int deliverable = place < ROUNDS ? 0 : place;
        IndexedWork.Source source = source("s" + number, order, client(order), "d" + deliverable, round);
        int[] body = body(order, deliverable);
        return report(source, order, round == 1 ? body : revised(body, Seed.of(seed, number), topic(order)), number);
    }

    /// A report whose text no other shares, but for paragraphs of vendor, client and trade.
    static boolean isSingle(int number) {
        return number % PER_ORDER >= ROUNDS;
    }

    /// A report of a work order of its own, of a client that small archives have too.
    ///
    /// @param words how many, paragraphs of others aside
    Report fresh(int number, int words) {
        int order = -1 - number;
        int client = Seed.below(FIRST_CLIENTS, seed, order);
        int[] body = new Prose(Seed.of(seed, order), topic(order)).words(words);
        return report(source("q" + number, order, client, "d", 1), order, body, order);
    }

    private Report report(IndexedWork.Source source, int order, int[] body, int number) {
        Words words = new Words()
                .addAll(paragraph(1, vendor(order)))
                .addAll(paragraph(2, Integer.parseInt(source.client().substring(1))));
        int start = Words.spoken(words.toArray()).length;
        words.addAll(body);
        for (int i = 0; i < 2; i++) {
            words.addAll(paragraph(3, Seed.below(TRADE_PARAGRAPHS, Seed.of(seed, number), i)));
        }
        words.addAll(paragraph(4, vendor(order)));
        words.addAll(paragraph(5, Integer.parseInt(source.client().substring(1))));
        return new Report(source, words.toArray(), start, Words.spoken(body).length);
    }

    private static IndexedWork.Source source(String submission, int order, int client, String deliverable, int round) {
        return new IndexedWork.Source(
                submission, 0, "c" + client, "v" + vendor(order), "w" + order, deliverable, round);
    }

    private int[] body(int order, int deliverable) {
        long own = Seed.of(Seed.of(seed, order), deliverable);
        return new Prose(own, topic(order)).words(LEAST_BODY + Seed.below(BODY_SPREAD, own, 1));
    }

    private int[] paragraph(int kind, int whose) {
        long own = Seed.of(Seed.of(seed, kind), (1L << 40) | whose);
        return new Prose(own, kind).words(PARAGRAPH + Seed.below(PARAGRAPH / 2, own, 1));
    }

    /// A later round: some sentences written anew, some words replaced.
    private static int[] revised(int[] body, long own, long topic) {
        SplittableRandom random = new SplittableRandom(own);
        Prose prose = new Prose(Seed.of(own, 1), topic);
        int[] revised = body.clone();
        int start = 0;
        for (int i = 0; i < body.length; i++) {
            if (body[i] == Lexicon.STOP) {
                double share = random.nextDouble() < REWRITTEN ? 1 : RETOUCHED;
                for (int word = start; word < i; word++) {
                    revised[word] = random.nextDouble() < share ? prose.instead(body[word]) : body[word];
                }
                start = i + 1;
            }
        }
        return revised;
    }

    private int client(int order) {
        return Seed.below(FIRST_CLIENTS + (int) Math.sqrt(order), Seed.of(seed, order), 2);
    }

    private static int vendor(int order) {
        return Seed.below(VENDORS, order, 3);
    }

    private long topic(int order) {
        return 100 + client(Math.abs(order)) * (long) TOPICS_OF_CLIENT + Seed.below(TOPICS_OF_CLIENT, seed, order);
    }

    /// The stretch of words of a report's body.
    static int[] stretch(Report report, int from, int to) {
        return Arrays.copyOfRange(report.spoken(), from, to);
    }
}
