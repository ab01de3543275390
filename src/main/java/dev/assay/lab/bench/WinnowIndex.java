package dev.assay.lab.bench;

import dev.assay.priorwork.index.FingerprintStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/// What the product is measured against: fingerprints of five words in their order, of each four neighbouring the
/// least one kept (Schleimer, Wilkerson and Aiken, SIGMOD 2003), in passages and with hashes as long as the
/// product's, and nothing else in the index but the report's number.
final class WinnowIndex implements AutoCloseable {
    private static final int WORDS = 5;
    private static final int WINDOW = 4;
    private static final int PASSAGE = 600;
    private static final int STRIDE = 540;
    private static final int CUT = 50;
    private static final int LEAST_HITS = 2;
    private static final int WITHIN = 150;
    private static final String FINGERPRINT = "fingerprint";
    private static final String REPORT = "report";
    private static final FieldType TYPE = type();

    private final Directory directory;
    private final IndexWriter writer;

    WinnowIndex(Path folder) throws IOException {
        this.directory = FSDirectory.open(folder);
        this.writer = new IndexWriter(directory, new IndexWriterConfig().setCommitOnClose(false));
    }

    /// A kept fingerprint and the word at which it begins.
    private record Mark(long hash, int word) {}

    private static List<Mark> marks(int[] words) {
        int count = Math.max(0, words.length - WORDS + 1);
        long[] hashes = new long[count];
        for (int i = 0; i < count; i++) {
            long hash = 0;
            for (int j = 0; j < WORDS; j++) {
                hash = Seed.of(hash, words[i + j] + 1);
            }
            hashes[i] = hash >>> (Long.SIZE - FingerprintStream.BYTES * Byte.SIZE);
        }
        List<Mark> marks = new ArrayList<>();
        int last = -1;
        for (int start = 0; start + WINDOW <= count; start++) {
            int least = start;
            for (int i = start; i < start + WINDOW; i++) {
                least = hashes[i] <= hashes[least] ? i : least;
            }
            if (least != last) {
                marks.add(new Mark(hashes[least], least));
                last = least;
            }
        }
        return marks;
    }

    void add(int report, int[] words) throws IOException {
        List<Mark> marks = marks(words);
        List<Document> passages = new ArrayList<>();
        for (int offset = 0; offset == 0 || offset + PASSAGE - STRIDE <= words.length; offset += STRIDE) {
            int start = offset;
            Document passage = new Document();
            passage.add(new NumericDocValuesField(REPORT, report));
            passage.add(new Field(
                    FINGERPRINT,
                    new FingerprintStream(marks.stream()
                            .filter(each -> each.word() >= start && each.word() < start + PASSAGE)
                            .mapToLong(Mark::hash)
                            .toArray()),
                    TYPE));
            passages.add(passage);
        }
        writer.addDocuments(passages);
    }

    /// Makes durable what was taken in, and waits until nothing is merged any more.
    void settle() throws IOException {
        writer.commit();
        ((ConcurrentMergeScheduler) writer.getConfig().getMergeScheduler()).sync();
        writer.commit();
    }

    /// The reports that share at least two fingerprints with a text within 150 words.
    Set<Integer> look(int[] words) throws IOException {
        try (DirectoryReader reader = DirectoryReader.open(directory)) {
            Map<Integer, List<Integer>> hits = new TreeMap<>();
            for (Mark mark : marks(words)) {
                List<Integer> passages = passages(reader, mark.hash());
                if (passages.size() <= CUT) {
                    passages.forEach(passage -> hits.computeIfAbsent(passage, key -> new ArrayList<>())
                            .add(mark.word()));
                }
            }
            Set<Integer> reports = new HashSet<>();
            for (Map.Entry<Integer, List<Integer>> each : hits.entrySet()) {
                if (isDense(each.getValue())) {
                    reports.add(report(reader, each.getKey()));
                }
            }
            return reports;
        }
    }

    private static int report(DirectoryReader reader, int passage) throws IOException {
        LeafReaderContext leaf = reader.leaves().get(ReaderUtil.subIndex(passage, reader.leaves()));
        NumericDocValues numbers = DocValues.getNumeric(leaf.reader(), REPORT);
        numbers.advanceExact(passage - leaf.docBase);
        return Math.toIntExact(numbers.longValue());
    }

    private static List<Integer> passages(DirectoryReader reader, long hash) throws IOException {
        List<Integer> passages = new ArrayList<>();
        for (LeafReaderContext leaf : reader.leaves()) {
            TermsEnum terms = Terms.getTerms(leaf.reader(), FINGERPRINT).iterator();
            if (terms.seekExact(FingerprintStream.term(hash))) {
                PostingsEnum postings = terms.postings(null, PostingsEnum.NONE);
                int passage = postings.nextDoc();
                while (passage != DocIdSetIterator.NO_MORE_DOCS && passages.size() <= CUT) {
                    passages.add(leaf.docBase + passage);
                    passage = postings.nextDoc();
                }
            }
        }
        return passages;
    }

    private static boolean isDense(List<Integer> words) {
        for (int i = LEAST_HITS - 1; i < words.size(); i++) {
            if (words.get(i) - words.get(i - LEAST_HITS + 1) <= WITHIN) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() throws IOException {
        writer.rollback();
        directory.close();
    }

    private static FieldType type() {
        FieldType type = new FieldType();
        type.setIndexOptions(IndexOptions.DOCS);
        type.setOmitNorms(true);
        type.setTokenized(true);
        type.freeze();
        return type;
    }
}
