package dev.assay.priorwork.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;

/// Looks fingerprints up, keeping where in the query each stands. Those that very many passages share say
/// little and are passed over.
final class CandidateRetriever {
    private static final int MOST_PASSAGES = 50;
    private static final int LEAST_HITS = 3;
    private static final int WITHIN = 150;

    private final String submission;
    private final Map<Long, Integer> query = new TreeMap<>();
    private final Map<String, Candidate> found = new HashMap<>();

    CandidateRetriever(String submission, List<Fingerprint> fingerprints) {
        this.submission = submission;
        fingerprints.forEach(each -> query.putIfAbsent(each.hash(), each.token()));
    }

    List<Candidate> retrieve(IndexReader reader, int most) throws IOException {
        Map<Long, Integer> frequencies = frequencies(reader);
        for (LeafReaderContext context : reader.leaves()) {
            search(context.reader(), frequencies);
        }
        return found.values().stream()
                .sorted(Comparator.comparingInt(Candidate::hits)
                        .reversed()
                        .thenComparing(each -> each.source().key()))
                .limit(most)
                .toList();
    }

    private Map<Long, Integer> frequencies(IndexReader reader) throws IOException {
        Map<Long, Integer> frequencies = new HashMap<>();
        for (LeafReaderContext context : reader.leaves()) {
            Terms terms = Terms.getTerms(context.reader(), Fields.FINGERPRINT);
            TermsEnum term = terms.iterator();
            for (Long hash : query.keySet()) {
                if (term.seekExact(Fields.term(hash))) {
                    frequencies.merge(hash, term.docFreq(), Integer::sum);
                }
            }
        }
        return frequencies;
    }

    private void search(LeafReader segment, Map<Long, Integer> frequencies) throws IOException {
        Map<Integer, List<Integer>> hits = new TreeMap<>();
        TermsEnum term = Terms.getTerms(segment, Fields.FINGERPRINT).iterator();
        Bits live = segment.getLiveDocs();
        PostingsEnum postings = null;
        for (Map.Entry<Long, Integer> each : query.entrySet()) {
            if (frequencies.getOrDefault(each.getKey(), MOST_PASSAGES + 1) <= MOST_PASSAGES
                    && term.seekExact(Fields.term(each.getKey()))) {
                postings = term.postings(postings, PostingsEnum.NONE);
                for (int id = postings.nextDoc(); id != DocIdSetIterator.NO_MORE_DOCS; id = postings.nextDoc()) {
                    if (live == null || live.get(id)) {
                        hits.computeIfAbsent(id, key -> new ArrayList<>()).add(each.getValue());
                    }
                }
            }
        }
        collect(segment, hits);
    }

    private void collect(LeafReader segment, Map<Integer, List<Integer>> hits) throws IOException {
        Sources sources = new Sources(segment);
        for (Map.Entry<Integer, List<Integer>> each : hits.entrySet()) {
            if (isDense(each.getValue())) {
                IndexedWork.Source source = sources.of(each.getKey());
                if (!source.submission().equals(submission)) {
                    found.merge(
                            source.key(),
                            new Candidate(source, each.getValue().size()),
                            (one, other) -> new Candidate(source, one.hits() + other.hits()));
                }
            }
        }
    }

    private static boolean isDense(List<Integer> positions) {
        int[] sorted = positions.stream().mapToInt(Integer::intValue).sorted().toArray();
        for (int i = LEAST_HITS - 1; i < sorted.length; i++) {
            if (sorted[i] - sorted[i - LEAST_HITS + 1] <= WITHIN) {
                return true;
            }
        }
        return false;
    }

    /// Reads whose passages are; asked in the order of the passages.
    private static final class Sources {
        private final Map<String, SortedDocValues> texts = new HashMap<>();
        private final NumericDocValues part;
        private final NumericDocValues round;

        Sources(LeafReader segment) throws IOException {
            for (String field : Arrays.asList(
                    Fields.SUBMISSION, Fields.CLIENT, Fields.VENDOR, Fields.WORK_ORDER, Fields.DELIVERABLE)) {
                texts.put(field, DocValues.getSorted(segment, field));
            }
            this.part = DocValues.getNumeric(segment, Fields.PART);
            this.round = DocValues.getNumeric(segment, Fields.ROUND);
        }

        IndexedWork.Source of(int passage) throws IOException {
            return new IndexedWork.Source(
                    text(Fields.SUBMISSION, passage),
                    number(part, passage),
                    text(Fields.CLIENT, passage),
                    text(Fields.VENDOR, passage),
                    text(Fields.WORK_ORDER, passage),
                    text(Fields.DELIVERABLE, passage),
                    number(round, passage));
        }

        private String text(String field, int passage) throws IOException {
            SortedDocValues values = texts.get(field);
            if (values == null || !values.advanceExact(passage)) {
                throw new IllegalStateException("A passage in the index has no " + field);
            }
            BytesRef value = values.lookupOrd(values.ordValue());
            return value.utf8ToString();
        }

        private static int number(NumericDocValues values, int passage) throws IOException {
            if (!values.advanceExact(passage)) {
                throw new IllegalStateException("A passage in the index lacks a number");
            }
            return Math.toIntExact(values.longValue());
        }
    }
}
