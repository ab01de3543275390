package dev.assay.priorwork.index;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.CheckIndex;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.ReaderManager;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;

/// All work that was ever checked, as fingerprints: no text, no name. Everything in it can be derived anew from
/// the ledger and the stored documents, in the order of the ledger's sequence; it says up to which it holds.
///
/// An index that belongs to another ledger, was made with another secret or by another version, leaves other
/// clients out, or is damaged, is emptied when it is opened, says why, and holds nothing. Safe for use by many
/// threads.
public final class PriorWorkIndex implements AutoCloseable {
    /// Raised whenever words, stems or fingerprints come out otherwise than before.
    private static final String SCHEMA = "2";

    /// How many words a passage has.
    static final int PASSAGE = 600;

    private static final String LEDGER = "ledger";
    private static final String KEY = "key";
    private static final String LEFT_OUT = "left-out";
    private static final String DAMAGED = "it is damaged";
    private static final String OTHER_VERSION = "another version of Assay made it, with other words";

    private static final int OVERLAP = 60;
    private static final FieldType FINGERPRINT = fingerprintType();

    /// Held here, for a logger that nobody holds forgets its level.
    private static final Logger VECTORS =
            Logger.getLogger("org.apache.lucene.internal.vectorization.VectorizationProvider");

    static {
        // It advises a flag that speeds vectors up; fingerprints use none.
        VECTORS.setLevel(Level.SEVERE);
    }

    private final Directory directory;
    private final IndexWriter writer;
    private final ReaderManager readers;
    private final Map<String, String> identity;
    private final Optional<String> emptied;
    private long sequence;

    private PriorWorkIndex(Directory directory, IndexWriter writer, Map<String, String> identity, Usable usable)
            throws IOException {
        this.directory = directory;
        this.writer = writer;
        this.readers = new ReaderManager(writer);
        this.identity = identity;
        this.emptied = usable.why();
        this.sequence = usable.sequence();
    }

    /// Opens an index; makes it at first use, and anew where what is there cannot be used.
    ///
    /// @param folder       holds the index alone
    /// @param ledger       the id of the ledger it is derived from
    /// @param fingerprints of the installation's secret
    public static PriorWorkIndex open(Path folder, String ledger, Fingerprints fingerprints) throws IOException {
        return open(folder, ledger, fingerprints, Set.of());
    }

    /// As [#open(Path, String, Fingerprints)], of an index that some clients are left out of.
    public static PriorWorkIndex open(Path folder, String ledger, Fingerprints fingerprints, Set<String> leftOut)
            throws IOException {
        Map<String, String> identity = new TreeMap<>(
                Map.of(LEDGER, ledger, "schema", SCHEMA, KEY, fingerprints.checkValue(), LEFT_OUT, digest(leftOut)));
        Files.createDirectories(folder);
        Usable usable = usable(folder, identity);
        if (usable.sequence() == 0) {
            empty(folder);
        }
        Directory directory = FSDirectory.open(folder);
        IndexWriter writer = new IndexWriter(
                directory,
                new IndexWriterConfig()
                        .setCommitOnClose(false)
                        .setOpenMode(IndexWriterConfig.OpenMode.CREATE_OR_APPEND));
        PriorWorkIndex index = new PriorWorkIndex(directory, writer, identity, usable);
        if (usable.sequence() == 0) {
            // So that one that was begun is told from one that is damaged.
            index.commit(0);
        }
        return index;
    }

    /// Why what was there could not be used and all is to be taken in anew; empty where it could, or there was
    /// nothing.
    public Optional<String> emptied() {
        return emptied;
    }

    /// Up to which of the ledger's operations it holds everything.
    public synchronized long sequence() {
        return sequence;
    }

    /// Takes a part in, in place of what was known of it.
    public void add(long newSequence, IndexedWork work) throws IOException {
        try {
            writer.updateDocuments(new Term(Fields.KEY, work.source().key()), documents(newSequence, work));
        } catch (AlreadyClosedException e) {
            throw broken(e);
        }
    }

    /// Makes durable what was taken in, and up to which operation that is.
    public synchronized void commit(long newSequence) throws IOException {
        Map<String, String> data = new TreeMap<>(identity);
        data.put("sequence", Long.toString(newSequence));
        try {
            writer.setLiveCommitData(data.entrySet());
            writer.commit();
            readers.maybeRefreshBlocking();
        } catch (AlreadyClosedException e) {
            throw broken(e);
        }
        sequence = newSequence;
    }

    /// Waits until no segments are being merged, and makes the merged ones durable.
    public void settle() throws IOException {
        ((ConcurrentMergeScheduler) writer.getConfig().getMergeScheduler()).sync();
        commit(sequence());
    }

    /// Forgets everything.
    public synchronized void clear() throws IOException {
        writer.deleteAll();
        commit(0);
    }

    /// After a failed write nothing more can be written until the index is opened again.
    private static IOException broken(AlreadyClosedException e) {
        return new IOException("the prior-work index was closed by a failed write; restart once the disk is well", e);
    }

    /// Removes all work for a client, from the files too.
    public synchronized void deleteClient(String client) throws IOException {
        writer.deleteDocuments(new Term(Fields.CLIENT, client));
        writer.commit();
        writer.forceMerge(1);
        commit(sequence);
        writer.deleteUnusedFiles();
    }

    /// The parts that share at least three fingerprints with a text within 150 words, those whose fingerprints
    /// tell most first, none of the same submission; and in how much work the text's fingerprints stand.
    ///
    /// @param own          whose text it is
    /// @param fingerprints in the order of the text
    /// @param grouping     of the parts that may be named
    /// @param most         how many parts to name of each group
    public Retrieval retrieve(IndexedWork.Source own, List<Fingerprint> fingerprints, Grouping grouping, int most)
            throws IOException {
        DirectoryReader reader = refreshed();
        try {
            return new CandidateRetriever(reader, own, grouping).retrieve(fingerprints, most);
        } finally {
            readers.release(reader);
        }
    }

    private DirectoryReader refreshed() throws IOException {
        try {
            readers.maybeRefreshBlocking();
            return readers.acquire();
        } catch (AlreadyClosedException e) {
            throw broken(e);
        }
    }

    @Override
    public void close() throws IOException {
        readers.close();
        writer.rollback();
        directory.close();
    }

    private static List<Document> documents(long sequence, IndexedWork work) {
        List<Fingerprint> all = work.fingerprints();
        int last = all.isEmpty() ? 0 : all.getLast().token();
        List<Document> documents = new ArrayList<>();
        int offset = 0;
        int from = 0;
        do {
            int to = from;
            int next = from;
            while (to < all.size() && all.get(to).token() < offset + PASSAGE) {
                next += all.get(to).token() < offset + PASSAGE - OVERLAP ? 1 : 0;
                to++;
            }
            documents.add(document(sequence, work, offset, all.subList(from, to)));
            from = next;
            offset += PASSAGE - OVERLAP;
        } while (offset + OVERLAP <= last);
        return documents;
    }

    private static Document document(long sequence, IndexedWork work, int offset, List<Fingerprint> fingerprints) {
        IndexedWork.Source source = work.source();
        Document document = new Document();
        document.add(new StringField(Fields.KEY, source.key(), Field.Store.NO));
        document.add(new StringField(Fields.CLIENT, source.client(), Field.Store.NO));
        text(document, Fields.SUBMISSION, source.submission());
        text(document, Fields.CLIENT, source.client());
        text(document, Fields.VENDOR, source.vendor());
        text(document, Fields.WORK_ORDER, source.workOrder());
        text(document, Fields.DELIVERABLE, source.deliverable());
        document.add(new NumericDocValuesField(Fields.PART, source.part()));
        document.add(new NumericDocValuesField(Fields.ROUND, source.round()));
        document.add(new NumericDocValuesField(Fields.OFFSET, offset));
        document.add(new NumericDocValuesField(Fields.SEQUENCE, sequence));
        document.add(new NumericDocValuesField(Fields.PROJECT, source.projectNumber()));
        document.add(new NumericDocValuesField(Fields.CLIENT_NUMBER, source.clientNumber()));
        long[] hashes = fingerprints.stream().mapToLong(Fingerprint::hash).toArray();
        document.add(new Field(Fields.FINGERPRINT, new FingerprintStream(hashes), FINGERPRINT));
        return document;
    }

    private static void text(Document document, String field, String value) {
        document.add(new SortedDocValuesField(field, new BytesRef(value)));
    }

    /// Up to where an index holds.
    ///
    /// @param sequence 0 where it cannot be used
    /// @param why      it cannot
    private record Usable(long sequence, Optional<String> why) {
        static Usable not(String why) {
            return new Usable(0, Optional.of(why));
        }
    }

    private static Usable usable(Path folder, Map<String, String> identity) throws IOException {
        try (Directory directory = FSDirectory.open(folder)) {
            if (Stream.of(directory.listAll()).allMatch(IndexWriter.WRITE_LOCK_NAME::equals)) {
                return new Usable(0, Optional.empty());
            }
            if (!DirectoryReader.indexExists(directory) || !isIntact(directory)) {
                return Usable.not(DAMAGED);
            }
            try (DirectoryReader reader = DirectoryReader.open(directory)) {
                return usable(reader.getIndexCommit().getUserData(), identity);
            }
        } catch (CorruptIndexException | EOFException | NoSuchFileException | FileNotFoundException e) {
            return Usable.not(DAMAGED);
        } catch (IndexFormatTooOldException | IndexFormatTooNewException e) {
            return Usable.not(OTHER_VERSION);
        }
    }

    private static Usable usable(Map<String, String> data, Map<String, String> identity) {
        for (Map.Entry<String, String> each : identity.entrySet()) {
            if (!each.getValue().equals(data.get(each.getKey()))) {
                return Usable.not(
                        switch (each.getKey()) {
                            case LEDGER -> "it belongs to another ledger";
                            case KEY -> "its fingerprints were made with another key";
                            case LEFT_OUT -> "other clients are left out of it now";
                            default -> OTHER_VERSION;
                        });
            }
        }
        return new Usable(Long.parseLong(data.getOrDefault("sequence", "0")), Optional.empty());
    }

    private static boolean isIntact(Directory directory) throws IOException {
        try (CheckIndex check = new CheckIndex(directory)) {
            check.setLevel(CheckIndex.Level.MIN_LEVEL_FOR_CHECKSUM_CHECKS);
            return check.checkIndex().clean;
        }
    }

    /// Tells sets of clients apart without naming any.
    private static String digest(Set<String> clients) {
        byte[] names = String.join(",", new TreeSet<>(clients)).getBytes(StandardCharsets.UTF_8);
        return UUID.nameUUIDFromBytes(names).toString();
    }

    private static void empty(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Files.delete(file);
            }
        }
    }

    private static FieldType fingerprintType() {
        FieldType type = new FieldType();
        type.setIndexOptions(IndexOptions.DOCS);
        type.setOmitNorms(true);
        type.setTokenized(true);
        type.freeze();
        return type;
    }
}
