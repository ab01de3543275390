package dev.assay.check.structure;

import dev.assay.check.Check;
import dev.assay.check.Findings;
import dev.assay.check.Inspection;
import dev.assay.check.Kind;
import dev.assay.check.Outcome;
import dev.assay.check.Parameters;
import dev.assay.check.Titles;
import dev.assay.document.Block;
import dev.assay.document.Document;
import dev.assay.document.Fact;
import dev.assay.document.Layer;
import dev.assay.document.Place;
import dev.assay.document.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Flags a table of contents that no longer fits the document: entries without their heading, headings without
/// their entry, and in a PDF page numbers that are wrong.
///
/// ## Why
///
/// The contents are made once and the text goes on being changed. A reader who turns to page 14 for "Findings" and
/// finds "Limitations" trusts the figures less, too.
///
/// ## Example
///
/// Flagged are the entry "4.3 Brand loyalty" when the heading was renamed to "4.3 Loyalty", a chapter that was
/// added after the contents were made, and in a PDF "Findings ... 14" when the heading stands on page 16.
///
/// ## What it does not do
///
/// In Word files page numbers are not checked, for nothing but a print tells them. Headings deeper than the
/// contents go, and those before the contents, are not asked for. Lists of figures and tables are left alone, and so is
/// a document without contents or without headings. An entry without dots before its number is one only where a
/// heading has its title. In a PDF a paragraph that is nothing but an entry's title is taken for its heading. A PDF
/// that counts its pages from another number than 1 is compared by the
/// difference that most entries share.
public final class StaleContentsTable implements Check {
    private static final Pattern ENTRY = Pattern.compile(
            "^(.{2,200}?)[\\s\\u00A0]*(?:[.\u2026\u00B7_][\\s.\u2026\u00B7_]{2,}|\\t+)[\\s\\u00A0]*(\\d{1,4})$");
    /// An entry without dots, as the outer entries often are. Any line of text may look so.
    private static final Pattern BARE_ENTRY = Pattern.compile("^(.{2,200}?)[\\s\\u00A0]+(\\d{1,4})$");
    private static final Pattern TITLE = Pattern.compile(
            "(?i)^(table of )?contents$|^inhalt(sverzeichnis)?$|^table des mati\u00E8res$|^\u00EDndice$|^sommaire$");
    private static final Pattern LEVELS = Pattern.compile("\\\\o\\s*\"?\\d-(\\d)");
    private static final int LEAST_ENTRIES = 3;
    /// Blocks between two entries that are none, such as an outer entry without a page number.
    private static final int MOST_BETWEEN = 3;
    private static final int LONGEST_TITLE = 200;

    private static final Kind KIND = new Kind(
            "stale-contents-table",
            1,
            "0.1",
            Kind.Family.STRUCTURE,
            "The table of contents fits the document.",
            List.of(),
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
            Optional<Contents> contents = Contents.of(part.document());
            if (contents.isPresent()) {
                any = true;
                contents.get().compare(part, findings);
            }
        }
        if (!any) {
            return new Outcome.NotApplicable("There is no table of contents beside headings.");
        }
        return findings.outcome(
                "entry or heading does not fit the table of contents|entries or headings do not fit the table of"
                        + " contents",
                "The table of contents fits the document.");
    }

    /// An entry of the contents.
    private record Entry(String title, int page, Span span) {}

    /// The contents of a document and the headings it should list.
    private record Contents(List<Entry> entries, List<Block.Heading> headings, Document document) {
        static Optional<Contents> of(Document document) {
            Optional<Fact.Field> field = document.facts(Fact.Field.class)
                    .filter(each -> each.instruction().matches("(?i)\\s*TOC\\b(?!.*\\\\c).*"))
                    .filter(each -> each.result().length() > 0)
                    .findFirst();
            Set<String> titles = titles(document);
            List<Entry> entries = field.map(each -> entries(document, titles, each.result()))
                    .orElseGet(() -> printed(document, titles));
            if (entries.size() < LEAST_ENTRIES) {
                return Optional.empty();
            }
            int deepest = field.map(each -> LEVELS.matcher(each.instruction()))
                    .filter(Matcher::find)
                    .map(levels -> Integer.parseInt(levels.group(1)))
                    .orElse(9);
            List<Block.Heading> headings = document.layer(Layer.BODY)
                    .filter(Block.Heading.class::isInstance)
                    .map(Block.Heading.class::cast)
                    .filter(heading -> heading.level() <= deepest)
                    .toList();
            return headings.isEmpty() ? Optional.empty() : Optional.of(new Contents(entries, headings, document));
        }

        private static Set<String> titles(Document document) {
            return document.blocks().stream()
                    .filter(Block.Heading.class::isInstance)
                    .map(heading -> folded(document.text(heading)))
                    .collect(Collectors.toSet());
        }

        private static List<Entry> entries(Document document, Set<String> titles, Span within) {
            List<Entry> entries = new ArrayList<>();
            for (Block block : document.blocks()) {
                if (block.span().overlaps(within)) {
                    add(document, titles, block.span(), entries);
                }
            }
            return entries;
        }

        /// Contents as they are printed: under a heading of that name, lines that end in a page number.
        private static List<Entry> printed(Document document, Set<String> titles) {
            List<Entry> entries = new ArrayList<>();
            boolean inside = false;
            int misses = 0;
            for (Block block : document.layer(Layer.BODY).toList()) {
                String text = document.text(block).strip();
                if (TITLE.matcher(text).find()) {
                    inside = true;
                } else if (inside) {
                    int before = entries.size();
                    add(document, titles, block.span(), entries);
                    misses = entries.size() == before ? misses + 1 : 0;
                    if (misses > MOST_BETWEEN && !entries.isEmpty()) {
                        break;
                    }
                }
            }
            return entries;
        }

        private static void add(Document document, Set<String> titles, Span span, List<Entry> entries) {
            int start = span.start();
            for (String line : document.text(span).split("\n", -1)) {
                Span at = new Span(start, start + line.length());
                entry(line.strip(), titles, at).ifPresent(entries::add);
                start += line.length() + 1;
            }
        }

        private static Optional<Entry> entry(String line, Set<String> titles, Span span) {
            Matcher dotted = ENTRY.matcher(line);
            if (dotted.matches()) {
                return Optional.of(new Entry(dotted.group(1).strip(), Integer.parseInt(dotted.group(2)), span));
            }
            Matcher bare = BARE_ENTRY.matcher(line);
            return bare.matches() && titles.contains(folded(bare.group(1)))
                    ? Optional.of(new Entry(bare.group(1).strip(), Integer.parseInt(bare.group(2)), span))
                    : Optional.empty();
        }

        void compare(Inspection.ReadPart part, Findings findings) {
            Map<String, List<Block>> byTitle = byTitle();
            Set<String> listed = new HashSet<>();
            int difference = difference(byTitle);
            for (Entry entry : entries) {
                String title = folded(entry.title());
                listed.add(title);
                List<Block> found = byTitle.getOrDefault(title, List.of());
                if (found.isEmpty()) {
                    findings.at(
                            part,
                            entry.span(),
                            "The contents name '" + entry.title() + "', but no heading has that title.",
                            "Update the table of contents.");
                    continue;
                }
                int expected = entry.page() + difference;
                nearestPage(found, expected)
                        .filter(page -> page != expected)
                        .ifPresent(page -> findings.at(
                                part,
                                entry.span(),
                                "The contents say page " + entry.page() + " for '" + entry.title()
                                        + "'; it stands on page " + (page - difference) + ".",
                                "Update the table of contents."));
            }
            int deepest = headings.stream()
                    .filter(heading -> listed.contains(folded(document.text(heading))))
                    .mapToInt(Block.Heading::level)
                    .max()
                    .orElse(0);
            int end = entries.getLast().span().end();
            headings.stream()
                    .filter(heading -> heading.span().start() >= end)
                    .filter(heading -> heading.level() <= deepest && !listed.contains(folded(document.text(heading))))
                    .forEach(heading -> findings.at(
                            part,
                            heading.span(),
                            "This heading is not in the table of contents.",
                            "Update the table of contents."));
        }

        /// The headings of each title. In a PDF headings are told by their looks, and inner ones often look like
        /// text: where no heading has an entry's title, a paragraph that is nothing but this title is one.
        private Map<String, List<Block>> byTitle() {
            Map<String, List<Block>> byTitle = new TreeMap<>();
            headings.forEach(heading -> put(heading, byTitle));
            Set<String> headed = Set.copyOf(byTitle.keySet());
            int end = entries.getLast().span().end();
            document.layer(Layer.BODY)
                    .filter(block -> block.place() instanceof Place.Page && !(block instanceof Block.Table))
                    .filter(block -> block.span().start() >= end && block.span().length() <= LONGEST_TITLE)
                    .filter(block -> !headed.contains(folded(document.text(block))))
                    .forEach(block -> put(block, byTitle));
            return byTitle;
        }

        private void put(Block block, Map<String, List<Block>> byTitle) {
            byTitle.computeIfAbsent(folded(document.text(block)), title -> new ArrayList<>())
                    .add(block);
        }

        /// Of several headings with one title, such as "Introduction", the one that the entry may mean.
        private static Optional<Integer> nearestPage(List<Block> found, int expected) {
            return pages(found).min(Comparator.comparing(page -> Math.abs(page - expected)));
        }

        private static Stream<Integer> pages(List<Block> blocks) {
            return blocks.stream()
                    .map(Block::place)
                    .filter(Place.Page.class::isInstance)
                    .map(place -> ((Place.Page) place).page());
        }

        /// By how much the number of a page differs from the number printed on it, as most entries have it.
        private int difference(Map<String, List<Block>> byTitle) {
            Map<Integer, Integer> votes = new TreeMap<>();
            for (Entry entry : entries) {
                pages(byTitle.getOrDefault(folded(entry.title()), List.of()))
                        .forEach(page -> votes.merge(page - entry.page(), 1, Integer::sum));
            }
            return votes.entrySet().stream()
                    .max(Map.Entry.comparingByValue())
                    .map(Map.Entry::getKey)
                    .orElse(0);
        }

        private static String folded(String title) {
            return Titles.normalised(title.replaceAll("\\s+", " "));
        }
    }
}
