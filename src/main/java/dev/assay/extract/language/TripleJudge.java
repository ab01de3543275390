package dev.assay.extract.language;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Tells the languages of one script apart, as Lingua's low accuracy mode does and to the same result, at a small
/// part of its time.
///
/// Lingua asks each of the languages for each triple of a text, in maps of strings. Here a triple is a number,
/// and what all languages say of it is remembered, so that in a further text it costs one look-up and one row of
/// additions.
final class TripleJudge {
    private static final int SLOT_BITS = 15;
    private static final int SLOTS = 1 << SLOT_BITS;
    /// Triples remembered: more than a long document of one language has.
    private static final int MOST_FILLED = SLOTS / 2;
    /// 2^64 over the golden ratio, which scatters numbers that are alike.
    private static final long SCATTER = 0x9E3779B97F4A7C15L;

    private static final Map<ScriptFamily, TripleJudge> LOADED = new EnumMap<>(ScriptFamily.class);

    private final ScriptFamily family;
    private final List<LetterTriples> models;
    private final long[] triples = new long[SLOTS];
    private final float[][] rows = new float[SLOTS][];
    /// The text in which a slot's triple was last met: a triple counts once in a text.
    private final int[] met = new int[SLOTS];

    private int filled;
    private int texts;

    private TripleJudge(ScriptFamily family) {
        this.family = family;
        models = family.tags().stream().map(LetterTriples::of).toList();
    }

    /// The language of a text, or empty where its triples alone do not decide and Lingua must be asked.
    ///
    /// @param text a few hundred characters at most
    static Optional<Judgement> judge(String text) {
        SampleWords words = SampleWords.of(text.toLowerCase(Locale.ROOT));
        return words.decidedByTriples().map(family -> of(family).judge(words.triples()));
    }

    /// Loaded when first asked: the Latin ones take half a second, and some 10 MB from then on.
    private static TripleJudge of(ScriptFamily family) {
        synchronized (LOADED) {
            return LOADED.computeIfAbsent(family, TripleJudge::new);
        }
    }

    private synchronized Judgement judge(long[] ofText) {
        texts++;
        if (filled + ofText.length > MOST_FILLED) {
            forget();
        }
        float[] sums = new float[models.size()];
        for (long triple : ofText) {
            int slot = slot(triple);
            if (met[slot] != texts) {
                met[slot] = texts;
                add(rows[slot], sums);
            }
        }
        return likeliest(sums);
    }

    private void forget() {
        Arrays.fill(triples, 0);
        Arrays.fill(rows, null);
        Arrays.fill(met, 0);
        filled = 0;
    }

    private int slot(long triple) {
        int slot = (int) (triple * SCATTER >>> Long.SIZE - SLOT_BITS);
        while (triples[slot] != triple) {
            if (triples[slot] == 0) {
                triples[slot] = triple;
                rows[slot] = row(triple);
                filled++;
                return slot;
            }
            slot = slot + 1 & SLOTS - 1;
        }
        return slot;
    }

    private float[] row(long triple) {
        float[] row = new float[models.size()];
        for (int i = 0; i < row.length; i++) {
            row[i] = models.get(i).logarithm(triple);
        }
        return row;
    }

    private static void add(float[] row, float[] sums) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += row[i];
        }
    }

    /// The language with the highest sum; one that knows none of the triples is out.
    private Judgement likeliest(float[] sums) {
        int first = -1;
        int second = -1;
        for (int i = 0; i < sums.length; i++) {
            if (sums[i] == 0) {
                continue;
            }
            if (first < 0 || sums[i] > sums[first]) {
                second = first;
                first = i;
            } else if (second < 0 || sums[i] > sums[second]) {
                second = i;
            }
        }
        if (first < 0) {
            return Judgement.NONE;
        }
        return Judgement.of(family.tags().get(first), second < 0 ? 1 : 1 - sums[first] / sums[second]);
    }
}
