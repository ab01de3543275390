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
import dev.assay.document.Layer;
import dev.assay.document.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/// Flags sections that do not stand in the required order.
///
/// ## Why
///
/// Who reads forty reports a quarter reads them by place: the summary first, the method before the results, the
/// disclosures last. A regulator's format prescribes the order outright.
///
/// ## Example
///
/// With `titles: [Executive summary | Summary, Methodology | Methods, Findings, Limitations]` a report in which
/// "3 Limitations" stands before "4 Findings" is flagged at "3 Limitations": it must stand after 'Findings'. As few
/// sections as will do are flagged: where one was moved, that one. Numbering, case, punctuation and spacing do not
/// count. Slide titles and the names of sheets are titles too.
///
/// With no titles given, four that have the same place everywhere are looked at: the summary, the introduction,
/// the conclusions, the list of references.
///
/// ## What it does not do
///
/// A section that is not there is not missed: that is `missing-section`'s. Where a title stands several times, as
/// "Summary" at the end of each chapter, only the outermost headings of that title count, and one of them in the
/// right place is enough. Each file is looked at by itself. A line that merely looks like a heading counts only in
/// a PDF or where the document has no headings at all, and then only if it is nothing but the title. Where fewer
/// than two of the sections are there, it does not apply.
public final class SectionOrder implements Check {
    private static final List<String> USUAL = List.of(
            "Executive summary | Management summary | Summary | Abstract | Zusammenfassung | Kurzfassung",
            "Introduction | Einleitung | Einf\u00FChrung",
            "Conclusions | Conclusion | Fazit | Schlussfolgerungen",
            "References | Bibliography | Works cited | Literatur | Literaturverzeichnis");

    private static final Kind KIND = new Kind(
            "section-order",
            1,
            "0.1",
            Kind.Family.STRUCTURE,
            "The sections stand in the required order.",
            List.of(
                    Parameter.of(
                            "titles",
                            Parameter.Type.TEXTS,
                            USUAL,
                            "The titles in their order; other accepted titles of the same section follow after `|`."),
                    Parameter.choice(
                            "match",
                            List.of("whole", "within"),
                            "whole",
                            "Whether the heading must be the title, or may hold it among other words."),
                    Parameter.optional(
                            "level",
                            Parameter.Type.COUNT,
                            "The deepest heading level that counts, 1 being the outermost; any where left out.")),
            List.of(),
            List.of());

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public Outcome inspect(Inspection inspection, Parameters parameters) {
        List<WantedTitle> wanted = WantedTitle.of(
                parameters.texts("titles"), parameters.text("match").equals("within"));
        Findings findings = new Findings(KIND);
        boolean any = false;
        for (Inspection.ReadPart part : inspection.readable()) {
            List<Title> titles = titles(part.document(), wanted, parameters.count("level"));
            if (titles.stream().map(Title::entry).distinct().count() > 1) {
                any = true;
                compare(part, titles, wanted, findings);
            }
        }
        if (!any) {
            return new Outcome.NotApplicable("Fewer than two of the sections are there, so that none is out of order.");
        }
        return findings.outcome(
                "section is out of order|sections are out of order", "The sections stand in the required order.");
    }

    /// A heading whose title is asked for.
    ///
    /// @param entry which of the wanted titles it is, from 0
    private record Title(int entry, int level, Block block, String text) {}

    private static void compare(
            Inspection.ReadPart part, List<Title> titles, List<WantedTitle> wanted, Findings findings) {
        List<Title> inOrder = longestInOrder(titles);
        Set<Integer> settled = new HashSet<>();
        inOrder.forEach(title -> settled.add(title.entry()));
        for (Title title : titles) {
            if (settled.add(title.entry())) {
                findings.at(
                        part,
                        title.block().span(),
                        title.block().place(),
                        "The section '" + title.text() + "' is out of order: " + neighbours(title, inOrder, wanted)
                                + ".",
                        "Move the section to its place, and update the numbering and the contents.");
            }
        }
    }

    private static String neighbours(Title title, List<Title> inOrder, List<WantedTitle> wanted) {
        String after = "";
        for (Title other : inOrder) {
            if (other.entry() > title.entry()) {
                String before = "before '" + other.text() + "'";
                return "'" + wanted.get(title.entry()).name() + "' must stand "
                        + (after.isEmpty() ? before : after + " and " + before);
            }
            after = "after '" + other.text() + "'";
        }
        return "'" + wanted.get(title.entry()).name() + "' must stand " + after;
    }

    /// The most sections that stand in the required order: the longest strictly growing run of entries, found with
    /// the smallest last entry of each length (Fredman 1975).
    private static List<Title> longestInOrder(List<Title> titles) {
        int[] previous = new int[titles.size()];
        List<Integer> ends = new ArrayList<>();
        for (int i = 0; i < titles.size(); i++) {
            int length = 0;
            while (length < ends.size()
                    && titles.get(ends.get(length)).entry() < titles.get(i).entry()) {
                length++;
            }
            previous[i] = length == 0 ? -1 : ends.get(length - 1);
            if (length == ends.size()) {
                ends.add(i);
            } else {
                ends.set(length, i);
            }
        }
        List<Title> longest = new ArrayList<>();
        for (int i = ends.getLast(); i >= 0; i = previous[i]) {
            longest.addFirst(titles.get(i));
        }
        return longest;
    }

    private static List<Title> titles(Document document, List<WantedTitle> wanted, OptionalInt level) {
        List<Title> headings = new ArrayList<>();
        List<Title> lines = new ArrayList<>();
        boolean headed = false;
        for (Block block : document.layer(Layer.BODY).toList()) {
            if (block instanceof Block.Heading heading) {
                headed = true;
                if (level.isEmpty() || heading.level() <= level.getAsInt()) {
                    add(heading, heading.level(), document.text(heading), wanted, headings);
                }
            } else if (block instanceof Block.Table table) {
                add(table, 1, table.name(), wanted, headings);
            } else {
                add(block, 1, document.text(block), wanted, lines);
            }
        }
        Set<Integer> found = new HashSet<>();
        headings.forEach(title -> found.add(title.entry()));
        boolean plain = !headed;
        lines.removeIf(
                line -> found.contains(line.entry()) || !(plain || line.block().place() instanceof Place.Page));
        headings.addAll(lines);
        return outermost(headings);
    }

    private static void add(Block block, int level, String text, List<WantedTitle> wanted, List<Title> titles) {
        for (int entry = 0; entry < wanted.size(); entry++) {
            if (!text.isBlank() && wanted.get(entry).isMetBy(text)) {
                titles.add(new Title(entry, level, block, text.strip().replaceAll("\\s+", " ")));
                return;
            }
        }
    }

    private static List<Title> outermost(List<Title> titles) {
        int[] levels = new int[titles.stream().mapToInt(Title::entry).max().orElse(0) + 1];
        titles.forEach(title -> levels[title.entry()] =
                levels[title.entry()] == 0 ? title.level() : Math.min(levels[title.entry()], title.level()));
        return titles.stream()
                .filter(title -> title.level() == levels[title.entry()])
                .sorted((one, other) -> Integer.compare(
                        one.block().span().start(), other.block().span().start()))
                .toList();
    }
}
