package dev.assay.extract;

import dev.assay.document.Block;
import dev.assay.document.Document;
import dev.assay.document.Fact;
import dev.assay.document.Gap;
import dev.assay.document.Layer;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// Shows what was read of a document to a person: headings and tables with their places, layers, facts, gaps.
public final class Outline {
    private static final int LONGEST = 100;
    private static final int MOST_FACTS = 20;
    private static final double MILLIMETRES = 25.4 / 72;

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
        line(document.mediaType() + ", " + document.words() + " words, read by " + document.reader());
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

    private static String counted(long count, String thing) {
        return count + " " + thing + (count == 1 ? "" : "s");
    }

    private void layers() {
        Map<Layer, Integer> blocks = new EnumMap<>(Layer.class);
        document.blocks().forEach(block -> blocks.merge(block.layer(), 1, Integer::sum));
        line("");
        line("Layers");
        blocks.forEach((layer, count) -> line("  " + word(layer) + ": " + counted(count, "block")));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private void facts() {
        line("");
        line("Facts");
        Map<String, List<Fact>> byKind = document.facts().stream()
                .collect(Collectors.groupingBy(
                        fact -> fact.getClass().getSimpleName(), java.util.TreeMap::new, Collectors.toList()));
        byKind.values().forEach(facts -> {
            facts.stream().limit(MOST_FACTS).forEach(fact -> line("  " + shown(words(fact))));
            if (facts.size() > MOST_FACTS) {
                line("  … and " + (facts.size() - MOST_FACTS) + " more of the kind");
            }
        });
    }

    private String words(Fact fact) {
        return switch (fact) {
            case Fact.Property property -> property.name() + ": " + property.value();
            case Fact.Count count -> count.count() + " " + word(count.unit());
            case Fact.Font font ->
                "font " + font.name() + (font.embedded() ? ", embedded" : ", not embedded")
                        + (font.unicode() ? "" : ", its characters cannot be told");
            case Fact.Style style -> "style " + style.name() + ", used " + counted(style.uses(), "time");
            case Fact.PageSetup setup ->
                String.format(
                        Locale.ROOT,
                        "pages of %.0f by %.0f mm (from %s)",
                        setup.width() * MILLIMETRES,
                        setup.height() * MILLIMETRES,
                        setup.from().describe());
            case Fact.ActiveContent active ->
                "active content: " + word(active.kind()) + " " + active.name() + " ("
                        + active.place().describe() + ")";
            case Fact.ExternalLink link ->
                "link to " + link.target() + ", " + word(link.kind()) + " ("
                        + link.place().describe() + ")";
            case Fact.InternalLink link ->
                "link inside to " + link.target() + (link.resolved() ? "" : ", which is not there") + " ("
                        + link.place().describe() + ")";
            case Fact.Attachment attachment -> "attachment " + attachment.name() + ", " + attachment.mediaType();
            case Fact.Hidden hidden ->
                "hidden: " + word(hidden.kind()) + (hidden.name().isEmpty() ? "" : " " + hidden.name()) + " ("
                        + hidden.place().describe() + ")";
            case Fact.TrackedChange change ->
                "tracked change: " + word(change.action()) + " by " + change.author() + " ("
                        + change.place().describe() + ")";
            case Fact.Comment comment ->
                "comment of " + comment.author() + ": " + document.text(comment.text()) + " ("
                        + comment.place().describe() + ")";
            case Fact.Field field ->
                "field " + field.instruction() + " (" + field.place().describe() + ")";
            case Fact.Bookmark bookmark ->
                "bookmark " + bookmark.name() + " (" + bookmark.place().describe() + ")";
            case Fact.OutlineEntry entry -> "outline: " + "  ".repeat(entry.level() - 1) + entry.title();
            case Fact.Caption caption ->
                "caption " + caption.label() + " " + caption.number() + " ("
                        + caption.place().describe() + ")";
            case Fact.Signature signature -> "signature of " + signature.signer() + ", not verified";
            case Fact.Encryption encryption ->
                "encrypted (" + encryption.method() + "), not allowed: " + String.join(", ", encryption.denied());
            case Fact.Conformance conformance -> "says it conforms to " + conformance.profile() + ", not verified";
            case Fact.TypeMismatch mismatch ->
                "the name claims " + mismatch.claimed() + ", the content is " + mismatch.found();
            case Fact.Image image ->
                "image " + (image.name().isEmpty() ? "" : image.name() + ", ") + image.width() + " by " + image.height()
                        + " pixels (" + image.place().describe() + ")";
            case Fact.Chart chart ->
                "chart " + chart.title() + ", " + chart.series().size() + " series ("
                        + chart.place().describe() + ")";
            case Fact.DefinedName defined ->
                "name " + defined.name() + (defined.hidden() ? " (hidden)" : "") + " = " + defined.refersTo();
            case Fact.PivotTable pivot ->
                "pivot table " + pivot.name() + " over " + pivot.source() + " ("
                        + pivot.place().describe() + ")";
            case Fact.FormField field ->
                "form field " + field.name() + ", " + field.kind() + ": " + field.value() + " ("
                        + field.place().describe() + ")";
            case Fact.Annotation annotation ->
                "annotation " + annotation.kind() + " (" + annotation.place().describe() + ")";
            case Fact.ContentLayer layer -> "layer " + layer.name() + (layer.shown() ? "" : ", switched off");
            case Fact.CoveredText covered ->
                "covered text: " + document.text(covered.span()) + " ("
                        + covered.place().describe() + ")";
        };
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
