package dev.assay.check.structure;

import dev.assay.check.Check;
import dev.assay.check.Findings;
import dev.assay.check.FoldedText;
import dev.assay.check.Inspection;
import dev.assay.check.Kind;
import dev.assay.check.Outcome;
import dev.assay.check.Parameters;
import dev.assay.checklist.Parameter;
import dev.assay.document.Block;
import dev.assay.document.Document;
import dev.assay.document.Layer;
import dev.assay.document.Place;
import dev.assay.document.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/// Flags a required wording that is not there: a disclosure, a disclaimer, a statement of independence.
///
/// ## Why
///
/// Where the wording is agreed or prescribed, "nearly so" is a breach, and a disclosure that is left out is one,
/// too. Boilerplate is what gets lost when a report is put together from last quarter's.
///
/// ## Example
///
/// With `phrases: [Past performance is not a reliable indicator of future results.]` a report that says "Past
/// performance is not an indicator of future results." is flagged: the finding quotes this passage as the closest, and
/// says that two words differ. With `match: fuzzy` and `tolerance: 20` it would pass, but never a wording that differs
/// in a number or in a word like "not". With `need: any` one of several phrases is enough; other accepted wordings of
/// one phrase follow after `|`. A phrase is found across line breaks, paragraphs and page ends; case, typographic
/// quotation marks, hyphens and ligatures make no difference, and neither does white space.
///
/// `section: Disclosures | Important information` asks for it under such a heading, `within-words: 300` in the first
/// words of the file, `where: header-footer` in a header or footer, `parts: each` in every file.
///
/// With no phrases given, a statement on confidentiality or copyright is asked for, as nearly every contract does.
///
/// ## What it does not do
///
/// It does not look into hidden or deleted text, comments, notes and pictures: what must be read must be shown. A
/// phrase of one or two words is found as whole words and has no close relatives. It does not judge whether a
/// text that is worded otherwise means the same.
public final class MissingPhrase implements Check {
    private static final Set<Layer> MARGINS = EnumSet.of(Layer.HEADER, Layer.FOOTER, Layer.MASTER);
    private static final Set<Layer> NOTES = EnumSet.of(Layer.FOOTNOTE, Layer.ENDNOTE);
    private static final Set<Layer> TEXT = EnumSet.of(Layer.BODY, Layer.INSERTED);
    private static final List<String> USUAL =
            List.of("confidential | confidentiality | all rights reserved | copyright | \u00A9 | vertraulich"
                    + " | Vertraulichkeit | alle Rechte vorbehalten | Urheberrecht");
    private static final int LEAST_WORDS = 3;
    private static final int SHOWN = 160;

    private static final Kind KIND = new Kind(
            "missing-phrase",
            1,
            "0.1",
            Kind.Family.STRUCTURE,
            "Every required wording is there.",
            List.of(
                    Parameter.of(
                            "phrases",
                            Parameter.Type.TEXTS,
                            USUAL,
                            "The required wordings; other accepted ones of the same phrase follow after `|`."),
                    Parameter.choice(
                            "need",
                            List.of("all", "any"),
                            "all",
                            "Whether every phrase must be there, or one of them is enough."),
                    Parameter.choice(
                            "match",
                            List.of("exact", "fuzzy"),
                            "exact",
                            "Whether the words must be the same, or a few may differ."),
                    Parameter.of(
                            "tolerance",
                            Parameter.Type.COUNT,
                            10,
                            "With `fuzzy`, how many words in a hundred may differ; one may in any phrase of five words"
                                    + " or more."),
                    Parameter.of(
                            "match-case",
                            Parameter.Type.FLAG,
                            false,
                            "Whether upper and lower case must be as written; not looked at with `fuzzy`."),
                    Parameter.choice(
                            "where",
                            List.of("shown", "body", "header-footer"),
                            "shown",
                            "Where it must stand: anywhere that a reader sees, in the text with its notes, or in a"
                                    + " header, footer or slide master."),
                    Parameter.optional(
                            "section",
                            Parameter.Type.TEXT,
                            "The section it must stand in; other accepted titles follow after `|`."),
                    Parameter.optional(
                            "within-words",
                            Parameter.Type.COUNT,
                            "It must begin within that many words from the start."),
                    Parameter.choice(
                            "parts", List.of("any", "each"), "any", "Whether one of the files must have it, or each.")),
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
        List<Phrase> phrases =
                parameters.texts("phrases").stream().map(Phrase::of).toList();
        List<Region> regions = inspection.readable().stream()
                .map(part -> Region.of(part, parameters))
                .toList();
        Findings findings = new Findings(KIND);
        if (parameters.text("parts").equals("each")) {
            regions.forEach(region -> tell(List.of(region), phrases, parameters, region.name(), findings));
        } else {
            String name = inspection.parts().size() == 1
                    ? inspection.parts().getFirst().name()
                    : "";
            tell(regions, phrases, parameters, name, findings);
        }
        if (!findings.isEmpty() && regions.stream().anyMatch(region -> region.mayHide(phrases))) {
            return new Outcome.CannotTell(
                    "A required wording stands in a file that marks no headings, so that its section cannot be told.",
                    Outcome.Cause.CONTENT);
        }
        return findings.outcome(
                "required wording is missing|required wordings are missing", "Every required wording is there.");
    }

    private static void tell(
            List<Region> regions, List<Phrase> phrases, Parameters parameters, String part, Findings findings) {
        List<Phrase> missing = phrases.stream()
                .filter(phrase -> regions.stream().noneMatch(region -> phrase.isIn(region, parameters)))
                .toList();
        if (parameters.text("need").equals("any")) {
            if (missing.size() == phrases.size() && !phrases.isEmpty()) {
                String names = phrases.stream()
                        .map(Phrase::shown)
                        .limit(5)
                        .reduce((one, other) -> one + ", " + other)
                        .orElse("");
                tell(regions, phrases, "None of these wordings is there: " + names, parameters, part, findings);
            }
            return;
        }
        for (Phrase phrase : missing) {
            tell(
                    regions,
                    List.of(phrase),
                    "The required wording " + phrase.shown() + " is not there",
                    parameters,
                    part,
                    findings);
        }
    }

    private static void tell(
            List<Region> regions,
            List<Phrase> phrases,
            String message,
            Parameters parameters,
            String part,
            Findings findings) {
        Optional<Close> close = first(phrases, phrase -> elsewhere(regions, phrase, parameters))
                .or(() -> first(phrases, phrase -> closest(regions, phrase)));
        String subject = phrases.stream().map(Phrase::subject).reduce("", (one, other) -> one + '\0' + other);
        String where = scope(parameters, regions);
        findings.about(
                close.map(Close::part).orElse(part),
                close.map(Close::place).orElse(new Place.Whole()),
                subject,
                message + where + close.map(Close::hint).orElse("") + ".",
                close.map(Close::remedy).orElse("Add the required wording where it belongs."));
    }

    private static String scope(Parameters parameters, List<Region> regions) {
        String section = parameters
                .optionalText("section")
                .map(title -> " in the section '" + WantedTitle.of(title, false).name() + "'"
                        + (regions.stream().allMatch(Region::lacksSection) ? ", which is missing too" : ""))
                .orElse("");
        String margin = parameters.text("where").equals("header-footer") ? " in a header or footer" : "";
        return section
                + margin
                + parameters.count("within-words").stream()
                        .mapToObj(words -> String.format(Locale.ROOT, " within the first %,d words", words))
                        .findFirst()
                        .orElse("");
    }

    private static Optional<Close> first(List<Phrase> phrases, Function<Phrase, Optional<Close>> search) {
        return phrases.stream().map(search).flatMap(Optional::stream).findFirst();
    }

    /// Where the wording stands outside the place where it is asked for.
    private static Optional<Close> elsewhere(List<Region> regions, Phrase phrase, Parameters parameters) {
        for (Region region : regions) {
            for (Span passage : region.outside()) {
                FoldedText text = FoldedText.of(region.part().document().text(passage), false);
                for (String wording : phrase.wordings()) {
                    List<Span> found = text.find(FoldedText.of(wording, false));
                    if (!found.isEmpty() && !parameters.flag("match-case")) {
                        Place place = region.part()
                                .document()
                                .placeAt(passage.start() + found.getFirst().start());
                        return Optional.of(new Close(
                                region.name(),
                                place,
                                "; it stands elsewhere, at " + place.describe(),
                                "Put the wording where it is required."));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Close> closest(List<Region> regions, Phrase phrase) {
        record Candidate(Region region, PhraseSearch.Near near) {}
        return regions.stream()
                .flatMap(region -> phrase.wordings().stream()
                        .flatMap(wording -> region.nearest(wording).stream())
                        .map(near -> new Candidate(region, near)))
                .min(Comparator.comparingInt(candidate -> candidate.near().percent()))
                .map(candidate -> new Close(
                        candidate.region().name(),
                        candidate
                                .region()
                                .part()
                                .document()
                                .placeAt(candidate.near().span().start()),
                        hint(candidate.near()),
                        "Use the required wording, word for word."));
    }

    private static String hint(PhraseSearch.Near near) {
        String edits = near.edits() == 0
                ? "only punctuation or case differs"
                : near.edits() == 1 ? "1 word differs" : near.edits() + " words differ";
        return "; closest: '" + shortened(near.text()) + "' (" + edits + ")";
    }

    private static String shortened(String text) {
        String flat = text.strip().replaceAll("\\s+", " ");
        return flat.length() <= SHOWN ? flat : flat.substring(0, SHOWN) + "\u2026";
    }

    /// What a person should look at.
    private record Close(String part, Place place, String hint, String remedy) {}

    /// A required phrase with its accepted wordings.
    private record Phrase(List<String> wordings) {
        static Phrase of(String entry) {
            List<String> wordings = Stream.of(entry.split("\\|"))
                    .map(String::strip)
                    .filter(wording -> !wording.isEmpty())
                    .toList();
            return new Phrase(wordings.isEmpty() ? List.of(entry) : wordings);
        }

        String shown() {
            return "'" + shortened(wordings.getFirst()) + "'"
                    + (wordings.size() == 1
                            ? ""
                            : " (or " + (wordings.size() - 1) + " other accepted "
                                    + (wordings.size() == 2 ? "wording)" : "wordings)"));
        }

        String subject() {
            return FoldedText.of(wordings.getFirst(), false).toString();
        }

        boolean isIn(Region region, Parameters parameters) {
            boolean fuzzy = parameters.text("match").equals("fuzzy");
            int tolerance = parameters.count("tolerance").orElse(0);
            return wordings.stream()
                    .anyMatch(wording -> region.search().holds(wording, parameters.flag("match-case") && !fuzzy)
                            || (fuzzy
                                    && region.nearest(wording)
                                            .filter(near -> isNear(near, tolerance))
                                            .isPresent()));
        }

        private static boolean isNear(PhraseSearch.Near near, int tolerance) {
            int allowed = Math.max(near.length() >= 5 ? 1 : 0, near.length() * tolerance / 100);
            return near.edits() <= allowed && !near.turning();
        }
    }

    /// Where a file may have the phrases.
    private record Region(PhraseSearch search, List<Span> outside, boolean lacksSection) {
        static Region of(Inspection.ReadPart part, Parameters parameters) {
            Document document = part.document();
            List<Span> shown = switch (parameters.text("where")) {
                case "body" -> passages(document, TEXT, NOTES);
                case "header-footer" -> passages(document, MARGINS);
                default -> passages(document, TEXT, NOTES, MARGINS);
            };
            Optional<List<Span>> inSection = parameters
                    .optionalText("section")
                    .map(title -> PhraseSearch.inSections(document, WantedTitle.of(title, false), shown)
                            .orElse(List.of()));
            List<Span> region =
                    PhraseSearch.beginning(document, inSection.orElse(shown), parameters.count("within-words"));
            Set<Span> inside = Set.copyOf(region);
            List<Span> outside = passages(document, TEXT, NOTES, MARGINS).stream()
                    .filter(passage -> !inside.contains(passage))
                    .toList();
            return new Region(
                    new PhraseSearch(part, region),
                    outside,
                    inSection.map(List::isEmpty).orElse(false));
        }

        /// Layer after layer, so that a footer does not cut a sentence in two.
        @SafeVarargs
        private static List<Span> passages(Document document, Set<Layer>... layers) {
            List<Span> passages = new ArrayList<>();
            for (Set<Layer> each : layers) {
                for (Block block : document.blocks()) {
                    if (each.contains(block.layer())) {
                        add(block, passages);
                    }
                }
            }
            return passages;
        }

        private static void add(Block block, List<Span> passages) {
            if (block instanceof Block.Table table) {
                table.rows().forEach(row -> row.cells().forEach(cell -> passages.add(cell.span())));
            } else {
                passages.add(block.span());
            }
        }

        /// Whether a phrase stands in a file that has no headings, though a section is asked for.
        boolean mayHide(List<Phrase> phrases) {
            return lacksSection
                    && part().document().layer(Layer.BODY).noneMatch(Block.Heading.class::isInstance)
                    && phrases.stream()
                            .flatMap(phrase -> phrase.wordings().stream())
                            .anyMatch(wording -> new PhraseSearch(part(), outside).holds(wording, false));
        }

        Inspection.ReadPart part() {
            return search.part();
        }

        String name() {
            return part().part().name();
        }

        Optional<PhraseSearch.Near> nearest(String wording) {
            return wording.split("\\s+").length < LEAST_WORDS ? Optional.empty() : search.nearest(wording);
        }
    }
}
