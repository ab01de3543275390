package dev.assay.check.sources;

import dev.assay.check.FoldedText;
import dev.assay.check.Hit;
import dev.assay.check.Parameters;
import dev.assay.check.Quotes;
import dev.assay.config.ClientPattern;
import dev.assay.document.Block;
import dev.assay.document.Document;
import dev.assay.document.Fact;
import dev.assay.document.Layer;
import dev.assay.document.Place;
import dev.assay.document.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds what needs something beside it.
final class Anchors {
    private static final int SHOWN = 70;
    /// In points: 2 cm.
    private static final double SMALL = 57;
    private static final Set<Layer> LAYERS =
            EnumSet.of(Layer.BODY, Layer.FOOTNOTE, Layer.ENDNOTE, Layer.INSERTED, Layer.MASTER);
    private static final Pattern PERCENTAGE = Pattern.compile(
            "(?iu)(?<![\\p{L}\\p{N}.,])[0-9]{1,3}(?:[.,][0-9]{1,3})?[ \\x{00A0}\\x{202F}]?(?:%(?![0-9])|percent\\b|per"
                    + " cent\\b|prozent\\b)");

    private final Document document;
    private final Captions captions;
    private final Set<String> what;
    private final List<FoldedText> words;
    private final List<ClientPattern> patterns;
    private final List<FoldedText> except;
    private final List<Anchor> anchors = new ArrayList<>();

    Anchors(Document document, Captions captions, Parameters parameters) {
        this.document = document;
        this.captions = captions;
        this.words = folded(parameters.texts("words"));
        this.patterns = parameters.patterns("patterns");
        this.except = folded(parameters.texts("except"));
        List<String> chosen = parameters.texts("what");
        boolean bare = chosen.isEmpty() && words.isEmpty() && patterns.isEmpty();
        this.what = Set.copyOf(bare ? List.of("captions", "charts") : chosen);
    }

    private static List<FoldedText> folded(List<String> texts) {
        return texts.stream().map(text -> FoldedText.of(text.strip(), false)).toList();
    }

    /// In order of place.
    List<Anchor> find() {
        List<Block> blocks = document.blocks();
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            if (!LAYERS.contains(block.layer())) {
                continue;
            }
            if (captions.at(i)) {
                caption(i);
            }
            if (block instanceof Block.Table table) {
                table(i, table);
            } else {
                passage(i, block.span());
            }
        }
        if (what.contains("figures")) {
            figures();
        }
        anchors.sort(Comparator.comparingInt(anchor -> anchor.span().start()));
        return anchors;
    }

    private void caption(int index) {
        if (what.contains("captions")) {
            area(index, document.blocks().get(index).span(), "'" + Quotes.shortened(captions.name(index), SHOWN) + "'");
        }
    }

    /// A captioned table is asked once: at its caption where captions are asked for.
    private void table(int index, Block.Table table) {
        boolean chart = table.name().startsWith("Chart");
        boolean sheet = table.place() instanceof Place.Cell || table.place() instanceof Place.Line;
        boolean asked = chart ? what.contains("charts") : what.contains("tables") && !sheet && isData(table);
        boolean captioned = what.contains("captions") && (captions.at(index - 1) || captions.at(index + 1));
        if (asked && !captioned && !table.rows().isEmpty() && !goesOn(index)) {
            Span first = table.rows().getFirst().cells().isEmpty()
                    ? table.span()
                    : table.rows().getFirst().cells().getFirst().span();
            area(index, first, caption(index, chart ? "The chart" : "The table"));
        }
        if (what.contains("percentages")) {
            Matcher matcher = PERCENTAGE.matcher(document.text(table.span()));
            if (matcher.find()) {
                Span span = new Span(
                        table.span().start() + matcher.start(), table.span().start() + matcher.end());
                anchors.add(new Anchor(
                        index, table.span(), span, "The table with '" + matcher.group() + "'", Needs.Usual.BASE, true));
            }
        }
        table.rows().forEach(row -> row.cells().forEach(cell -> words(index, cell.span())));
    }

    private String caption(int index, String plain) {
        return captions.at(index - 1)
                ? "'" + Quotes.shortened(captions.name(index - 1), SHOWN) + "'"
                : captions.at(index + 1) ? "'" + Quotes.shortened(captions.name(index + 1), SHOWN) + "'" : plain;
    }

    /// Of two rows and columns or more; what is less is layout.
    private static boolean isData(Block.Table table) {
        return table.rows().size() >= 2
                && table.rows().stream().anyMatch(row -> row.cells().size() >= 2)
                && table.confidence() >= 0.5;
    }

    /// A PDF has its tables page by page.
    private boolean goesOn(int index) {
        List<Block> blocks = document.blocks();
        return index > 0
                && blocks.get(index).place() instanceof Place.Page page
                && blocks.get(index - 1) instanceof Block.Table before
                && before.place() instanceof Place.Page other
                && page.page() - other.page() <= 1;
    }

    private void area(int index, Span span, String name) {
        anchors.add(new Anchor(index, document.blocks().get(index).span(), span, name, Needs.Usual.SOURCE, true));
    }

    private void passage(int index, Span span) {
        if (what.contains("percentages") && !captions.at(index)) {
            Matcher matcher = PERCENTAGE.matcher(document.text(span));
            if (matcher.find()) {
                anchors.add(new Anchor(
                        index,
                        span,
                        new Span(span.start() + matcher.start(), span.start() + matcher.end()),
                        "'" + matcher.group() + "'",
                        Needs.Usual.BASE,
                        false));
            }
        }
        words(index, span);
    }

    private void words(int index, Span span) {
        if (words.isEmpty() && patterns.isEmpty()) {
            return;
        }
        String text = document.text(span);
        FoldedText folded = FoldedText.of(text, false);
        List<Hit> hits = new ArrayList<>();
        words.forEach(word -> folded.find(word).forEach(found -> hits.add(new Hit(found, ""))));
        patterns.forEach(pattern -> pattern.find(text).forEach(found -> hits.add(new Hit(found, ""))));
        if (hits.isEmpty()) {
            return;
        }
        List<Span> allowed =
                except.stream().flatMap(phrase -> folded.find(phrase).stream()).toList();
        hits.removeIf(hit -> allowed.stream().anyMatch(each -> each.contains(hit.span())));
        for (Hit hit : Hit.apart(hits)) {
            anchors.add(new Anchor(index, span, hit.in(span), "'" + hit.quoted(text) + "'", Needs.Usual.TEST, false));
        }
    }

    /// Pictures large enough to be looked at, at the text that stands nearest; once for each place.
    private void figures() {
        Map<Object, Integer> pages = new HashMap<>();
        NavigableMap<Integer, Integer> paragraphs = new TreeMap<>();
        List<Block> blocks = document.blocks();
        for (int i = 0; i < blocks.size(); i++) {
            if (blocks.get(i).layer() == Layer.BODY) {
                switch (blocks.get(i).place()) {
                    case Place.Paragraph paragraph -> paragraphs.putIfAbsent(paragraph.number(), i);
                    case Place.Slide slide -> pages.putIfAbsent(slide.slide(), i);
                    case Place other -> pages.putIfAbsent(other, i);
                }
            }
        }
        Set<Place> told = new HashSet<>();
        document.facts(Fact.Image.class)
                .filter(image -> image.shownWidth() >= SMALL && image.shownHeight() >= SMALL)
                .filter(image -> told.add(image.place()))
                .map(image -> nearest(image.place(), pages, paragraphs))
                .flatMap(Optional::stream)
                .filter(at ->
                        !(what.contains("captions") && (captions.at(at) || captions.at(at - 1) || captions.at(at + 1))))
                .forEach(at -> area(at, blocks.get(at).span(), caption(at, "The figure")));
    }

    private static Optional<Integer> nearest(
            Place image, Map<Object, Integer> pages, NavigableMap<Integer, Integer> paragraphs) {
        return switch (image) {
            case Place.Paragraph paragraph ->
                Optional.ofNullable(paragraphs.ceilingEntry(paragraph.number()))
                        .or(() -> Optional.ofNullable(paragraphs.floorEntry(paragraph.number())))
                        .map(Map.Entry::getValue);
            case Place.Slide slide -> Optional.ofNullable(pages.get(slide.slide()));
            case Place other -> Optional.ofNullable(pages.get(other));
        };
    }
}
