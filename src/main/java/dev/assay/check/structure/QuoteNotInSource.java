package dev.assay.check.structure;

import dev.assay.check.Check;
import dev.assay.check.Findings;
import dev.assay.check.Given;
import dev.assay.check.Inspection;
import dev.assay.check.Kind;
import dev.assay.check.Outcome;
import dev.assay.check.Parameters;
import dev.assay.check.Passages;
import dev.assay.checklist.Parameter;
import dev.assay.config.ClientPattern;
import dev.assay.document.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Flags quoted words that do not stand in the source they are said to come from.
///
/// ## Why
///
/// A respondent's words, the wording of a question and an objective of the protocol are quoted because the exact words
/// count. A word that slipped in, an invented verbatim, or an objective that was "improved" is believed by every
/// reader.
///
/// ## Example
///
/// The transcripts hold "I buy it because my mother did." A report that quotes a respondent with "I buy it since my
/// mother did" is flagged, with what stands in the transcripts. "I buy it … my mother did" and "I buy [the drink]
/// because
/// my mother did" are not: an ellipsis leaves words out, and words in square brackets are the editor's.
///
/// ```yaml
/// - id: verbatims
///   check: quote-not-in-source
///   with: {source: transcripts, min-words: 4}
///   requirement: Verbatims are what respondents said.
/// ```
///
/// With `patterns: ['^Q[0-9]+\\. (.+)$']` the wording of numbered questions is looked for instead of what stands in
/// quotation marks: where a pattern has a group, its text, else all of it.
///
/// `source` names a reference of the work order by its id or kind, or another deliverable of the order by its id.
/// Without it transcripts, questionnaire and protocol are looked at together.
///
/// ## What it does not do
///
/// Quotations shorter than `min-words` are not looked for: they are titles and figures of speech. It does not know who
/// said the words, and not whether a quotation that is left out of its context misleads. Where a reference was not read
/// to its end, a quotation that is not found cannot be told.
public final class QuoteNotInSource implements Check {
    private static final List<String> USUAL = List.of("transcripts", "questionnaire", "protocol");
    /// Opening mark, words, closing mark, in the ways of several languages; marks do not nest.
    private static final Pattern QUOTED = Pattern.compile("\u201C([^\u201C\u201D\u201E]{8,1500})\u201D"
            + "|\u201E([^\u201C\u201D\u201E]{8,1500})[\u201C\u201D]"
            + "|\u00AB([^\u00AB\u00BB]{8,1500})\u00BB"
            + "|\u00BB([^\u00AB\u00BB]{8,1500})\u00AB"
            + "|(?<![\\p{L}\\p{N}])\"([^\"]{8,1500})\"(?![\\p{L}\\p{N}])"
            + "|(?<![\\p{L}\\p{N}])\u2018([^\u2018\n]{8,1500}?)\u2019(?![\\p{L}\\p{N}])");
    private static final Pattern LEFT_OUT =
            Pattern.compile("\\[[^\\]]{0,200}]|\\(\\s?(?:\\.\\.\\.|\u2026)\\s?\\)|\\.\\s?\\.\\s?\\.|\u2026");

    private static final Kind KIND = new Kind(
            "quote-not-in-source",
            1,
            "0.1",
            Kind.Family.STRUCTURE,
            "What is quoted stands word for word in its source.",
            List.of(
                    Parameter.optional(
                            "source",
                            Parameter.Type.TEXTS,
                            "Ids or kinds of references, or ids of deliverables, that hold the words; transcripts,"
                                    + " questionnaire and protocol where left out."),
                    Parameter.of(
                            "min-words",
                            Parameter.Type.COUNT,
                            5,
                            "The least number of words of a quotation that is looked for."),
                    Parameter.optional(
                            "patterns",
                            Parameter.Type.PATTERNS,
                            "What is looked for in place of text in quotation marks, as regular expressions in RE2"
                                    + " syntax; the first group where one has a group.")),
            List.of(),
            List.of());

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public List<List<String>> references(Parameters parameters) {
        return List.of(sources(parameters));
    }

    private static List<String> sources(Parameters parameters) {
        return parameters.texts("source").isEmpty() ? USUAL : parameters.texts("source");
    }

    @Override
    public Unread unread(Parameters parameters) {
        return Unread.MAY_HIDE_FAULTS;
    }

    @Override
    public Outcome inspect(Inspection inspection, Parameters parameters) {
        List<String> named = sources(parameters);
        List<Given> sources = named.stream()
                .flatMap(name -> inspection.references(name).stream())
                .filter(given -> !given.readable().isEmpty())
                .distinct()
                .toList();
        if (sources.isEmpty()) {
            return Given.absent(String.join("' or '", named));
        }
        SourceWords words = SourceWords.of(sources);
        boolean quotable = sources.stream().allMatch(Given::quotable);
        Findings findings = new Findings(KIND);
        int looked = 0;
        for (Inspection.ReadPart part : inspection.readable()) {
            for (Span span : quotations(part, parameters)) {
                String text = part.document().text(span);
                List<List<String>> pieces = pieces(text);
                int count = pieces.stream().mapToInt(List::size).sum();
                if (count < parameters.count("min-words").orElse(0)) {
                    continue;
                }
                looked++;
                if (!pieces.stream().allMatch(words::holds)) {
                    tell(part, span, pieces, words, quotable, named(sources), findings);
                }
            }
        }
        return ended(findings, sources, looked);
    }

    private static String named(List<Given> sources) {
        return sources.stream().map(Given::id).distinct().collect(Collectors.joining(", "));
    }

    private static Outcome ended(Findings findings, List<Given> sources, int looked) {
        if (!findings.isEmpty() && !sources.stream().allMatch(Given::isWhole)) {
            return new Outcome.CannotTell(
                    (findings.count() == 1 ? "A quotation was" : findings.count() + " quotations were")
                            + " not found, and a source could not be read as a whole.",
                    Outcome.Cause.CONTENT);
        }
        return looked == 0
                ? new Outcome.NotApplicable("Nothing is quoted.")
                : findings.outcome(
                        "quotation that does not stand in its source|quotations that do not stand in their source",
                        looked == 1
                                ? "The one quotation stands in its source."
                                : "All " + looked + " quotations stand in their source.");
    }

    private static List<Span> quotations(Inspection.ReadPart part, Parameters parameters) {
        List<ClientPattern> patterns = parameters.patterns("patterns");
        return Passages.shown(part.document())
                .flatMap(passage -> patterns.isEmpty()
                        ? quoted(part.document().text(passage), passage.start())
                        : patterns.stream().flatMap(pattern -> matched(part, passage, pattern)))
                .toList();
    }

    private static Stream<Span> matched(Inspection.ReadPart part, Span passage, ClientPattern pattern) {
        return pattern.findGroups(part.document().text(passage)).stream()
                .map(span -> new Span(passage.start() + span.start(), passage.start() + span.end()));
    }

    private static Stream<Span> quoted(String text, int offset) {
        List<Span> spans = new ArrayList<>();
        Matcher matcher = QUOTED.matcher(text);
        while (matcher.find()) {
            for (int group = 1; group <= matcher.groupCount(); group++) {
                if (matcher.start(group) >= 0) {
                    spans.add(new Span(offset + matcher.start(group), offset + matcher.end(group)));
                }
            }
        }
        return spans.stream();
    }

    /// What stands between what was left out.
    private static List<List<String>> pieces(String text) {
        return Stream.of(LEFT_OUT.split(text))
                .map(SourceWords::words)
                .filter(words -> !words.isEmpty())
                .toList();
    }

    private static void tell(
            Inspection.ReadPart part,
            Span span,
            List<List<String>> pieces,
            SourceWords words,
            boolean quotable,
            String source,
            Findings findings) {
        List<String> missing =
                pieces.stream().filter(piece -> !words.holds(piece)).findFirst().orElseThrow();
        Optional<SourceWords.Near> near = words.near(missing);
        String there = near.isEmpty()
                ? " Nothing there comes close."
                : quotable
                        ? " There it says: '" + near.get().there() + "'."
                        : " Something there comes close, with other words.";
        findings.at(
                part,
                span,
                "These words do not stand in their source (" + source + ")." + there,
                near.isEmpty()
                        ? "Quote what the source says, or take the quotation out."
                        : "Quote the source word for word; mark what is left out by … and what is added by square"
                                + " brackets.");
    }
}
