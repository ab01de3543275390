package dev.assay.check.sources;

import dev.assay.document.Block;
import dev.assay.document.Document;
import dev.assay.document.Fact;
import dev.assay.document.Span;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;

/// Knows the captions of a document's tables, charts and figures by their form, or because the file says so.
final class Captions {
    private static final int LONGEST = 400;
    /// A sentence that begins "Table 4 shows" is none: after the number comes a mark, a capital or nothing.
    private static final Pattern CAPTION = Pattern.compile(
            "^[^\\p{L}\\p{N}]{0,3}(?:(?i)tables?|figures?|fig\\.?|charts?|exhibits?|graphs?|maps?|box|panel|tabelle|tab\\.?"
                + "|abbildung|abb\\.?|diagramm|grafik|schaubild|tableau|tabla|figura|gr\u00e1fico|cuadro|quadro"
                + "|tabela|tabella|grafico|tabel|figuur|figur|tabulka|obr\u00e1zek|graf|rysunek|wykres"
                + "|\u0442\u0430\u0431\u043b\u0438\u0446\u0430|\u0440\u0438\u0441\u0443\u043d\u043e\u043a)["
                + " \\x{00A0}]{0,2}(?-i)(?:[A-Z]{0,2}[0-9]{1,3}(?:[.\\-][0-9]{1,3}){0,3}[a-z]?|[IVXLC]{1,6})(?:["
                + " \\x{00A0}]{0,2}[.:|)\u2013\u2014-](?![0-9])|[ \\x{00A0}]{1,4}[\\p{Lu}\"\u201c(]|\\s*$)");
    /// A line of a list of tables ends in its page.
    private static final Pattern LISTED = Pattern.compile("(?:\\.{3,}|(?:\\. ){3,}|\u2026|\t) ?[0-9ivx]{1,5}\\s*$");

    private final Document document;
    private final BitSet captions = new BitSet();

    Captions(Document document) {
        this.document = document;
        List<Block> blocks = document.blocks();
        BitSet said = new BitSet();
        document.facts(Fact.Caption.class)
                .forEach(caption -> said.set(caption.span().start()));
        BitSet contents = new BitSet();
        document.facts(Fact.Field.class)
                .filter(field -> field.instruction().strip().startsWith("TOC"))
                .map(Fact.Field::result)
                .forEach(span -> contents.set(span.start(), span.end()));
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            if (block instanceof Block.Table || contents.get(block.span().start())) {
                continue;
            }
            boolean marked = said.nextSetBit(block.span().start()) >= 0
                    && said.nextSetBit(block.span().start()) < block.span().end();
            if (marked || isCaption(document.text(block))) {
                captions.set(i);
            }
        }
        dropLists();
    }

    /// Three or more captions right after each other are a list of tables.
    private void dropLists() {
        for (int from = captions.nextSetBit(0); from >= 0; ) {
            int end = captions.nextClearBit(from);
            if (end - from >= 3) {
                captions.clear(from, end);
            }
            from = captions.nextSetBit(end);
        }
    }

    static boolean isCaption(String text) {
        return text.length() <= LONGEST
                && CAPTION.matcher(text).find()
                && !LISTED.matcher(text).find();
    }

    /// Whether the block of that index is one.
    boolean at(int index) {
        return index >= 0 && captions.get(index);
    }

    /// Its first words, for a message.
    String name(int index) {
        Span span = document.blocks().get(index).span();
        return document.text(span).strip().replaceAll("\\s+", " ");
    }
}
