package dev.assay.priorwork;

import dev.assay.document.Block;
import dev.assay.document.Document;
import dev.assay.document.Layer;
import dev.assay.document.Place;
import dev.assay.document.Span;
import dev.assay.priorwork.align.AlignedPassage;
import dev.assay.priorwork.text.Tokens;
import java.io.IOException;
import java.io.Serial;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Pairs of plain texts and the passages that each shares, as text-reuse evaluations exchange them (PAN text
/// alignment).
public final class PlainPairs {
    private static final String HEAD = "susp\tsusp_off\tsusp_len\tsrc\tsrc_off\tsrc_len\n";

    private final Path table;
    private final Path suspicious;
    private final Path sources;
    private final List<Pair> pairs;

    private PlainPairs(Path table, Path suspicious, Path sources, List<Pair> pairs) {
        this.table = table;
        this.suspicious = suspicious;
        this.sources = sources;
        this.pairs = pairs;
    }

    /// A table or a text that cannot be used.
    public static final class Refused extends Exception {
        @Serial
        private static final long serialVersionUID = 1;

        public Refused(String message) {
            super(message);
        }
    }

    /// Two texts.
    ///
    /// @param columns the table's columns, the names of the two files first
    public record Pair(List<String> columns) {
        public Pair {
            columns = List.copyOf(columns);
        }

        public String own() {
            return columns.get(0);
        }

        public String other() {
            return columns.get(1);
        }
    }

    /// A passage that two texts share, in Unicode code points of the texts as they are.
    public record Detection(int ownOffset, int ownLength, int otherOffset, int otherLength) {}

    /// What two texts share.
    public record Compared(Pair pair, List<Detection> detections) {
        public Compared {
            detections = List.copyOf(detections);
        }
    }

    /// Finds the passages that two texts share.
    public interface Aligner {
        List<AlignedPassage> align(Tokens own, Tokens other);
    }

    /// The pairs that a table names: columns apart by tabs, the first two name files; a head line is passed over.
    ///
    /// @throws Refused     if the table, or a file it names, cannot be used
    /// @throws IOException if the table cannot be read
    public static PlainPairs of(Path table, Path suspicious, Path sources) throws IOException, Refused {
        List<Pair> pairs = new ArrayList<>();
        List<String> rows = rows(table);
        for (int i = 0; i < rows.size(); i++) {
            List<String> columns = List.of(rows.get(i).split("\t", -1));
            boolean head = i == 0 && columns.getFirst().equals("susp");
            if (head || rows.get(i).isBlank()) {
                continue;
            }
            if (columns.size() < 2 || columns.get(0).isBlank() || columns.get(1).isBlank()) {
                throw new Refused(table + ":" + (i + 1) + ": two columns apart by a tab name two files. Found: '"
                        + rows.get(i) + "'");
            }
            Pair pair = new Pair(columns);
            require(table, suspicious, pair.own());
            require(table, sources, pair.other());
            pairs.add(pair);
        }
        return new PlainPairs(table, suspicious, sources, pairs);
    }

    /// The rows of a table.
    ///
    /// @throws Refused if it is no UTF-8 text
    public static List<String> rows(Path table) throws IOException, Refused {
        try {
            return text(table).lines().toList();
        } catch (CharacterCodingException e) {
            throw new Refused(table + " is no UTF-8 text.");
        }
    }

    /// Compares the texts of each pair, on all cores, in the table's order.
    ///
    /// @param language BCP 47 tag of the texts
    /// @throws Refused if a text is not UTF-8
    public List<Compared> compare(String language, Aligner aligner) throws IOException, Refused {
        try {
            return pairs.parallelStream()
                    .map(pair -> compared(pair, language, aligner))
                    .toList();
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CharacterCodingException) {
                throw new Refused(table + ": " + e.getMessage());
            }
            throw e.getCause();
        }
    }

    /// A table of what was found.
    public static String tsv(List<Compared> found) {
        StringBuilder tsv = new StringBuilder(HEAD);
        for (Compared compared : found) {
            for (Detection each : compared.detections()) {
                tsv.append(compared.pair().own() + "\t" + each.ownOffset() + "\t" + each.ownLength() + "\t"
                        + compared.pair().other() + "\t" + each.otherOffset() + "\t" + each.otherLength() + "\n");
            }
        }
        return tsv.toString();
    }

    private static void require(Path table, Path folder, String name) throws Refused {
        if (!Files.isRegularFile(folder.resolve(name))) {
            throw new Refused(table + " names " + name + ", and " + folder + " holds no such file.");
        }
    }

    private Compared compared(Pair pair, String language, Aligner aligner) {
        try {
            String own = text(suspicious.resolve(pair.own()));
            String other = text(sources.resolve(pair.other()));
            Tokens ours = Tokens.of(document(own), language);
            Tokens theirs = Tokens.of(document(other), language);
            return new Compared(
                    pair,
                    aligner.align(ours, theirs).stream()
                            .map(each -> detection(own, ours, other, theirs, each))
                            .toList());
        } catch (CharacterCodingException e) {
            throw new UncheckedIOException(pair.own() + " or " + pair.other() + " is no UTF-8 text.", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Detection detection(String own, Tokens ours, String other, Tokens theirs, AlignedPassage passage) {
        int start = ours.start(passage.own().from());
        int otherStart = theirs.start(passage.other().from());
        return new Detection(
                own.codePointCount(0, start),
                own.codePointCount(start, ours.end(passage.own().to() - 1)),
                other.codePointCount(0, otherStart),
                other.codePointCount(otherStart, theirs.end(passage.other().to() - 1)));
    }

    /// Line ends and a byte order mark stay: offsets count them.
    private static String text(Path file) throws IOException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                .toString();
    }

    private static Document document(String text) {
        List<Block> blocks = text.isEmpty()
                ? List.of()
                : List.of(
                        new Block.Paragraph(new Span(0, text.length()), new Place.Paragraph(1, List.of()), Layer.BODY));
        return new Document("text/plain", text, blocks, List.of(), List.of(), List.of(), "plain text");
    }
}
