package dev.assay.priorwork.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;

/// The prior-work index as it was last made durable, to be looked into while another process keeps it.
public final class IndexSnapshot implements AutoCloseable {
    private final Path folder;
    private final Directory directory;
    private final DirectoryReader reader;

    private IndexSnapshot(Path folder, Directory directory, DirectoryReader reader) {
        this.folder = folder;
        this.directory = directory;
        this.reader = reader;
    }

    /// Opens what is there.
    ///
    /// @return empty where nothing was made durable yet
    public static Optional<IndexSnapshot> open(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        Directory directory = FSDirectory.open(folder);
        try {
            return Optional.of(new IndexSnapshot(folder, directory, DirectoryReader.open(directory)));
        } catch (IndexNotFoundException e) {
            directory.close();
            return Optional.empty();
        } catch (IOException | RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    /// What an index holds.
    ///
    /// @param sequence     up to which of the ledger's operations
    /// @param works        submissions and imported works
    /// @param passages     of about 600 words
    /// @param bytes        of its files
    /// @param deletedShare of all passages, how many are deleted and still take room, 0 to 1
    /// @param clients      by id
    public record Statistics(
            long sequence, int works, int passages, long bytes, double deletedShare, Map<String, Share> clients) {}

    /// A client's share of an index.
    public record Share(int works, int passages) {}

    /// What there is.
    public Statistics statistics() throws IOException {
        Map<String, Set<String>> works = new TreeMap<>();
        Map<String, Integer> passages = new HashMap<>();
        for (LeafReaderContext context : reader.leaves()) {
            count(context.reader(), works, passages);
        }
        Map<String, Share> clients = new TreeMap<>();
        works.forEach(
                (client, found) -> clients.put(client, new Share(found.size(), passages.getOrDefault(client, 0))));
        return new Statistics(
                Long.parseLong(reader.getIndexCommit().getUserData().getOrDefault("sequence", "0")),
                works.values().stream().mapToInt(Set::size).sum(),
                reader.numDocs(),
                bytes(),
                reader.maxDoc() == 0 ? 0 : (double) reader.numDeletedDocs() / reader.maxDoc(),
                clients);
    }

    /// What is left of a client in an index.
    ///
    /// @param passages  also those that are deleted and still take room
    /// @param terms     of its id and of its works' ids, in postings and values
    /// @param lookedFor how many works' ids were looked for
    public record Residue(long passages, long terms, int lookedFor) {
        public boolean isNone() {
            return passages == 0 && terms == 0;
        }
    }

    /// Looks for what is left of a client.
    ///
    /// @param works ids of its submissions and imported works
    public Residue residue(String client, Collection<String> works) throws IOException {
        long passages = 0;
        long terms = 0;
        for (LeafReaderContext context : reader.leaves()) {
            LeafReader segment = context.reader();
            passages += segment.docFreq(new org.apache.lucene.index.Term(Fields.CLIENT, client));
            terms += values(segment, Fields.CLIENT, client);
            TermsEnum keys = Terms.getTerms(segment, Fields.KEY).iterator();
            for (String work : works) {
                terms += values(segment, Fields.SUBMISSION, work) + begins(keys, work + "/");
            }
        }
        return new Residue(passages, terms, works.size());
    }

    /// As [PriorWorkIndex#retrieve].
    public Retrieval retrieve(IndexedWork.Source own, List<Fingerprint> fingerprints, Grouping grouping, int most)
            throws IOException {
        return new CandidateRetriever(reader, own, grouping).retrieve(fingerprints, most);
    }

    private static void count(LeafReader segment, Map<String, Set<String>> works, Map<String, Integer> passages)
            throws IOException {
        SortedDocValues clients = DocValues.getSorted(segment, Fields.CLIENT);
        SortedDocValues submissions = DocValues.getSorted(segment, Fields.SUBMISSION);
        Bits live = segment.getLiveDocs();
        for (int passage = 0; passage < segment.maxDoc(); passage++) {
            boolean counts = live == null || live.get(passage);
            if (counts && clients.advanceExact(passage) && submissions.advanceExact(passage)) {
                String client = clients.lookupOrd(clients.ordValue()).utf8ToString();
                works.computeIfAbsent(client, key -> new HashSet<>())
                        .add(submissions.lookupOrd(submissions.ordValue()).utf8ToString());
                passages.merge(client, 1, Integer::sum);
            }
        }
    }

    private static int values(LeafReader segment, String field, String value) throws IOException {
        return DocValues.getSorted(segment, field).lookupTerm(new BytesRef(value)) >= 0 ? 1 : 0;
    }

    private static int begins(TermsEnum terms, String prefix) throws IOException {
        return terms.seekCeil(new BytesRef(prefix)) != TermsEnum.SeekStatus.END
                        && terms.term().utf8ToString().startsWith(prefix)
                ? 1
                : 0;
    }

    private long bytes() throws IOException {
        return bytes(folder);
    }

    /// The size of an index's files.
    public static long bytes(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            long bytes = 0;
            for (Path file : files.toList()) {
                bytes += Files.size(file);
            }
            return bytes;
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
        directory.close();
    }
}
