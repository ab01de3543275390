package dev.assay.priorwork.index;

import java.util.Arrays;
import java.util.List;

/// The fingerprints of a stretch of text, numbered in the order of the text, to be looked up in the order in
/// which the index has them: each once, however often it stands there.
final class Query {
    /// How many fingerprints make one query; longer texts are looked up piece by piece.
    static final int MOST = 50_000;

    private static final int NUMBER_BITS = 24;

    private final long[] hashes;
    private final int[] tokens;
    private final long[] sorted;

    /// @param fingerprints in the order of the text, at most [#MOST]
    Query(List<Fingerprint> fingerprints) {
        this.hashes = fingerprints.stream().mapToLong(Fingerprint::hash).toArray();
        this.tokens = fingerprints.stream().mapToInt(Fingerprint::token).toArray();
        this.sorted = new long[hashes.length];
        for (int i = 0; i < hashes.length; i++) {
            // The topmost bit turned over: signed numbers then sort as the index's bytes do.
            sorted[i] = ((hashes[i] << NUMBER_BITS) | i) ^ Long.MIN_VALUE;
        }
        Arrays.sort(sorted);
    }

    int size() {
        return hashes.length;
    }

    int token(int number) {
        return tokens[number];
    }

    boolean isSame(int number, int other) {
        return hashes[number] == hashes[other];
    }

    /// The number of the fingerprint at a rank of the index's order; of equal ones the first in the text is first.
    int atRank(int rank) {
        return (int) (sorted[rank] & ((1 << NUMBER_BITS) - 1));
    }

    long hashAtRank(int rank) {
        return hashes[atRank(rank)];
    }
}
