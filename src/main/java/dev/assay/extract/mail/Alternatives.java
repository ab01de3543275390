package dev.assay.extract.mail;

import dev.assay.document.Block;
import dev.assay.document.Document;
import dev.assay.document.Fact;
import dev.assay.document.Layer;
import dev.assay.extract.draft.DocumentDraft;
import dev.assay.extract.html.QuoteMarks.Extent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Compares the two forms of a mail's body by their words.
///
/// @param textOnly words that only the plain text has
/// @param htmlOnly words that only the HTML shows
/// @param differ   whether that is more than addresses and marks can explain
record Alternatives(int textOnly, int htmlOnly, boolean differ) {
    /// Up to this share of the words, and this number of them, programs differ by themselves.
    private static final int SHARE = 10;
    private static final int FEW = 8;

    /// What a program that makes plain text of HTML puts in for links and pictures.
    private static final Pattern ADDED =
            Pattern.compile("<?(?:https?|mailto|tel|ftp|cid):[^\\s>]*>?|\\[(?:image|cid)[^\\]]{0,200}\\]");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    static Alternatives of(String text, Document page) {
        Map<String, Integer> inText = words(ADDED.matcher(text).replaceAll(" "));
        String shown = page.blocks().stream()
                .filter(block -> block.layer() == Layer.BODY || block.layer() == Layer.QUOTED)
                .map(page::text)
                .collect(Collectors.joining("\n"));
        Map<String, Integer> inHtml = words(ADDED.matcher(shown).replaceAll(" "));
        int textOnly = missing(inText, inHtml);
        int htmlOnly = missing(inHtml, inText);
        return new Alternatives(textOnly, htmlOnly, isMuch(textOnly, inText) || isMuch(htmlOnly, inHtml));
    }

    private static Map<String, Integer> words(String text) {
        Map<String, Integer> counts = new HashMap<>();
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            counts.merge(word.group().toLowerCase(Locale.ROOT), 1, Integer::sum);
        }
        return counts;
    }

    private static int missing(Map<String, Integer> from, Map<String, Integer> in) {
        return from.entrySet().stream()
                .mapToInt(word -> Math.max(0, word.getValue() - in.getOrDefault(word.getKey(), 0)))
                .sum();
    }

    private static boolean isMuch(int missing, Map<String, Integer> of) {
        int all = of.values().stream().mapToInt(Integer::intValue).sum();
        return missing > 0 && (missing > Math.max(FEW, all / SHARE) || missing == all);
    }

    String describe() {
        return "the text and the HTML differ: " + textOnly + " words only in the text, " + htmlOnly
                + " only in the HTML";
    }

    /// Whether a page has more structure than paragraphs.
    static boolean hasStructure(Document page) {
        return page.blocks().stream().anyMatch(block -> block instanceof Block.Table || block instanceof Block.Heading);
    }

    /// A body's own title and metadata are nothing that a mail says of itself.
    static Document withoutProperties(Document page) {
        List<Fact> facts = page.facts().stream()
                .filter(fact -> !(fact instanceof Fact.Property))
                .toList();
        return new Document(
                page.mediaType(), page.text(), page.blocks(), facts, page.gaps(), page.languages(), page.reader());
    }

    /// What a page hides and refers to, without the text it shows.
    static Document unseen(Document page) {
        DocumentDraft draft = new DocumentDraft();
        page.layer(Layer.HIDDEN).forEach(block -> draft.paragraph(page.text(block), block.place(), Layer.HIDDEN));
        withoutProperties(page).facts().forEach(draft::fact);
        page.gaps().forEach(gap -> draft.gap(gap.reason(), gap.place(), gap.detail()));
        return draft.finish(page.mediaType(), page.reader());
    }

    /// The same document with what repeats an earlier mail in its layer.
    static Document quoted(Document read) {
        QuoteRules rules = new QuoteRules();
        List<Block> blocks = new ArrayList<>();
        boolean rest = false;
        for (Block block : read.blocks()) {
            Extent extent = rules.of(read.text(block));
            rest |= extent == Extent.REST;
            boolean moves = block.layer() == Layer.BODY && (rest || extent == Extent.BLOCK);
            blocks.add(moves ? inQuoted(block) : block);
        }
        return new Document(
                read.mediaType(), read.text(), blocks, read.facts(), read.gaps(), read.languages(), read.reader());
    }

    private static Block inQuoted(Block block) {
        return switch (block) {
            case Block.Heading it -> new Block.Heading(it.level(), it.span(), it.place(), Layer.QUOTED);
            case Block.Paragraph it -> new Block.Paragraph(it.span(), it.place(), Layer.QUOTED);
            case Block.ListItem it -> new Block.ListItem(it.level(), it.span(), it.place(), Layer.QUOTED);
            case Block.Table it ->
                new Block.Table(it.name(), it.confidence(), it.rows(), it.span(), it.place(), Layer.QUOTED);
        };
    }
}
