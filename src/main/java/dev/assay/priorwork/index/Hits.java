package dev.assay.priorwork.index;

import java.util.Arrays;

/// Which passages of a segment have which fingerprints of a query, as one growing array of numbers.
final class Hits {
    private long[] hits = new long[256];
    private int size;

    void add(int passage, int number) {
        if (size == hits.length) {
            hits = Arrays.copyOf(hits, size * 2);
        }
        hits[size++] = ((long) passage << Integer.SIZE) | number;
    }

    /// Notes what was noted since a place for the fingerprints at further ranks of the query as well.
    void repeat(int since, Query query, int fromRank, int toRank) {
        int end = size;
        for (int rank = fromRank; rank < toRank; rank++) {
            for (int i = since; i < end; i++) {
                add(passage(i), query.atRank(rank));
            }
        }
    }

    void clear() {
        size = 0;
    }

    /// By passage, those of a passage in the order of the query's text.
    void sort() {
        Arrays.sort(hits, 0, size);
    }

    int size() {
        return size;
    }

    int passage(int index) {
        return (int) (hits[index] >>> Integer.SIZE);
    }

    /// The number of the fingerprint in the query.
    int number(int index) {
        return (int) hits[index];
    }
}
