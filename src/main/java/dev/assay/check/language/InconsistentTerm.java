package dev.assay.check.language;

import dev.assay.check.Check;
import dev.assay.check.Findings;
import dev.assay.check.FoldedText;
import dev.assay.check.Inspection;
import dev.assay.check.Kind;
import dev.assay.check.Outcome;
import dev.assay.check.Parameters;
import dev.assay.check.Passages;
import dev.assay.checklist.Parameter;
import dev.assay.document.Document;
import dev.assay.document.Place;
import dev.assay.document.Span;
import dev.assay.document.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Flags words that one document spells in two ways, or names for one thing of which only one may be used.
///
/// ## Why
///
/// "E-mail" on page 3 and "email" on page 5, "organise" beside "organization": the report has two authors, and nobody
/// read it as one. Where a contract says "client" here and "customer" there, the reader must ask whether they are two.
///
/// ## Example
///
/// Found without configuration: "e-mail" and "email", "co-operate" and "cooperate", "data base" and "database";
/// "organise" and "organization", "colour" and "color", "centre" and "center", "modelling" and "modeling", "Potenzial"
/// and "Potential". Flagged once is the spelling that is used less often, at its first place, with the counts of both.
///
/// `groups: [client | customer | account holder]` names words of which a document may use one only; other forms of a
/// word (its plural, its cases) are found, too. `of: groups` looks at nothing else.
///
/// ## What it does not do
///
/// Each file is looked at by itself. Quotations, program code, addresses and names with a capital inside a sentence are
/// passed over, since they are spelled by others ("World Health Organization"). "Long-term" and "long term", "set up"
/// and "setup" are not flagged, since grammar asks for both; nor is "re-form" beside "reform". In a PDF a word with a
/// hyphen counts from its second use on, since the first may have been divided at the end of a line. Which country's
/// spelling is wanted is for `language-variant`; misspelled words are for `spelling`.
public final class InconsistentTerm implements Check {
    private static final Kind KIND = new Kind(
            "inconsistent-term",
            1,
            "0.1",
            Kind.Family.LANGUAGE,
            "One thing has one name and one spelling.",
            List.of(
                    Parameter.choices(
                            "of",
                            List.of("hyphens", "spelling", "groups"),
                            List.of("hyphens", "spelling", "groups"),
                            "What is compared: words with and without hyphen, spellings of two countries, `groups`."),
                    Parameter.optional(
                            "groups",
                            Parameter.Type.TEXTS,
                            "Groups of terms set apart by `|`, of which a document may use one."),
                    Parameter.optional("except", Parameter.Type.TEXTS, "Words that may be spelled as they are.")),
            List.of(),
            List.of());

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public Outcome inspect(Inspection inspection, Parameters parameters) {
        List<String> of = parameters.texts("of");
        Findings findings = new Findings(KIND);
        for (Inspection.ReadPart part : inspection.readable()) {
            Uses uses = new Uses(part.document());
            List<Variants> all = new ArrayList<>();
            if (of.contains("hyphens")) {
                all.addAll(uses.byHyphen());
            }
            if (of.contains("spelling")) {
                all.addAll(uses.bySpelling());
            }
            if (of.contains("groups")) {
                parameters.texts("groups").forEach(group -> all.add(named(part.document(), group)));
            }
            tell(part, all, Set.copyOf(lower(parameters.texts("except"))), findings);
        }
        return findings.outcome(
                "term is used in two ways|terms are used in two ways", "One thing has one name and one spelling.");
    }

    private static List<String> lower(List<String> words) {
        return words.stream().map(word -> word.strip().toLowerCase(Locale.ROOT)).toList();
    }

    private static void tell(Inspection.ReadPart part, List<Variants> all, Set<String> except, Findings findings) {
        record Told(Span at, String message, String remedy) {}
        List<Told> told = new ArrayList<>();
        for (Variants variants : all) {
            String most = variants.mostUsed();
            for (Map.Entry<String, List<Span>> each : variants.spans().entrySet()) {
                if (!each.getKey().equals(most) && !except.contains(each.getKey()) && !except.contains(most)) {
                    told.add(new Told(
                            each.getValue().getFirst(),
                            "'" + each.getKey() + "' (" + times(each.getValue()) + ") and '" + most + "' ("
                                    + times(variants.spans().getOrDefault(most, List.of())) + ") are both used.",
                            "Use one throughout, such as '" + most + "'."));
                }
            }
        }
        told.stream()
                .sorted(Comparator.comparingInt(each -> each.at().start()))
                .forEach(each -> findings.at(part, each.at(), each.message(), each.remedy()));
    }

    private static String times(List<Span> spans) {
        return spans.size() == 1 ? "once" : String.format(Locale.ROOT, "%,d times", spans.size());
    }

    private static Variants named(Document document, String group) {
        Map<String, List<Span>> spans = new LinkedHashMap<>();
        List<Inflected> terms = Inflected.alternatives(group, true, false);
        Passages.shown(document).forEach(passage -> {
            String text = document.text(passage);
            FoldedText folded = FoldedText.of(text, false);
            Quoted quoted = Quoted.in(text);
            for (Inflected term : terms) {
                term.in(folded).stream()
                        .filter(span -> !quoted.holds(span))
                        .forEach(span -> spans.computeIfAbsent(term.written(), key -> new ArrayList<>())
                                .add(new Span(passage.start() + span.start(), passage.start() + span.end())));
            }
        });
        return new Variants(spans);
    }

    /// Where each of several spellings stands, in order.
    private record Variants(Map<String, List<Span>> spans) {
        /// The one that is used most, of two the one that comes first.
        String mostUsed() {
            return spans.entrySet().stream()
                    .max(Comparator.comparingInt((Map.Entry<String, List<Span>> each) ->
                                    each.getValue().size())
                            .thenComparingInt(
                                    each -> -each.getValue().getFirst().start()))
                    .map(Map.Entry::getKey)
                    .orElse("");
        }
    }

    /// The words of a document, in lower case, with their places.
    private static final class Uses {
        private final Document document;
        private final boolean pages;
        private final boolean capitalsAreNames;
        private final Map<String, List<Span>> words = new LinkedHashMap<>();
        private final Map<String, List<Span>> pairs = new LinkedHashMap<>();

        Uses(Document document) {
            this.document = document;
            this.pages = document.blocks().stream().anyMatch(block -> block.place() instanceof Place.Page);
            this.capitalsAreNames = areNames(document.text());
            Passages.shown(document).forEach(this::read);
        }

        private void read(Span passage) {
            String text = document.text(passage).replace('\u2011', '-').replace('\u2010', '-');
            if (CodeLines.areIn(text)) {
                return;
            }
            Quoted quoted = Quoted.in(text);
            String before = "";
            int end = -2;
            for (Span word : Words.spans(text)) {
                String found = text.substring(word.start(), word.end());
                boolean follows = word.start() == end + 1 && text.charAt(end) == ' ';
                if (isMeant(text, word, capitalsAreNames) && !quoted.holds(word)) {
                    String lower = found.toLowerCase(Locale.ROOT);
                    add(words, lower, passage, word);
                    if (follows && !before.isEmpty() && found.equals(lower)) {
                        Span pair = new Span(end - before.length(), word.end());
                        Spellings.joined(before, lower).ifPresent(key -> add(pairs, key, passage, pair));
                    }
                    before = found.equals(lower) ? lower : "";
                } else {
                    before = "";
                }
                end = word.end();
            }
        }

        private static void add(Map<String, List<Span>> uses, String word, Span passage, Span span) {
            uses.computeIfAbsent(word, key -> new ArrayList<>())
                    .add(new Span(passage.start() + span.start(), passage.start() + span.end()));
        }

        /// Not a name, which has a capital inside a sentence, nor a part of an address or a path.
        private static boolean isMeant(String text, Span word, boolean names) {
            boolean capital = Character.isUpperCase(text.charAt(word.start()));
            boolean inside = word.start() >= 2
                    && (Character.isLetter(text.charAt(word.start() - 2))
                            || ",;)".indexOf(text.charAt(word.start() - 2)) >= 0);
            boolean mixed = text.substring(word.start() + 1, word.end()).chars().anyMatch(Character::isUpperCase)
                    && text.charAt(word.start()) != 'E';
            char left = word.start() > 0 ? text.charAt(word.start() - 1) : ' ';
            char right = word.end() < text.length() ? text.charAt(word.end()) : ' ';
            boolean joined = "/\\@_#.-:".indexOf(left) >= 0 || "/\\@_=-".indexOf(right) >= 0;
            boolean dotted = text.substring(word.start(), word.end()).indexOf('.') >= 0;
            return !(capital && inside && names) && !mixed && !joined && !dotted;
        }

        /// German writes every noun with a capital: there, one word in three has one.
        private static boolean areNames(String text) {
            int capitals = 0;
            List<Span> spans = Words.spans(text);
            for (Span span : spans) {
                capitals += Character.isUpperCase(text.charAt(span.start())) ? 1 : 0;
            }
            return capitals * 4 < spans.size();
        }

        List<Variants> byHyphen() {
            List<Variants> all = new ArrayList<>();
            Map<String, Map<String, List<Span>>> byClosed = new LinkedHashMap<>();
            words.forEach((word, spans) -> Spellings.closed(word)
                    .filter(closed -> words.containsKey(closed) && (!pages || spans.size() > 1))
                    .ifPresent(closed -> byClosed.computeIfAbsent(closed, key -> new LinkedHashMap<>())
                            .put(word, spans)));
            pairs.forEach((closed, spans) -> {
                if (words.containsKey(closed)) {
                    String shown = document.text(spans.getFirst()).toLowerCase(Locale.ROOT);
                    byClosed.computeIfAbsent(closed, key -> new LinkedHashMap<>())
                            .put(shown, spans);
                }
            });
            byClosed.forEach((closed, variants) -> {
                variants.put(closed, words.getOrDefault(closed, List.of()));
                all.add(new Variants(variants));
            });
            return all;
        }

        List<Variants> bySpelling() {
            Map<String, Map<String, List<Span>>> byKey = new LinkedHashMap<>();
            words.forEach((word, spans) -> byKey.computeIfAbsent(Spellings.key(word), key -> new LinkedHashMap<>())
                    .put(word, spans));
            Set<String> told = new HashSet<>();
            List<Variants> all = new ArrayList<>();
            byKey.values().stream().filter(each -> each.size() > 1).forEach(each -> {
                all.add(new Variants(each));
                each.keySet().forEach(word -> Spellings.stem(word).ifPresent(stem -> told.add(stem.getFirst())));
            });
            all.addAll(byStem(told));
            return all;
        }

        /// "organise" and "organization" are two forms of one verb in two spellings.
        private List<Variants> byStem(Set<String> told) {
            Map<String, Map<String, List<Span>>> byStem = new LinkedHashMap<>();
            Map<String, Set<String>> letters = new HashMap<>();
            words.forEach((word, spans) -> {
                Optional<List<String>> stem = Spellings.stem(word).filter(each -> !told.contains(each.getFirst()));
                stem.ifPresent(each -> {
                    letters.computeIfAbsent(each.getFirst(), key -> new HashSet<>())
                            .add(each.getLast());
                    byStem.computeIfAbsent(each.getFirst() + each.getLast(), key -> new LinkedHashMap<>())
                            .put(word, spans);
                });
            });
            List<Variants> all = new ArrayList<>();
            letters.forEach((stem, both) -> {
                if (both.size() > 1) {
                    Map<String, List<Span>> one = new LinkedHashMap<>();
                    put(byStem.getOrDefault(stem + "s", Map.of()), one);
                    put(byStem.getOrDefault(stem + "z", Map.of()), one);
                    all.add(new Variants(one));
                }
            });
            return all;
        }

        /// All uses of one spelling under the word that comes first.
        private static void put(Map<String, List<Span>> forms, Map<String, List<Span>> variants) {
            List<Span> spans = new ArrayList<>();
            forms.values().forEach(spans::addAll);
            spans.sort(Comparator.comparingInt(Span::start));
            forms.entrySet().stream()
                    .filter(each -> !spans.isEmpty() && each.getValue().contains(spans.getFirst()))
                    .findFirst()
                    .ifPresent(each -> variants.put(each.getKey(), spans));
        }
    }
}
