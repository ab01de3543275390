package dev.assay.priorwork.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A part in a segment that may become a candidate, with the fingerprints it shares.
final class Found {
    private final Segment segment;
    private final int passage;
    private final int submission;
    private final int part;
    private final BitSet numbers = new BitSet();
    private final List<Candidate.Place> places = new ArrayList<>();
    private double weight;
    private IndexedWork.@Nullable Source source;

    /// @param passage    one of its passages
    /// @param submission the segment's number for it
    Found(Segment segment, int passage, int submission, int part) {
        this.segment = segment;
        this.passage = passage;
        this.submission = submission;
        this.part = part;
    }

    boolean isOf(int otherSubmission, int otherPart) {
        return submission == otherSubmission && part == otherPart;
    }

    /// Takes a stretch of shared fingerprints in; those that an overlapping passage brought count once.
    ///
    /// @param shared their numbers in the query
    /// @param offset the first word of the other part's passage
    void add(Tally tally, int[] shared, int start, int end, int offset) {
        int first = start;
        double window = 0;
        for (int i = start; i < end; i++) {
            numbers.set(shared[i]);
            window += tally.weight(shared[i]);
            while (tally.token(shared[i]) - tally.token(shared[first]) > Colocation.WITHIN) {
                window -= tally.weight(shared[first++]);
            }
            weight = Math.max(weight, window);
        }
        places.add(new Candidate.Place(
                tally.token(shared[start]), tally.token(shared[end - 1]), offset, offset + PriorWorkIndex.PASSAGE));
    }

    /// How much the fingerprints tell that stand together where they tell most: a report on the same matter shares
    /// as many here and there.
    double weight() {
        return weight;
    }

    BitSet numbers() {
        return numbers;
    }

    IndexedWork.Source source() {
        if (source == null) {
            try {
                source = segment.source(passage);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return source;
    }

    Candidate candidate() {
        List<Candidate.Place> sorted = places.stream()
                .sorted(Comparator.comparingInt(Candidate.Place::from).thenComparingInt(Candidate.Place::otherFrom))
                .toList();
        return new Candidate(source(), numbers.cardinality(), weight, sorted);
    }
}
