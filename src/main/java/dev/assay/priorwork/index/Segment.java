package dev.assay.priorwork.index;

import java.io.IOException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/// A segment of the index during one look-up, and what of it the look-up has hit.
final class Segment {
    private final LeafReader reader;
    private final TermsEnum terms;
    private final @Nullable Bits live;
    private final Hits hits = new Hits();
    private @Nullable PostingsEnum postings;

    Segment(LeafReader reader) throws IOException {
        this.reader = reader;
        this.terms = Terms.getTerms(reader, Fields.FINGERPRINT).iterator();
        this.live = reader.getLiveDocs();
    }

    /// How many passages it has.
    int size() {
        return reader.numDocs();
    }

    Hits hits() {
        return hits;
    }

    void forget() {
        hits.clear();
    }

    void sort() {
        hits.sort();
    }

    /// Notes the passages with a fingerprint. Those deleted are not counted, though the index keeps them until it
    /// merges.
    ///
    /// @param number of the fingerprint in the query
    /// @param most   how many to read
    /// @return how many were read
    int read(long hash, int number, int most) throws IOException {
        if (!terms.seekExact(FingerprintStream.term(hash))) {
            return 0;
        }
        postings = terms.postings(postings, PostingsEnum.NONE);
        int read = 0;
        int passage = postings.nextDoc();
        while (passage != DocIdSetIterator.NO_MORE_DOCS && read < most) {
            if (live == null || live.get(passage)) {
                hits.add(passage, number);
                read++;
            }
            passage = postings.nextDoc();
        }
        return read;
    }

    /// A number that every passage has; to be asked for passages in their order.
    NumericDocValues numbers(String field) throws IOException {
        return DocValues.getNumeric(reader, field);
    }

    /// A text that every passage has; to be asked for passages in their order.
    SortedDocValues texts(String field) throws IOException {
        return DocValues.getSorted(reader, field);
    }

    static long number(NumericDocValues values, int passage) throws IOException {
        if (!values.advanceExact(passage)) {
            throw new IllegalStateException("A passage in the index lacks a number");
        }
        return values.longValue();
    }

    static int ordinal(SortedDocValues values, int passage) throws IOException {
        if (!values.advanceExact(passage)) {
            throw new IllegalStateException("A passage in the index lacks a text");
        }
        return values.ordValue();
    }

    /// Whose a passage is.
    IndexedWork.Source source(int passage) throws IOException {
        return new IndexedWork.Source(
                text(Fields.SUBMISSION, passage),
                Math.toIntExact(number(numbers(Fields.PART), passage)),
                text(Fields.CLIENT, passage),
                text(Fields.VENDOR, passage),
                text(Fields.WORK_ORDER, passage),
                text(Fields.DELIVERABLE, passage),
                Math.toIntExact(number(numbers(Fields.ROUND), passage)));
    }

    private String text(String field, int passage) throws IOException {
        SortedDocValues values = texts(field);
        return values.lookupOrd(ordinal(values, passage)).utf8ToString();
    }
}
