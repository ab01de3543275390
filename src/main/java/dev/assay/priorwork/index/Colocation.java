package dev.assay.priorwork.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.util.BytesRef;

/// Keeps of a segment's hits those that stand close together in the own text: at least three different ones within
/// 150 words.
final class Colocation {
    private static final int LEAST_HITS = 3;
    static final int WITHIN = 150;

    private final Segment segment;
    private final Hits hits;
    private final Tally tally;
    private final SortedDocValues submissions;
    private final NumericDocValues parts;
    private final NumericDocValues offsets;
    private final int ownSubmission;
    private final List<Found> found = new ArrayList<>();

    /// @param submission of which nothing is kept
    Colocation(Segment segment, Tally tally, String submission) throws IOException {
        this.segment = segment;
        this.hits = segment.hits();
        this.tally = tally;
        this.submissions = segment.texts(Fields.SUBMISSION);
        this.parts = segment.numbers(Fields.PART);
        this.offsets = segment.numbers(Fields.OFFSET);
        this.ownSubmission = submissions.lookupTerm(new BytesRef(submission));
    }

    /// The parts with such hits; a part's passages lie next to each other.
    List<Found> found() throws IOException {
        int from = 0;
        while (from < hits.size()) {
            int to = from + 1;
            while (to < hits.size() && hits.passage(to) == hits.passage(from)) {
                to++;
            }
            if (to - from >= LEAST_HITS) {
                passage(from, to);
            }
            from = to;
        }
        return found;
    }

    private void passage(int from, int to) throws IOException {
        int[] numbers = telling(from, to);
        int passage = hits.passage(from);
        int start = 0;
        for (int end = 1; end <= numbers.length; end++) {
            if (end == numbers.length || !isNear(numbers, end)) {
                if (end - start >= LEAST_HITS) {
                    keep(passage, numbers, start, end);
                }
                start = end;
            }
        }
    }

    /// The numbers of a passage's hits that tell something, a repeat of the one before left out.
    private int[] telling(int from, int to) {
        int[] numbers = new int[to - from];
        int size = 0;
        for (int i = from; i < to; i++) {
            int number = hits.number(i);
            if (tally.tells(number) && (size == 0 || !tally.isSame(numbers[size - 1], number))) {
                numbers[size++] = number;
            }
        }
        return Arrays.copyOf(numbers, size);
    }

    /// Whether a hit belongs to a stretch with the one before: they are among three within 150 words.
    private boolean isNear(int[] numbers, int at) {
        return isDense(numbers, at - 2) || isDense(numbers, at - 1);
    }

    private boolean isDense(int[] numbers, int at) {
        return at >= 0
                && at + 2 < numbers.length
                && !tally.isSame(numbers[at], numbers[at + 2])
                && tally.token(numbers[at + 2]) - tally.token(numbers[at]) <= WITHIN;
    }

    private void keep(int passage, int[] numbers, int start, int end) throws IOException {
        int submission = Segment.ordinal(submissions, passage);
        if (submission == ownSubmission) {
            return;
        }
        int part = Math.toIntExact(Segment.number(parts, passage));
        int offset = Math.toIntExact(Segment.number(offsets, passage));
        if (found.isEmpty() || !found.getLast().isOf(submission, part)) {
            found.add(new Found(segment, passage, submission, part));
        }
        found.getLast().add(tally, numbers, start, end, offset);
    }
}
