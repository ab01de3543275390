package dev.assay.priorwork.text;

import dev.assay.document.Block;
import dev.assay.document.Document;
import dev.assay.document.Layer;
import dev.assay.document.Span;
import dev.assay.document.Words;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/// The words of a document as they are compared. Numbers are words; running headers and footers, comments,
/// deleted text and metadata are left out.
public final class Tokens {
    private static final Set<Layer> COMPARED =
            EnumSet.of(Layer.BODY, Layer.FOOTNOTE, Layer.ENDNOTE, Layer.SPEAKER_NOTE, Layer.HIDDEN, Layer.INSERTED);

    private final List<Token> all;
    private final int[] content;

    private Tokens(List<Token> all) {
        this.all = List.copyOf(all);
        this.content =
                IntStream.range(0, all.size()).filter(i -> all.get(i).content()).toArray();
    }

    /// The words of a document.
    ///
    /// @param language BCP 47 tag; one that is not known is compared word by word, without stems
    public static Tokens of(Document document, String language) {
        Reading reading = new Reading(document, Stemming.of(language));
        document.blocks().stream()
                .filter(block -> COMPARED.contains(block.layer()))
                .forEach(reading::add);
        return new Tokens(reading.tokens);
    }

    /// The words of one document, as they are found. Of a table each row is read by itself: a sheet may have a
    /// hundred megabytes.
    private static final class Reading {
        private final List<Token> tokens = new ArrayList<>();
        private final Map<String, String> stems = new HashMap<>();
        private final Document document;
        private final Stemming stemming;

        Reading(Document document, Stemming stemming) {
            this.document = document;
            this.stemming = stemming;
        }

        void add(Block block) {
            if (block instanceof Block.Table table) {
                table.rows().forEach(this::add);
            } else {
                add(block.span());
            }
        }

        private void add(Block.Row row) {
            if (!row.cells().isEmpty()) {
                add(new Span(
                        row.cells().getFirst().span().start(),
                        row.cells().getLast().span().end()));
            }
        }

        private void add(Span span) {
            Normalisation normal = Normalisation.of(document.text(span));
            for (Span word : Words.spans(normal.text())) {
                String folded = normal.text().substring(word.start(), word.end());
                String stem = stemming.stem(folded);
                tokens.add(new Token(
                        stems.computeIfAbsent(stem, same -> same),
                        !stemming.isStopWord(folded),
                        span.start() + normal.start(word.start()),
                        span.start() + normal.end(word.end() - 1)));
            }
        }
    }

    /// How many words there are.
    public int size() {
        return all.size();
    }

    public Token get(int index) {
        return all.get(index);
    }

    /// Where a word begins in the document's text.
    public int start(int index) {
        return all.get(index).start();
    }

    /// One past where it ends.
    public int end(int index) {
        return all.get(index).end();
    }

    /// How many of them carry meaning.
    public int contentSize() {
        return content.length;
    }

    /// Where the n-th word that carries meaning stands among all.
    public int contentAt(int number) {
        return content[number];
    }

    /// The n-th word that carries meaning.
    public String contentStem(int number) {
        return all.get(content[number]).stem();
    }
}
