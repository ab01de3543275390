package dev.assay.priorwork;

import dev.assay.document.Block;
import dev.assay.document.Document;
import dev.assay.document.Layer;
import dev.assay.document.Span;
import dev.assay.document.Words;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
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
        Stemming stemming = Stemming.of(language);
        List<Token> tokens = new ArrayList<>();
        for (Block block : document.blocks()) {
            if (COMPARED.contains(block.layer())) {
                add(tokens, document.text(block), block.span().start(), stemming);
            }
        }
        return new Tokens(tokens);
    }

    private static void add(List<Token> tokens, String text, int base, Stemming stemming) {
        Normalisation normal = Normalisation.of(text);
        for (Span word : Words.spans(normal.text())) {
            String folded = normal.text().substring(word.start(), word.end());
            tokens.add(new Token(
                    stemming.stem(folded),
                    !stemming.isStopWord(folded),
                    base + normal.start(word.start()),
                    base + normal.end(word.end() - 1)));
        }
    }

    /// How many words there are.
    public int size() {
        return all.size();
    }

    Token get(int index) {
        return all.get(index);
    }

    /// How many of them carry meaning.
    int contentSize() {
        return content.length;
    }

    /// Where the n-th word that carries meaning stands among all.
    int contentAt(int number) {
        return content[number];
    }

    /// The n-th word that carries meaning.
    String contentStem(int number) {
        return all.get(content[number]).stem();
    }
}
