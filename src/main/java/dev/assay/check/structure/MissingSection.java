package dev.assay.check.structure;

import dev.assay.check.Check;
import dev.assay.check.Findings;
import dev.assay.check.FoldedText;
import dev.assay.check.Inspection;
import dev.assay.check.Kind;
import dev.assay.check.Outcome;
import dev.assay.check.Parameters;
import dev.assay.check.Passages;
import dev.assay.check.Titles;
import dev.assay.checklist.Parameter;
import dev.assay.document.Block;
import dev.assay.document.Document;
import dev.assay.document.Layer;
import dev.assay.document.Place;
import dev.assay.document.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/// Flags required sections that are not there, or that have less text than required.
///
/// ## Why
///
/// A report without its method section cannot be judged, and a disclosure that is missing is a breach, however
/// good the rest may be. Vendors number and name sections their own way; what counts is that the section is
/// there.
///
/// ## Example
///
/// With `titles: [Executive summary | Summary, Methodology | Methods]` and `min-words: 50`, a report with the
/// headings `1 SUMMARY` and `2.1 Methodlogy` is flagged for the second, with the hint "closest: 'Methodlogy'".
/// The first title of each entry is the one asked for, those after `|` are taken as well. Numbering, case,
/// punctuation and spacing do not count. Slide titles and the names of sheets are titles too.
///
/// ## What it does not do
///
/// It does not look at the order of sections or at what they say. A paragraph that merely looks like a heading
/// does not count where the document has real ones; it is named as a hint. Where a document has no headings at
/// all, as some PDF files, a line that consists of the title counts as one; where the words occur only inside
/// other text, it cannot be told.
public final class MissingSection implements Check {
    private static final Kind KIND = new Kind(
            "missing-section",
            1,
            "0.1",
            Kind.Family.STRUCTURE,
            "Every required section is there.",
            List.of(
                    Parameter.required(
                                    "titles",
                                    Parameter.Type.TEXTS,
                                    "The required titles; other accepted titles of the same section follow after `|`.")
                            .sharper(Parameter.Sharper.MORE),
                    Parameter.choice(
                            "match",
                            List.of("whole", "within"),
                            "whole",
                            "Whether the heading must be the title, or may hold it among other words."),
                    Parameter.optional(
                            "level",
                            Parameter.Type.COUNT,
                            "The deepest heading level that counts, 1 being the outermost; any where left out."),
                    Parameter.of(
                                    "min-words",
                                    Parameter.Type.COUNT,
                                    0,
                                    "The least number of words in the section, sub-sections included.")
                            .sharper(Parameter.Sharper.MORE)),
            List.of(),
            List.of());

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public Unread unread(Parameters parameters) {
        return Unread.MAY_HOLD_CONTENT;
    }

    @Override
    public Outcome inspect(Inspection inspection, Parameters parameters) {
        List<Title> titles =
                inspection.readable().stream().flatMap(MissingSection::titles).toList();
        Findings findings = new Findings(KIND);
        List<String> unsure = new ArrayList<>();
        for (String entry : parameters.texts("titles")) {
            Wanted wanted = Wanted.of(entry, parameters);
            Optional<Title> best = titles.stream().filter(wanted::isMetBy).max(Comparator.comparingInt(Title::words));
            if (best.isPresent()) {
                tellShort(best.get(), wanted, parameters, findings);
            } else if (inTextWithoutHeadings(inspection, wanted)) {
                unsure.add(wanted.name());
            } else {
                tellMissing(inspection, titles, wanted, findings);
            }
        }
        if (findings.isEmpty() && !unsure.isEmpty()) {
            return new Outcome.CannotTell(
                    "The file marks no headings, and these words occur only inside other text: "
                            + String.join(", ", unsure) + ".",
                    Outcome.Cause.CONTENT);
        }
        return findings.outcome(
                "required section missing or too short|required sections missing or too short",
                "All required sections are there.");
    }

    private static void tellShort(Title title, Wanted wanted, Parameters parameters, Findings findings) {
        int least = parameters.count("min-words").orElse(0);
        if (title.words() < least) {
            findings.at(
                    title.part(),
                    title.block().span(),
                    title.block().place(),
                    String.format(
                            Locale.ROOT,
                            "The section '%s' has %,d words; at least %,d are required.",
                            title.text(),
                            title.words(),
                            least),
                    "Write what the section is for: " + wanted.name() + ".");
        }
    }

    private static void tellMissing(Inspection inspection, List<Title> titles, Wanted wanted, Findings findings) {
        String others = wanted.titles().size() == 1
                ? ""
                : " (or "
                        + String.join(
                                ", ", wanted.titles().subList(1, wanted.titles().size())) + ")";
        String hint = lookalike(inspection, wanted)
                .or(() -> deeper(titles, wanted))
                .or(() -> closest(titles, wanted))
                .orElse("");
        String part =
                inspection.parts().size() == 1 ? inspection.parts().getFirst().name() : "";
        findings.about(
                part,
                new Place.Whole(),
                Titles.normalised(wanted.name()),
                "There is no section '" + wanted.name() + "'" + others + hint + ".",
                "Add the section, or give it its agreed title as a heading.");
    }

    private static Optional<String> lookalike(Inspection inspection, Wanted wanted) {
        return inspection.readable().stream()
                .flatMap(part -> part.document()
                        .layer(Layer.BODY)
                        .filter(block -> !(block instanceof Block.Heading) && !(block instanceof Block.Table))
                        .filter(block -> wanted.isTitle(part.document().text(block)))
                        .map(block ->
                                "; the line '" + part.document().text(block).strip() + "' ("
                                        + block.place().describe() + ") is not marked as a heading"))
                .findFirst();
    }

    private static Optional<String> deeper(List<Title> titles, Wanted wanted) {
        return titles.stream()
                .filter(title -> wanted.isTitle(title.text()))
                .findFirst()
                .map(title -> "; the heading '" + title.text() + "' is of level " + title.level() + ", deeper than "
                        + wanted.level().orElse(9));
    }

    private static Optional<String> closest(List<Title> titles, Wanted wanted) {
        return titles.stream()
                .map(Title::text)
                .filter(text -> wanted.distance(text) <= Wanted.NEAR)
                .min(Comparator.comparingDouble(wanted::distance))
                .map(text -> "; closest: '" + text + "'");
    }

    private static boolean inTextWithoutHeadings(Inspection inspection, Wanted wanted) {
        return inspection.readable().stream()
                .map(Inspection.ReadPart::document)
                .filter(document -> !hasHeadings(document))
                .anyMatch(document -> wanted.titles().stream()
                        .map(title -> FoldedText.of(title, false))
                        .anyMatch(title -> Passages.shown(document)
                                .anyMatch(passage -> FoldedText.of(document.text(passage), false)
                                        .holds(title))));
    }

    private static boolean hasHeadings(Document document) {
        return document.layer(Layer.BODY).anyMatch(Block.Heading.class::isInstance);
    }

    private static Stream<Title> titles(Inspection.ReadPart part) {
        Document document = part.document();
        Stream<Title> sections = document.sections().stream()
                .map(section -> new Title(
                        part,
                        section.heading(),
                        section.title(),
                        section.heading().level(),
                        words(document, section.blocks())));
        Stream<Title> tables = document.tables()
                .filter(table -> table.layer() == Layer.BODY && !table.name().isBlank())
                .map(table -> new Title(part, table, table.name().strip(), 1, words(document, List.of(table))));
        Stream<Title> named = Stream.concat(sections, tables);
        return hasHeadings(document) ? named : Stream.concat(named, lines(part));
    }

    /// Lines that could be headings. Where their sections end cannot be told, so that all that follows counts.
    private static Stream<Title> lines(Inspection.ReadPart part) {
        Document document = part.document();
        List<Block> body = document.layer(Layer.BODY).toList();
        List<Title> titles = new ArrayList<>();
        int following = 0;
        for (Block block : body.reversed()) {
            String text = document.text(block).strip();
            int words = Words.count(text);
            boolean line = !(block instanceof Block.Table) && words <= Wanted.MOST_WORDS && !text.contains("\n");
            if (line && words > 0 && !text.endsWith(".")) {
                titles.add(new Title(part, block, text, 1, following));
            }
            following += words;
        }
        return titles.stream();
    }

    private static int words(Document document, List<Block> blocks) {
        return blocks.stream()
                .mapToInt(block -> Words.count(document.text(block)))
                .sum();
    }

    /// A title found in a document, with the words of its section.
    private record Title(Inspection.ReadPart part, Block block, String text, int level, int words) {}

    /// A section that must be there.
    private record Wanted(List<String> titles, boolean within, OptionalInt level) {
        static final double NEAR = 0.35;
        static final int MOST_WORDS = 12;

        static Wanted of(String entry, Parameters parameters) {
            List<String> titles = Stream.of(entry.split("\\|"))
                    .map(String::strip)
                    .filter(title -> !title.isEmpty())
                    .toList();
            return new Wanted(
                    titles.isEmpty() ? List.of(entry) : titles,
                    parameters.text("match").equals("within"),
                    parameters.count("level"));
        }

        String name() {
            return titles.getFirst();
        }

        boolean isMetBy(Title title) {
            return (level.isEmpty() || title.level() <= level.getAsInt()) && isTitle(title.text());
        }

        boolean isTitle(String text) {
            if (text.length() > 500) {
                return false;
            }
            String found = Titles.normalised(text);
            return titles.stream()
                    .map(Titles::normalised)
                    .anyMatch(
                            sought -> within ? (" " + found + " ").contains(" " + sought + " ") : found.equals(sought));
        }

        /// Edits needed to turn a title into a wanted one, as a share of its length; 0 where one holds the
        /// other.
        double distance(String text) {
            String found = Titles.normalised(text.length() > 500 ? text.substring(0, 500) : text);
            return titles.stream()
                    .map(Titles::normalised)
                    .mapToDouble(sought -> distance(found, sought))
                    .min()
                    .orElse(1);
        }

        private static double distance(String found, String sought) {
            if (found.isEmpty() || sought.isEmpty()) {
                return 1;
            }
            if ((" " + found + " ").contains(" " + sought + " ")) {
                return 0.1;
            }
            int[] previous = new int[sought.length() + 1];
            int[] current = new int[sought.length() + 1];
            for (int j = 0; j <= sought.length(); j++) {
                previous[j] = j;
            }
            for (int i = 1; i <= found.length(); i++) {
                current[0] = i;
                for (int j = 1; j <= sought.length(); j++) {
                    int replaced = previous[j - 1] + (found.charAt(i - 1) == sought.charAt(j - 1) ? 0 : 1);
                    current[j] = Math.min(replaced, Math.min(previous[j], current[j - 1]) + 1);
                }
                int[] swap = previous;
                previous = current;
                current = swap;
            }
            return (double) previous[sought.length()] / Math.max(found.length(), sought.length());
        }
    }
}
