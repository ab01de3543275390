package dev.assay.priorwork.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;

/// Looks fingerprints up: each is sought once per segment, and of the passages that have it so many are read as
/// tell whether it is rare. One that many passages of much work have brings no candidate up; one that many versions
/// of the same work have does.
///
/// Segments are read one after the other: what the large ones told of a frequent fingerprint saves seeking it in
/// the rest, and a look-up takes less time than handing it to other threads is worth.
final class CandidateRetriever {
    private static final int MOST_READ = 64;
    private static final int MOST_REPEATS = 4;

    private final IndexedWork.Source own;
    private final Grouping grouping;
    private final int passages;
    private final List<Segment> segments = new ArrayList<>();

    /// @param own      whose fingerprints are looked up
    /// @param grouping of what may be named
    CandidateRetriever(IndexReader reader, IndexedWork.Source own, Grouping grouping) throws IOException {
        this.own = own;
        this.grouping = grouping;
        this.passages = reader.numDocs();
        for (LeafReaderContext context : reader.leaves()) {
            segments.add(new Segment(context.reader()));
        }
        segments.sort(Comparator.comparingInt(Segment::size).reversed());
    }

    /// @param fingerprints in the order of the text
    /// @param most         how many candidates to name of each group
    Retrieval retrieve(List<Fingerprint> fingerprints, int most) throws IOException {
        List<Candidate> candidates = new ArrayList<>();
        boolean more = false;
        Commonness commonness = new Commonness(new Commonness.Spread[0]);
        for (int from = 0; from < fingerprints.size(); from += Query.MOST) {
            List<Fingerprint> piece = fingerprints.subList(from, Math.min(fingerprints.size(), from + Query.MOST));
            Tally tally = read(new Query(piece));
            Choice choice = new Choice(tally, grouping, most);
            candidates.addAll(choice.of(found(tally)));
            more |= choice.more();
            commonness = commonness.and(tally.commonness());
        }
        return new Retrieval(fingerprints.size() <= Query.MOST ? candidates : joined(candidates), commonness, more);
    }

    private Tally read(Query query) throws IOException {
        segments.forEach(Segment::forget);
        Tally tally = new Tally(query, own, passages);
        int rank = 0;
        while (rank < query.size()) {
            int first = query.atRank(rank);
            int next = rank + 1;
            while (next < query.size() && query.isSame(first, query.atRank(next))) {
                next++;
            }
            tally.read(first, passagesWith(query, rank, Math.min(next, rank + MOST_REPEATS)));
            for (int repeat = rank + 1; repeat < next; repeat++) {
                tally.repeats(query.atRank(repeat), first);
            }
            rank = next;
        }
        for (Segment segment : segments) {
            segment.sort();
            tally.take(segment);
        }
        return tally;
    }

    /// Notes the passages that have the fingerprint at a rank, for it and for its repeats up to before another.
    private int passagesWith(Query query, int rank, int end) throws IOException {
        int read = 0;
        for (Segment segment : segments) {
            if (read == MOST_READ) {
                break;
            }
            int before = segment.hits().size();
            read += segment.read(query.hashAtRank(rank), query.atRank(rank), MOST_READ - read);
            segment.hits().repeat(before, query, rank + 1, end);
        }
        return read;
    }

    private List<Found> found(Tally tally) throws IOException {
        List<Found> found = new ArrayList<>();
        for (Segment segment : segments) {
            found.addAll(new Colocation(segment, tally, own.submission()).found());
        }
        return found;
    }

    private static List<Candidate> joined(List<Candidate> candidates) {
        Map<String, Candidate> joined = new LinkedHashMap<>();
        candidates.forEach(each -> joined.merge(each.source().key(), each, CandidateRetriever::join));
        return joined.values().stream()
                .sorted(Comparator.comparingDouble(Candidate::weight)
                        .reversed()
                        .thenComparing(each -> each.source().key()))
                .toList();
    }

    private static Candidate join(Candidate one, Candidate next) {
        List<Candidate.Place> places = new ArrayList<>(one.places());
        places.addAll(next.places());
        return new Candidate(one.source(), one.hits() + next.hits(), Math.max(one.weight(), next.weight()), places);
    }
}
