package dev.assay.check.structure;

import dev.assay.check.Check;
import dev.assay.check.Findings;
import dev.assay.check.Inspection;
import dev.assay.check.Kind;
import dev.assay.check.Outcome;
import dev.assay.check.Parameters;
import dev.assay.checklist.Parameter;
import dev.assay.checklist.Trait;
import dev.assay.config.ClientPattern;
import dev.assay.document.Block;
import dev.assay.document.Document;
import dev.assay.document.Fact;
import dev.assay.document.Layer;
import dev.assay.document.Place;
import dev.assay.document.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Flags tables, charts and figures without a caption beside them.
///
/// ## Why
///
/// "As table 4 shows" is of no use when no table says that it is number 4. A caption carries the title, the base
/// and the source, and it is what a list of tables is made of.
///
/// ## Example
///
/// Flagged is a table with neither "Table 3. Achieved sample" above it nor below it, and a picture of a chart
/// between two paragraphs of running text.
///
/// ## What it does not do
///
/// A table of one column or row, as used for layout, and images smaller than 2 cm are passed over, as are
/// pictures on a cover, the tables of workbooks and data files, and in a PDF a table right after another, which is
/// taken for its rest. Headers and footers are not looked at. On slides the title counts as caption. Captions are
/// known in a dozen and a half languages. It does not judge what a caption says; its numbering is not checked here.
public final class MissingCaption implements Check {
    private static final double SMALL = 57;
    private static final int LONGEST = 300;
    /// Of a paragraph of running text; titles, names and dates have fewer.
    private static final int LEAST_WORDS = 20;
    private static final ClientPattern CAPTION = ClientPattern.of(
            "(?i)^[^\\p{L}]{0,3}(?:table|figure|fig\\.?|chart|exhibit|graph|map|box|panel|image|illustration|tabelle"
                    + "|abbildung|abb\\.?|tab\\.?|diagramm?|grafik|tableau|tabla|figura|gráfico|cuadro|quadro|tabela"
                    + "|tabella|grafico|tabell?|figuur|figur|afbeelding|tabulka|obrázek|graf|rysunek|rys\\.?|wykres"
                    + "|таблица|табл\\.|рисунок|рис\\.?|диаграмма|جدول|شکل|图|図|表)"
                    + "[\\s\\x{00A0}]*(?:[A-Z]{0,2}\\p{Nd}+|[IVXLC]+\\b)");

    private static final Kind KIND = new Kind(
                    "missing-caption",
                    1,
                    "0.1",
                    Kind.Family.STRUCTURE,
                    "Every table, chart and figure has a caption.",
                    List.of(Parameter.choices(
                                    "of",
                                    List.of("tables", "charts", "figures"),
                                    List.of("tables", "charts", "figures"),
                                    "What must have a caption.")
                            .sharper(Parameter.Sharper.MORE)),
                    List.of(),
                    List.of())
            .with(Trait.READS_PASSAGES);

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public Outcome inspect(Inspection inspection, Parameters parameters) {
        Findings findings = new Findings(KIND);
        List<String> of = parameters.texts("of");
        boolean any = false;
        for (Inspection.ReadPart part : inspection.readable()) {
            Search search = new Search(part, of);
            any |= search.run(findings);
        }
        if (!any) {
            return new Outcome.NotApplicable("There is no table, chart or figure that needs a caption.");
        }
        return findings.outcome(
                "table, chart or figure has no caption|tables, charts or figures have no caption",
                "Every table, chart and figure has a caption.");
    }

    /// The search in one document.
    private static final class Search {
        private final Inspection.ReadPart part;
        private final Document document;
        private final List<String> of;
        private final List<Block> body;
        private boolean any;

        Search(Inspection.ReadPart part, List<String> of) {
            this.part = part;
            this.document = part.document();
            this.of = of;
            this.body = document.layer(Layer.BODY).toList();
        }

        boolean run(Findings findings) {
            for (int i = 0; i < body.size(); i++) {
                if (body.get(i) instanceof Block.Table table && needsOne(table) && !goesOn(i)) {
                    any = true;
                    if (!isCaptioned(i)) {
                        String what = isChart(table) ? "chart" : "table";
                        findings.at(
                                part,
                                table.rows().getFirst().cells().getFirst().span(),
                                table.place(),
                                "The " + what + " has no caption.",
                                "Give it a caption with its number, title and source.");
                    }
                }
            }
            if (of.contains("figures")) {
                figures(findings);
            }
            return any;
        }

        private boolean needsOne(Block.Table table) {
            boolean chart = isChart(table);
            boolean layout = table.rows().size() < 2
                    || table.rows().stream().allMatch(row -> row.cells().size() < 2);
            boolean sheet = table.place() instanceof Place.Cell || table.place() instanceof Place.Line;
            return !sheet && !layout && of.contains(chart ? "charts" : "tables") && table.confidence() >= 0.5;
        }

        /// Whether it is the rest of the table before it: a PDF has its tables page by page.
        private boolean goesOn(int index) {
            return index > 0
                    && body.get(index).place() instanceof Place.Page page
                    && body.get(index - 1) instanceof Block.Table before
                    && before.place() instanceof Place.Page other
                    && page.page() - other.page() <= 1;
        }

        private static boolean isChart(Block.Table table) {
            return table.name().startsWith("Chart");
        }

        /// The block before or after is a caption, or the table's own name, or its slide has a title.
        private boolean isCaptioned(int index) {
            Block.Table table = (Block.Table) body.get(index);
            return isCaption(table.name())
                    || (index > 0 && isCaption(body.get(index - 1)))
                    || (index + 1 < body.size() && isCaption(body.get(index + 1)))
                    || (table.place() instanceof Place.Slide slide && hasTitle(slide));
        }

        private boolean hasTitle(Place.Slide slide) {
            return body.stream()
                    .anyMatch(block -> block instanceof Block.Heading
                            && block.place() instanceof Place.Slide other
                            && other.slide() == slide.slide());
        }

        private boolean isCaption(Block block) {
            return !(block instanceof Block.Table)
                    && (isCaption(document.text(block))
                            || document.facts(Fact.Caption.class)
                                    .anyMatch(caption -> caption.span().overlaps(block.span())));
        }

        private static boolean isCaption(String text) {
            return text.length() <= LONGEST && CAPTION.first(text.strip()).isPresent();
        }

        private void figures(Findings findings) {
            List<Place> told = new ArrayList<>();
            document.facts(Fact.Image.class).filter(MissingCaption::isFigure).forEach(image -> {
                any = true;
                if (!told.contains(image.place()) && !isOnCover(image.place()) && !isCaptioned(image.place())) {
                    told.add(image.place());
                    String name = image.name().isEmpty() ? "" : " '" + image.name() + "'";
                    findings.about(
                            part.part().name(),
                            image.place(),
                            "figure " + image.name() + ' ' + image.place().describe(),
                            "The figure" + name + " has no caption.",
                            "Give it a caption with its number, title and source.");
                }
            });
        }

        /// On a first page without running text, or before any heading and running text.
        private boolean isOnCover(Place place) {
            return switch (place) {
                case Place.Page page -> page.page() == 1 && runningText().noneMatch(place::equals);
                case Place.Paragraph paragraph ->
                    paragraph.section().isEmpty()
                            && runningText()
                                    .noneMatch(text -> text instanceof Place.Paragraph other
                                            && other.number() < paragraph.number());
                case Place.Slide _, Place.Cell _, Place.Line _, Place.Part _, Place.Whole _ -> false;
            };
        }

        private Stream<Place> runningText() {
            return body.stream()
                    .filter(Block.Paragraph.class::isInstance)
                    .filter(block -> Words.count(document.text(block)) >= LEAST_WORDS)
                    .map(Block::place);
        }

        /// A caption stands in the image's own paragraph or in one of those around it; on its page or slide.
        private boolean isCaptioned(Place place) {
            if (place instanceof Place.Slide slide && hasTitle(slide)) {
                return true;
            }
            return body.stream().filter(block -> isNear(block.place(), place)).anyMatch(this::isCaption);
        }

        private static boolean isNear(Place block, Place image) {
            if (block instanceof Place.Paragraph one && image instanceof Place.Paragraph other) {
                return Math.abs(one.number() - other.number()) <= 1;
            }
            return block.equals(image);
        }
    }

    /// Large enough to be looked at; icons, rules and logos in a head are not.
    private static boolean isFigure(Fact.Image image) {
        boolean sized = image.shownWidth() > 0 && image.shownHeight() > 0;
        boolean inText = image.place() instanceof Place.Paragraph
                || image.place() instanceof Place.Page
                || image.place() instanceof Place.Slide;
        return inText && sized && image.shownWidth() >= SMALL && image.shownHeight() >= SMALL;
    }
}
