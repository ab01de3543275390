package dev.assay.extract;

import dev.assay.document.Block;
import dev.assay.document.Document;
import dev.assay.document.Fact;
import dev.assay.document.Gap;
import dev.assay.document.Layer;
import dev.assay.document.Words;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Shows what was read of a document to a person: headings and tables with their places, layers, facts, gaps.
public final class Outline {
    private static final int LONGEST = 100;
    private static final int MOST_FACTS = 20;

    private final Document document;
    private final StringBuilder text = new StringBuilder();

    private Outline(Document document) {
        this.document = document;
    }

    /// The outline as lines of text. What comes from the document is cut short and free of control and
    /// direction-changing characters.
    public static String of(Document document) {
        Outline outline = new Outline(document);
        outline.head();
        outline.structure();
        outline.layers();
        outline.facts();
        outline.gaps();
        return outline.text.toString();
    }

    private void head() {
        line(document.mediaType() + ", " + counted(document.words(), "word") + sizes() + ", read by "
                + document.reader());
        line(languages() + "; " + completeness());
    }

    private String sizes() {
        return document.facts(Fact.Count.class)
                .map(count -> ", " + count.count() + " " + word(count.unit()))
                .collect(Collectors.joining());
    }

    /// The languages by their share of the text that is in a known one, the most first.
    private String languages() {
        Map<String, Integer> lengths = new TreeMap<>();
        document.languages().forEach(run -> lengths.merge(run.tag(), run.span().length(), Integer::sum));
        int all = lengths.values().stream().mapToInt(Integer::intValue).sum();
        return lengths.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(3)
                .map(entry -> "%s %.0f %%".formatted(entry.getKey(), 100.0 * entry.getValue() / all))
                .reduce((first, second) -> first + ", " + second)
                .map(shares -> "language: " + shares)
                .orElse("language: not known");
    }

    private String completeness() {
        return switch (document.completeness()) {
            case COMPLETE -> "read whole";
            case WITH_GAPS -> "read with gaps, see below";
            case STOPPED_EARLY -> "reading stopped early, see the gaps";
        };
    }

    private void structure() {
        line("");
        line("Structure");
        int before = text.length();
        for (Block block : document.blocks()) {
            if (block instanceof Block.Heading heading) {
                line("  ".repeat(heading.level()) + shown(document.text(block)) + "  (" + place(block) + ")");
            } else if (block instanceof Block.Table table) {
                String name = table.name().isEmpty() ? "" : " " + shown(table.name());
                line("    [table" + name + ", " + size(table) + "]  (" + place(block) + ")");
            }
        }
        if (text.length() == before) {
            line("  no headings and no tables");
        }
    }

    private static String place(Block block) {
        return shown(block.place().describe());
    }

    private static String size(Block.Table table) {
        int columns = table.rows().stream()
                .flatMap(row -> row.cells().stream())
                .mapToInt(cell -> cell.column() + cell.columnSpan())
                .max()
                .orElse(0);
        return counted(table.rows().size(), "row") + " by " + counted(columns, "column");
    }

    static String counted(long count, String thing) {
        return count + " " + thing + (count == 1 ? "" : "s");
    }

    private void layers() {
        Map<Layer, Integer> blocks = new EnumMap<>(Layer.class);
        document.blocks().forEach(block -> blocks.merge(block.layer(), 1, Integer::sum));
        line("");
        line("Layers");
        blocks.forEach((layer, count) ->
                line("  " + word(layer) + ": " + counted(count, "block") + ", " + counted(words(layer), "word")));
    }

    private int words(Layer layer) {
        return document.layer(layer)
                .mapToInt(block -> Words.count(document.text(block)))
                .sum();
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private void facts() {
        line("");
        line("To look at");
        tell(FactWords.TO_LOOK_AT);
        line("");
        line("Facts");
        tell(FactWords.OTHERS);
    }

    /// Up to twenty facts of each kind; of kinds that only a count says something about, the count.
    private void tell(List<Class<? extends Fact>> kinds) {
        FactWords words = new FactWords(document);
        int before = text.length();
        for (Class<? extends Fact> kind : kinds) {
            List<? extends Fact> facts = document.facts(kind).toList();
            if (!facts.isEmpty() && FactWords.COUNTED.containsKey(kind)) {
                line("  " + counted(facts.size(), FactWords.COUNTED.get(kind)));
                continue;
            }
            facts.stream().limit(MOST_FACTS).forEach(fact -> line("  " + shown(words.of(fact))));
            if (facts.size() > MOST_FACTS) {
                line("  … and " + (facts.size() - MOST_FACTS) + " more of the kind");
            }
        }
        if (text.length() == before) {
            line("  nothing");
        }
    }

    private void gaps() {
        line("");
        line("Gaps");
        if (document.gaps().isEmpty()) {
            line("  none");
        }
        for (Gap gap : document.gaps()) {
            line("  " + word(gap.reason()) + ", " + shown(gap.place().describe()) + ": " + shown(gap.detail()));
        }
    }

    /// One line, cut short, without characters that could change how the rest is shown.
    private static String shown(String words) {
        String plain = words.replaceAll("[\\s\\u00A0]+", " ")
                .replaceAll("[\\p{Cc}\\p{Cf}]", "\uFFFD")
                .strip();
        return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST - 1) + "…";
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
