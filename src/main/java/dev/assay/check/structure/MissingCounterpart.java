package dev.assay.check.structure;

import dev.assay.check.Check;
import dev.assay.check.Findings;
import dev.assay.check.FoldedText;
import dev.assay.check.Inspection;
import dev.assay.check.Kind;
import dev.assay.check.Outcome;
import dev.assay.check.Parameters;
import dev.assay.check.Passages;
import dev.assay.checklist.Parameter;
import dev.assay.config.ClientPattern;
import dev.assay.document.Block;
import dev.assay.document.Document;
import dev.assay.document.Layer;
import dev.assay.document.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Flags what is named in one place and lacks its counterpart in another: a death without its narrative, an exhibit
/// that the list of exhibits does not have, a variable without an entry in the codebook.
///
/// ## Why
///
/// Two lists that must agree are kept by two people. A regulator counts the deaths and the narratives; opposing counsel
/// opens the exhibit that is not there.
///
/// ## Example
///
/// `preset: deaths-narratives` takes the subject numbers in sections on deaths and asks for each in a section of
/// narratives. In words of one's own:
///
/// ```yaml
/// - id: exhibits
///   check: missing-counterpart
///   with:
///     named: Exhibit ([A-Z0-9]+)
///     counterpart: Exhibit ([A-Z0-9]+)
///     counterpart-in: List of exhibits
///     relation: both
/// ```
///
/// The first group of a pattern is the key that both sides share; leading zeros, case and spaces in it do not count. A
/// side is looked for in sections with one of the titles given, in files whose name or role holds one of the words in
/// `named-part` and `counterpart-part`, or everywhere. `relation: each` asks for a counterpart of each that is named,
/// `both` for the other way as well, `disjoint` flags what stands on both sides: a document that was withheld as
/// privileged and produced all the same.
///
/// ## What it does not do
///
/// A pattern is in RE2 syntax and sees each heading, paragraph and cell by itself. Where a side's section or file
/// is not there at all, it cannot tell; `missing-section` asks for it. It compares keys, not what is said of them.
public final class MissingCounterpart implements Check {
    private static final String SUBJECT =
            "(?i)\\b(?:subject|patient|participant)s?(?: (?:no\\.?|number|id))?:? *#?([0-9]{2,}(?:-[0-9]+)*)";
    private static final Map<String, Map<String, String>> PRESETS = Map.of(
            "deaths-narratives",
            Map.of(
                    "named",
                    SUBJECT,
                    "counterpart",
                    SUBJECT,
                    "named-in",
                    "death | deaths | fatal | died",
                    "counterpart-in",
                    "narrative | narratives"),
            "exhibits-list",
            Map.of(
                    "named", "\\b(?:Exhibit|Annex|Anlage) ([A-Z]{1,2}[0-9]{0,3}|[0-9]{1,4})\\b",
                    "counterpart", "(?:^|\\b(?:Exhibit|Annex|Anlage) )([A-Z]{1,2}[0-9]{0,3}|[0-9]{1,4})\\b",
                    "counterpart-in", "list of exhibits | exhibit list | index of exhibits | anlagenverzeichnis"),
            "variables-codebook",
            Map.of(
                    "named", "^([A-Za-z][A-Za-z0-9_.]{1,31})$",
                    "counterpart", "^([A-Za-z][A-Za-z0-9_.]{1,31})$",
                    "named-part", "data",
                    "counterpart-part", "codebook"),
            "privileged-produced",
            Map.of(
                    "named", "\\b([A-Z]{2,10}[-_ ]?[0-9]{4,10})\\b",
                    "counterpart", "\\b([A-Z]{2,10}[-_ ]?[0-9]{4,10})\\b",
                    "named-part", "privilege | privileged",
                    "counterpart-part", "production | produced"));

    private static final Kind KIND = new Kind(
            "missing-counterpart",
            1,
            "0.1",
            Kind.Family.STRUCTURE,
            "Everything that is named has its counterpart.",
            List.of(
                    Parameter.choice(
                            "preset",
                            List.of(
                                    "none",
                                    "deaths-narratives",
                                    "exhibits-list",
                                    "variables-codebook",
                                    "privileged-produced"),
                            "none",
                            "Patterns and places that are ready made; what an item sets itself goes first."),
                    Parameter.optional("named", Parameter.Type.PATTERN, "What is named; its first group is the key."),
                    Parameter.optional(
                            "counterpart",
                            Parameter.Type.PATTERN,
                            "Its counterpart, with the same key; as `named` where left out."),
                    Parameter.optional(
                            "named-in", Parameter.Type.TEXT, "Titles of sections, or words of them, set apart by `|`."),
                    Parameter.optional("counterpart-in", Parameter.Type.TEXT, "The same for the counterpart."),
                    Parameter.optional(
                            "named-part", Parameter.Type.TEXT, "Words of the file's name or role, set apart by `|`."),
                    Parameter.optional("counterpart-part", Parameter.Type.TEXT, "The same for the counterpart."),
                    Parameter.choice(
                            "relation",
                            List.of("each", "both", "disjoint"),
                            "each",
                            "What must hold: each named has its counterpart, both ways, or none stands on both"
                                    + " sides.")),
            List.of(),
            List.of("preset", "named"));

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public Unread unread(Parameters parameters) {
        return parameters.text("relation").equals("disjoint") ? Unread.MAY_HIDE_FAULTS : Unread.MAY_DO_EITHER;
    }

    @Override
    public Outcome inspect(Inspection inspection, Parameters parameters) {
        Map<String, String> preset = PRESETS.getOrDefault(parameters.text("preset"), Map.of());
        Optional<String> named = parameters.optionalText("named").or(() -> Optional.ofNullable(preset.get("named")));
        if (named.isEmpty()) {
            return new Outcome.CannotTell("Neither a preset nor `named` says what is named.", Outcome.Cause.ERROR);
        }
        String counterpart = parameters
                .optionalText("counterpart")
                .or(() -> Optional.ofNullable(preset.get("counterpart")))
                .orElse(named.get());
        Side first = side("named", named.get(), inspection, parameters, preset);
        Side second = side("counterpart", counterpart, inspection, parameters, preset);
        if (first.isAbsent() || second.isAbsent()) {
            String missing = first.isAbsent() ? first.where() : second.where();
            return new Outcome.CannotTell(
                    "There is no " + missing + ", so that the two sides cannot be compared.", Outcome.Cause.CONTENT);
        }
        if (first.found().isEmpty() && second.found().isEmpty()) {
            return new Outcome.NotApplicable("Nothing of the kind is named.");
        }
        return compared(first, second, relation(parameters, preset));
    }

    private static String relation(Parameters parameters, Map<String, String> preset) {
        boolean privileged = parameters.text("preset").equals("privileged-produced") && !preset.isEmpty();
        return privileged ? "disjoint" : parameters.text("relation");
    }

    private static Outcome compared(Side first, Side second, String relation) {
        Findings findings = new Findings(KIND);
        if (relation.equals("disjoint")) {
            first.found().forEach((key, use) -> {
                Use other = second.found().get(key);
                if (other != null && !other.equals(use)) {
                    findings.at(
                            use.part(),
                            use.span(),
                            "'" + use.text() + "' stands on both sides; the other is at "
                                    + other.part().part().name() + ", " + other.place() + ".",
                            "Take it out on one side.");
                }
            });
        } else {
            lacking(first, second, findings);
            if (relation.equals("both")) {
                lacking(second, first, findings);
            }
        }
        return findings.outcome(
                "counterpart is wrong or missing|counterparts are wrong or missing",
                "Everything that is named has its counterpart.");
    }

    private static void lacking(Side one, Side other, Findings findings) {
        one.found().forEach((key, use) -> {
            if (!other.found().containsKey(key)) {
                findings.at(
                        use.part(),
                        use.span(),
                        "'" + use.text() + "' has no counterpart in " + other.where() + ".",
                        "Add the counterpart, or take out what is named by mistake.");
            }
        });
    }

    /// Where something is named first.
    private record Use(Inspection.ReadPart part, Span span) {
        String text() {
            return part.document().text(span).strip().replaceAll("\\s+", " ");
        }

        String place() {
            return part.document().placeAt(span.start()).describe();
        }
    }

    /// One of the two sides: where it was looked for and what was found, by key.
    private record Side(String where, boolean isAbsent, Map<String, Use> found) {}

    private static Side side(
            String name, String pattern, Inspection inspection, Parameters parameters, Map<String, String> preset) {
        ClientPattern compiled = ClientPattern.of(pattern);
        List<String> titles =
                words(parameters.optionalText(name + "-in").orElse(preset.getOrDefault(name + "-in", "")));
        List<String> parts =
                words(parameters.optionalText(name + "-part").orElse(preset.getOrDefault(name + "-part", "")));
        String where = described(titles, parts);
        Map<String, Use> found = new LinkedHashMap<>();
        boolean there = false;
        for (Inspection.ReadPart part : inspection.readable()) {
            if (isOf(part.part(), parts)) {
                Optional<Set<Span>> passages = passages(part.document(), titles);
                passages.ifPresent(spans -> spans.removeAll(others(part, name, titles, parameters, preset)));
                there |= passages.isPresent();
                passages.ifPresent(spans -> spans.forEach(span -> find(part, span, compiled, found)));
            }
        }
        return new Side(where, !there, found);
    }

    /// What is named everywhere is not named in the list of counterparts.
    private static Set<Span> others(
            Inspection.ReadPart part,
            String name,
            List<String> titles,
            Parameters parameters,
            Map<String, String> preset) {
        List<String> list =
                words(parameters.optionalText("counterpart-in").orElse(preset.getOrDefault("counterpart-in", "")));
        boolean everywhere = name.equals("named") && titles.isEmpty() && !list.isEmpty();
        return everywhere ? passages(part.document(), list).orElse(Set.of()) : Set.of();
    }

    private static String described(List<String> titles, List<String> parts) {
        String section = titles.isEmpty() ? "" : "a section '" + titles.getFirst() + "'";
        String file = parts.isEmpty() ? "" : "a file '" + parts.getFirst() + "'";
        String both = section + (section.isEmpty() || file.isEmpty() ? "" : " of ") + file;
        return both.isEmpty() ? "the delivery" : both.replaceFirst("^a ", "");
    }

    private static List<String> words(String entry) {
        List<String> words = new ArrayList<>();
        for (String word : entry.split("\\|", -1)) {
            if (!word.isBlank()) {
                words.add(word.strip());
            }
        }
        return words;
    }

    private static boolean isOf(Inspection.Part part, List<String> words) {
        String name = " "
                + (part.role() + " " + part.name())
                        .replaceAll("[^\\p{L}\\p{N}]+", " ")
                        .toLowerCase(Locale.ROOT) + " ";
        return words.isEmpty()
                || words.stream().anyMatch(word -> name.contains(" " + word.toLowerCase(Locale.ROOT) + " "));
    }

    private static Optional<Set<Span>> passages(Document document, List<String> titles) {
        List<Span> all = Passages.shown(document).toList();
        if (titles.isEmpty()) {
            return Optional.of(new LinkedHashSet<>(all));
        }
        WantedTitle wanted = new WantedTitle(titles, true);
        List<Span> sections = new ArrayList<>();
        for (Document.Section section : document.sections()) {
            if (wanted.isMetBy(section.title())) {
                int end = section.blocks().isEmpty()
                        ? section.heading().span().end()
                        : section.blocks().getLast().span().end();
                sections.add(new Span(section.heading().span().start(), end));
            }
        }
        document.tables()
                .filter(table -> table.layer() == Layer.BODY && wanted.isMetBy(table.name()))
                .map(Block::span)
                .forEach(sections::add);
        if (sections.isEmpty()) {
            return Optional.empty();
        }
        Set<Span> inside = new LinkedHashSet<>();
        all.stream()
                .filter(passage -> sections.stream().anyMatch(section -> section.contains(passage)))
                .forEach(inside::add);
        return Optional.of(inside);
    }

    private static void find(Inspection.ReadPart part, Span passage, ClientPattern pattern, Map<String, Use> found) {
        for (ClientPattern.Key each : pattern.keys(part.document().text(passage))) {
            String key = FoldedText.of(each.key(), false)
                    .toString()
                    .replaceAll("[\\s_]+", "")
                    .replaceAll("(?<![0-9])0+(?=[0-9])", "");
            Span span = new Span(
                    passage.start() + each.span().start(),
                    passage.start() + each.span().end());
            found.putIfAbsent(key, new Use(part, span));
        }
    }
}
