package dev.assay.priorwork.text;

import dev.assay.document.Block;
import dev.assay.document.Document;
import dev.assay.document.Layer;
import dev.assay.document.Lookalikes;
import dev.assay.document.Span;
import dev.assay.document.Words;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/// The words of a document as they are compared: stems of the language each block is in; of text that is written
/// without spaces, each character with the next. Numbers are words; running headers and footers, comments,
/// deleted text and metadata are left out.
public final class Tokens {
    private static final Set<Layer> COMPARED =
            EnumSet.of(Layer.BODY, Layer.FOOTNOTE, Layer.ENDNOTE, Layer.SPEAKER_NOTE, Layer.HIDDEN, Layer.INSERTED);

    private final List<Token> all;
    private final int[] content;
    private final int[] sentences;

    private Tokens(List<Token> all, int[] sentences) {
        this.all = List.copyOf(all);
        this.sentences = sentences;
        this.content =
                IntStream.range(0, all.size()).filter(i -> all.get(i).content()).toArray();
    }

    /// The words of a document.
    ///
    /// @param language BCP 47 tag of text whose own language is not known; words of a language without a stemmer
    ///                 are compared as they stand
    public static Tokens of(Document document, String language) {
        Reading reading = new Reading(document, language);
        document.blocks().stream()
                .filter(block -> COMPARED.contains(block.layer()))
                .forEach(reading::add);
        return new Tokens(
                reading.tokens,
                reading.sentences.stream().mapToInt(Integer::intValue).toArray());
    }

    /// The words of one document, as they are found. Of a table each row is read by itself: a sheet may have a
    /// hundred megabytes.
    private static final class Reading {
        private final List<Token> tokens = new ArrayList<>();
        private final List<Integer> sentences = new ArrayList<>();
        private final Map<String, String> stems = new HashMap<>();
        private final Map<String, Stemming> stemmings = new HashMap<>();
        private final Document document;
        private final String language;

        Reading(Document document, String language) {
            this.document = document;
            this.language = language;
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
            Stemming stemming =
                    stemmings.computeIfAbsent(document.languageAt(span.start()).orElse(language), Stemming::of);
            String text = document.text(span);
            Normalisation normal = Normalisation.of(text);
            List<Span> words = Ideographs.apart(normal.text(), Words.spans(normal.text()));
            for (int i = 0; i < words.size(); i++) {
                int start = normal.start(words.get(i).start());
                if (i == 0
                        || Sentences.isBetween(text, normal.end(words.get(i - 1).end() - 1), start)) {
                    sentences.add(tokens.size());
                }
                String word = Lookalikes.latin(Ideographs.withNext(normal.text(), words, i));
                tokens.add(new Token(
                        stems.computeIfAbsent(stemming.stem(word), same -> same),
                        !stemming.isStopWord(word),
                        Character.isDigit(word.codePointAt(0)),
                        span.start() + start,
                        span.start() + normal.end(words.get(i).end() - 1)));
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

    /// How many sentences there are.
    public int sentences() {
        return sentences.length;
    }

    /// The first word of a sentence; of one past the last, one past the last word.
    public int sentence(int number) {
        return number == sentences.length ? size() : sentences[number];
    }

    /// Where a word begins in the document's text.
    public int start(int index) {
        return all.get(index).start();
    }

    /// One past where it ends.
    public int end(int index) {
        return all.get(index).end();
    }

    /// The first word that begins at or after an offset of the document's text; one past the last where none does.
    public int firstFrom(int offset) {
        int low = 0;
        int high = all.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (all.get(middle).start() < offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
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

    /// The n-th word that carries meaning, or what stands for any figure.
    public String maskedStem(int number) {
        return all.get(content[number]).masked();
    }
}
