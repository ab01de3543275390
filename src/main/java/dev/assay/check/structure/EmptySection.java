package dev.assay.check.structure;

import dev.assay.check.Check;
import dev.assay.check.Findings;
import dev.assay.check.Inspection;
import dev.assay.check.Kind;
import dev.assay.check.Outcome;
import dev.assay.check.Parameters;
import dev.assay.checklist.Parameter;
import dev.assay.document.Block;
import dev.assay.document.Document;
import dev.assay.document.Fact;
import dev.assay.document.Gap;
import dev.assay.document.Layer;
import dev.assay.document.Place;
import dev.assay.document.Words;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Flags headings with nothing under them.
///
/// ## Why
///
/// A heading without text is a section that somebody meant to write. It was set up from the template, and the
/// report went out first.
///
/// ## Example
///
/// Flagged is "4.2 Limitations" when "5 Conclusions" follows at once, or the document ends there, or nothing but a
/// dash stands in between. "4 Findings" directly above "4.1 Awareness" is not: its text are its sub-sections; where
/// these are empty, they are flagged. With `least-words: 20` a section with three words of its own and none in
/// sub-sections is flagged, too.
///
/// ## What it does not do
///
/// A table, an image, a chart or a form's field is content, and so is any word, also "none" or "n/a"; "to be
/// completed" is `placeholder-text`'s. Deleted and hidden text is no content. Titles before the first running text,
/// as on a cover, are passed over, and so is "Appendix A" or "Part II" alone in front of a title. In a PDF, pages that
/// could not be read or that hold images may hold the section's content. A slide with a title and nothing else is a
/// divider or holds a drawing, and is looked at only with `slides: true`; so is a page of a PDF that is wider than
/// high.
public final class EmptySection implements Check {
    private static final int RUNNING = 8;
    private static final Pattern DIVIDER = Pattern.compile(
            "(?i)\\s*(?:appendix|annex|part|chapter|book|volume|schedule|exhibit|article|section|anhang|anlage|teil"
                    + "|kapitel|band|abschnitt|artikel)\\s+(?:[0-9]{1,3}|[ivxlc]{1,7}|[a-z])[.:]?\\s*");

    private static final Kind KIND = new Kind(
            "empty-section",
            1,
            "0.1",
            Kind.Family.STRUCTURE,
            "Every section has content.",
            List.of(
                    Parameter.of(
                            "least-words",
                            Parameter.Type.COUNT,
                            1,
                            "The least number of words under a heading, sub-sections included, where no table or image"
                                    + " is there."),
                    Parameter.of(
                            "slides",
                            Parameter.Type.FLAG,
                            false,
                            "Whether slides that have a title and nothing else are flagged as well.")),
            List.of(),
            List.of());

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public Unread unread(Parameters parameters) {
        return Unread.MAY_DO_EITHER;
    }

    @Override
    public Outcome inspect(Inspection inspection, Parameters parameters) {
        Findings findings = new Findings(KIND);
        boolean any = false;
        for (Inspection.ReadPart part : inspection.readable()) {
            any |= new Search(part, parameters).run(findings);
        }
        if (!any) {
            return new Outcome.NotApplicable("There are no headings that could have a section.");
        }
        return findings.outcome("section is empty|sections are empty", "Every section has content.");
    }

    /// The search in one document.
    private static final class Search {
        private final Inspection.ReadPart part;
        private final Document document;
        private final List<Block> body;
        private final List<Place> filled;
        private final int leastWords;
        private final boolean slides;

        Search(Inspection.ReadPart part, Parameters parameters) {
            this.part = part;
            this.document = part.document();
            this.body = document.layer(Layer.BODY)
                    .filter(block -> block instanceof Block.Heading || hasContent(block))
                    .toList();
            this.filled = Stream.of(
                            document.facts(Fact.Image.class).map(Fact.Image::place),
                            document.facts(Fact.Chart.class).map(Fact.Chart::place),
                            document.facts(Fact.FormField.class).map(Fact.FormField::place),
                            document.facts(Fact.Attachment.class).map(Fact.Attachment::place),
                            document.gaps().stream().map(Gap::place))
                    .flatMap(places -> places)
                    .toList();
            this.leastWords = parameters.count("least-words").orElse(1);
            this.slides = parameters.flag("slides");
        }

        private boolean hasContent(Block block) {
            return block instanceof Block.Table table
                    ? table.rows().stream().anyMatch(row -> !row.cells().isEmpty())
                    : Words.count(document.text(block)) > 0;
        }

        boolean run(Findings findings) {
            boolean any = false;
            boolean begun = false;
            for (int i = 0; i < body.size(); i++) {
                Block block = body.get(i);
                begun |= isRunning(block);
                if (block instanceof Block.Heading heading && concerns(heading)) {
                    any = true;
                    if (begun || heading.place() instanceof Place.Slide || !isTitleBlock(i)) {
                        tell(i, heading, findings);
                    }
                }
            }
            return any;
        }

        private boolean isRunning(Block block) {
            return block instanceof Block.Table
                    || (!(block instanceof Block.Heading) && Words.count(document.text(block)) >= RUNNING);
        }

        private boolean concerns(Block.Heading heading) {
            return !document.text(heading).isBlank()
                    && (slides || !(heading.place() instanceof Place.Slide || isOnWidePage(heading)))
                    && !(heading.place() instanceof Place.Cell);
        }

        /// Whether it stands on a page that is wider than high: slides, saved as a PDF.
        private boolean isOnWidePage(Block.Heading heading) {
            return heading.place() instanceof Place.Page page
                    && document.facts(Fact.PageSetup.class)
                            .filter(setup -> setup.from() instanceof Place.Page from && from.page() <= page.page())
                            .reduce((_, last) -> last)
                            .filter(setup -> setup.width() > setup.height())
                            .isPresent();
        }

        /// Whether another heading follows before any running text, so that both may be lines of a title.
        private boolean isTitleBlock(int index) {
            for (int i = index + 1; i < body.size(); i++) {
                if (isRunning(body.get(i))) {
                    return true;
                }
                if (body.get(i) instanceof Block.Heading) {
                    return true;
                }
            }
            return false;
        }

        private void tell(int index, Block.Heading heading, Findings findings) {
            int end = end(index, heading.level());
            List<Block> under = body.subList(index + 1, end);
            boolean parent = !under.isEmpty() && under.getFirst() instanceof Block.Heading;
            String title = document.text(heading).strip().replaceAll("\\s+", " ");
            boolean divider = under.isEmpty()
                    && end < body.size()
                    && DIVIDER.matcher(title).matches();
            if (parent || divider || under.stream().anyMatch(Block.Table.class::isInstance)) {
                return;
            }
            int words = under.stream()
                    .filter(block -> !(block instanceof Block.Heading))
                    .mapToInt(block -> Words.count(document.text(block)))
                    .sum();
            if (words < Math.max(leastWords, 1) && !isFilled(heading, end)) {
                findings.at(
                        part,
                        heading.span(),
                        heading.place(),
                        words == 0
                                ? "The section '" + title + "' is empty: "
                                        + (end < body.size()
                                                ? "'" + shown(body.get(end)) + "' follows at once."
                                                : "the document ends there.")
                                : String.format(
                                        Locale.ROOT,
                                        "The section '%s' has %,d words; at least %,d are required.",
                                        title,
                                        words,
                                        leastWords),
                        "Write the section, or take its heading out.");
            }
        }

        private String shown(Block block) {
            String text = document.text(block).strip().replaceAll("\\s+", " ");
            return text.length() <= 80 ? text : text.substring(0, 80) + "\u2026";
        }

        /// The next heading of the same or an outer level; on slides, of another slide.
        private int end(int index, int level) {
            int end = index + 1;
            while (end < body.size()
                    && !(body.get(end) instanceof Block.Heading next && next.level() <= level)
                    && surface(body.get(end)) == surface(body.get(index))) {
                end++;
            }
            return end;
        }

        private static int surface(Block block) {
            return block.place() instanceof Place.Slide slide ? slide.slide() : 0;
        }

        /// Whether something without text, or something unread, may stand between a heading and the next.
        private boolean isFilled(Block.Heading heading, int end) {
            long from = position(heading.place());
            long to = end < body.size() ? position(body.get(end).place()) : Long.MAX_VALUE;
            return filled.stream()
                    .anyMatch(place -> position(place) < 0 || (from <= position(place) && position(place) <= to));
        }

        /// Where in the order of pages, paragraphs or slides; -1 where a place has no such order.
        private static long position(Place place) {
            return switch (place) {
                case Place.Page page -> page.page();
                case Place.Paragraph paragraph -> paragraph.number();
                case Place.Slide slide -> slide.slide();
                case Place.Line line -> line.line();
                case Place.Part inner -> position(inner.within());
                case Place.Cell _ -> -1;
                case Place.Whole _ -> -1;
            };
        }
    }
}
