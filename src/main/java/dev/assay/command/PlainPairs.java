package dev.assay.command;

import dev.assay.document.Block;
import dev.assay.document.Document;
import dev.assay.document.Layer;
import dev.assay.document.Place;
import dev.assay.document.Span;
import dev.assay.priorwork.align.AlignedPassage;
import dev.assay.priorwork.align.PassageAligner;
import dev.assay.priorwork.text.Tokens;
import java.io.IOException;
import java.io.Serial;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Pairs of plain texts and the passages that each shares, as text-reuse evaluations exchange them (PAN text
/// alignment).
final class PlainPairs {
    private static final String HEAD = "susp\tsusp_off\tsusp_len\tsrc\tsrc_off\tsrc_len\n";

    private final List<Pair> pairs;
    private final List<List<String>> lines;

    private PlainPairs(List<Pair> pairs, List<List<String>> lines) {
        this.pairs = pairs;
        this.lines = lines;
    }

    /// A table or a text that cannot be used.
    static final class Refused extends Exception {
        @Serial
        private static final long serialVersionUID = 1;

        Refused(String message) {
            super(message);
        }
    }

    private record Pair(String own, String other) {}

    /// Compares the texts of each line of a table, on all cores.
    ///
    /// @throws Refused     if the table or a text it names cannot be used
    /// @throws IOException if the table cannot be read
    static PlainPairs compare(Path table, Path suspicious, Path sources, String language) throws IOException, Refused {
        List<Pair> pairs = pairs(table);
        for (Pair pair : pairs) {
            require(table, suspicious, pair.own());
            require(table, sources, pair.other());
        }
        List<Result> results = pairs.parallelStream()
                .map(pair -> result(pair, suspicious, sources, language))
                .toList();
        List<List<String>> lines = new ArrayList<>();
        for (Result result : results) {
            if (!result.refused().isEmpty()) {
                throw new Refused(result.refused());
            }
            lines.add(result.lines());
        }
        return new PlainPairs(pairs, lines);
    }

    String tsv() {
        return HEAD + lines.stream().flatMap(List::stream).collect(Collectors.joining());
    }

    String summary() {
        long sharing = lines.stream().filter(each -> !each.isEmpty()).count();
        return pairs.size() + " pairs compared; " + sharing + " share "
                + lines.stream().mapToInt(List::size).sum() + " passages.";
    }

    private record Result(List<String> lines, String refused) {}

    private static List<Pair> pairs(Path table) throws IOException, Refused {
        List<Pair> pairs = new ArrayList<>();
        List<String> rows;
        try {
            rows = text(table).lines().toList();
        } catch (CharacterCodingException e) {
            throw new Refused(table + " is no UTF-8 text.");
        }
        for (int i = 0; i < rows.size(); i++) {
            String[] columns = rows.get(i).split("\t", -1);
            if (i == 0 && columns.length >= 2 && columns[0].equals("susp") && columns[1].equals("src")) {
                continue;
            }
            if (rows.get(i).isBlank()) {
                continue;
            }
            if (columns.length < 2 || columns[0].isBlank() || columns[1].isBlank()) {
                throw new Refused(table + ":" + (i + 1) + ": two columns apart by a tab name two files. Found: '"
                        + rows.get(i) + "'");
            }
            pairs.add(new Pair(columns[0], columns[1]));
        }
        return pairs;
    }

    private static void require(Path table, Path folder, String name) throws Refused {
        if (!Files.isRegularFile(folder.resolve(name))) {
            throw new Refused(table + " names " + name + ", and " + folder + " holds no such file.");
        }
    }

    private static Result result(Pair pair, Path suspicious, Path sources, String language) {
        try {
            String own = text(suspicious.resolve(pair.own()));
            String other = text(sources.resolve(pair.other()));
            Tokens ours = Tokens.of(document(own), language);
            Tokens theirs = Tokens.of(document(other), language);
            return new Result(
                    PassageAligner.align(ours, theirs).stream()
                            .map(each -> pair.own() + "\t" + offsets(own, ours, each.own()) + "\t" + pair.other() + "\t"
                                    + offsets(other, theirs, each.other()) + "\n")
                            .toList(),
                    "");
        } catch (CharacterCodingException e) {
            return new Result(List.of(), pair.own() + " or " + pair.other() + " is no UTF-8 text.");
        } catch (IOException e) {
            return new Result(List.of(), "Cannot read " + pair.own() + " or " + pair.other() + ": " + e.getMessage());
        }
    }

    /// First offset and length in code points.
    private static String offsets(String text, Tokens tokens, AlignedPassage.Range range) {
        int start = tokens.start(range.from());
        int end = tokens.end(range.to() - 1);
        return text.codePointCount(0, start) + "\t" + text.codePointCount(start, end);
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
