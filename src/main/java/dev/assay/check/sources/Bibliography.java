package dev.assay.check.sources;

import dev.assay.check.Inspection;
import dev.assay.check.Titles;
import dev.assay.document.Block;
import dev.assay.document.Document;
import dev.assay.document.Layer;
import dev.assay.document.Span;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The list of sources of a document: the entries under headings such as "References".
///
/// @param blocks  the indices of its blocks, headings included
/// @param entries in order
/// @param found   whether there is such a heading
record Bibliography(BitSet blocks, List<Entry> entries, boolean found) {
    private static final Set<String> TITLES = Set.of(
            "references",
            "reference list",
            "list of references",
            "references cited",
            "references and notes",
            "notes and references",
            "bibliography",
            "selected bibliography",
            "works cited",
            "literature",
            "literature cited",
            "cited literature",
            "sources",
            "list of sources",
            "sources cited",
            "endnotes",
            "literatur",
            "literaturverzeichnis",
            "literaturliste",
            "quellen",
            "quellenverzeichnis",
            "literatur und quellen",
            "literatur- und quellenverzeichnis",
            "bibliografie",
            "bibliographie");
    private static final Pattern END =
            Pattern.compile("(?iu)^(?:appendix|appendices|annex|anhang|anlage|glossary|glossar|index)\\b.{0,80}$");
    private static final Pattern LABEL = Pattern.compile("^\\W{0,2}(?:\\[(?<a>[0-9]{1,3})]|\\((?<b>[0-9]{1,3})\\)"
            + "|(?<c>[0-9]{1,3})[.)](?![0-9])|(?<d>[0-9]{1,3})(?=[\\s\\x{00A0}]+\\p{Lu}))[\\s\\x{00A0}]*");
    private static final Pattern INNER = Pattern.compile("(?<=[\\s.])\\[[0-9]{1,3}](?=\\s)");
    private static final int TITLE = 60;

    /// Reads it.
    static Bibliography of(Inspection.ReadPart part, Set<String> titles) {
        Document document = part.document();
        List<Block> blocks = document.blocks();
        Set<String> known = new TreeSet<>(TITLES);
        titles.forEach(title -> known.add(Titles.normalised(title)));
        BitSet inside = new BitSet();
        List<Entry> entries = new ArrayList<>();
        int level = 0;
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            if (block.layer() != Layer.BODY && block.layer() != Layer.INSERTED) {
                continue;
            }
            String text = document.text(block);
            int heading = block instanceof Block.Heading each ? each.level() : 0;
            boolean titled = !(block instanceof Block.Table)
                    && text.length() <= TITLE
                    && known.contains(Titles.normalised(text).replaceFirst(" ?:$", ""));
            if (titled) {
                level = heading == 0 ? 9 : heading;
                inside.set(i);
            } else if (level > 0 && ends(text, heading, level)) {
                level = 0;
            } else if (level > 0) {
                inside.set(i);
                if (heading == 0 || LABEL.matcher(text).find()) {
                    add(document, block, entries);
                }
            }
        }
        return new Bibliography(inside, List.copyOf(entries), !inside.isEmpty());
    }

    /// An entry that a PDF shows in bold is no heading.
    private static boolean ends(String text, int heading, int level) {
        boolean bracketed = text.strip().startsWith("[");
        return (heading > 0 && heading <= level && !bracketed)
                || END.matcher(text.strip()).find();
    }

    private static void add(Document document, Block block, List<Entry> entries) {
        if (block instanceof Block.Table table) {
            for (Block.Row row : table.rows()) {
                if (!row.cells().isEmpty()) {
                    entry(
                            document,
                            new Span(
                                    row.cells().getFirst().span().start(),
                                    row.cells().getLast().span().end()),
                            entries);
                }
            }
            return;
        }
        String text = document.text(block);
        int start = 0;
        Matcher inner = INNER.matcher(text);
        while (inner.find()) {
            entry(document, new Span(block.span().start() + start, block.span().start() + inner.start()), entries);
            start = inner.start();
        }
        entry(document, new Span(block.span().start() + start, block.span().end()), entries);
    }

    private static void entry(Document document, Span span, List<Entry> entries) {
        String text = document.text(span);
        Matcher label = LABEL.matcher(text);
        boolean labelled = label.find();
        int number = 0;
        if (labelled) {
            for (String group : List.of("a", "b", "c", "d")) {
                number = label.group(group) == null ? number : Integer.parseInt(label.group(group));
            }
        }
        String words = labelled ? text.substring(label.end()) : text;
        if (words.strip().length() >= Entry.LEAST) {
            entries.add(Entry.of(number, span, words.strip()));
        }
    }

    /// Whether most entries have numbers.
    boolean isNumbered() {
        long numbered = entries.stream().filter(entry -> entry.number() > 0).count();
        return numbered > 0 && numbered * 2 >= entries.size();
    }

    /// Whether most entries have years: what has neither numbers nor years is a list of links or the like.
    boolean isDated() {
        long dated = entries.stream().filter(entry -> !entry.years().isEmpty()).count();
        return dated > 0 && dated * 2 >= entries.size();
    }
}
