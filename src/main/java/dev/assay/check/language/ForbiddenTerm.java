package dev.assay.check.language;

import dev.assay.check.Check;
import dev.assay.check.Findings;
import dev.assay.check.FoldedText;
import dev.assay.check.Hit;
import dev.assay.check.Inspection;
import dev.assay.check.Kind;
import dev.assay.check.Outcome;
import dev.assay.check.Parameters;
import dev.assay.check.Passages;
import dev.assay.checklist.Parameter;
import dev.assay.checklist.Trait;
import dev.assay.config.ClientPattern;
import dev.assay.document.Document;
import dev.assay.document.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Flags words and phrases that must not occur.
///
/// ## Why
///
/// Some words promise what nobody may promise ("guaranteed", "risk-free"), some name what must stay unnamed (a
/// code name, another client), some are simply not the client's. A word list finds them all, also in a footnote
/// of page 80.
///
/// ## Example
///
/// With `terms: [guaranteed, risk-free]` and `except: [not guaranteed]`, the sentence "Returns are guaranteed."
/// is flagged, "Returns are not guaranteed." is not, and neither is "an unguaranteed loan": a term is found as
/// whole words. Line breaks, several spaces, curly or straight apostrophes, soft hyphens and ligatures make no
/// difference; case makes one only with `match-case: true`.
///
/// ## What it does not do
///
/// It does not find other forms of a word (`guarantee`, `guarantees`): list them, or give a pattern such as
/// `(?i)\bguarantee(s|d)?\b`. Patterns are in RE2 syntax, see each heading, paragraph, list entry or table cell
/// by itself, and count case unless they start with `(?i)`. A word hyphenated at the end of a line is found
/// only where the file says that the hyphen is a soft one. It does not judge what a sentence means.
public final class ForbiddenTerm implements Check {
    private static final Kind KIND = new Kind(
                    "forbidden-term",
                    1,
                    "0.1",
                    Kind.Family.LANGUAGE,
                    "The listed words and phrases do not occur.",
                    List.of(
                            Parameter.optional(
                                            "terms",
                                            Parameter.Type.TEXTS,
                                            "Words or phrases that must not occur, found as whole words.")
                                    .sharper(Parameter.Sharper.MORE)
                                    .wording(Parameter.Wording.FORBIDDEN),
                            Parameter.optional(
                                            "patterns",
                                            Parameter.Type.PATTERNS,
                                            "Regular expressions in RE2 syntax that must not match; case counts unless"
                                                    + " they start with `(?i)`.")
                                    .sharper(Parameter.Sharper.MORE),
                            Parameter.optional(
                                            "except",
                                            Parameter.Type.TEXTS,
                                            "Longer phrases in which a term is allowed, found as the terms are.")
                                    .sharper(Parameter.Sharper.LESS),
                            Parameter.of(
                                    "match-case",
                                    Parameter.Type.FLAG,
                                    false,
                                    "Whether upper and lower case must be as written in `terms` and `except`."),
                            Parameter.choice(
                                    "layers",
                                    List.of("shown", "all"),
                                    "shown",
                                    "Where to look: `shown` is what a reader of the finished document sees (body,"
                                            + " headers, footers, footnotes, insertions); `all` adds comments, speaker"
                                            + " notes, hidden and deleted text, alternative texts and metadata.")),
                    List.of(),
                    List.of("terms", "patterns"))
            .with(Trait.READS_PASSAGES);

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public Outcome inspect(Inspection inspection, Parameters parameters) {
        Findings findings = new Findings(KIND);
        Rules rules = Rules.of(parameters);
        for (Inspection.ReadPart part : inspection.readable()) {
            Document document = part.document();
            Stream<Span> passages =
                    parameters.text("layers").equals("all") ? Passages.all(document) : Passages.shown(document);
            passages.forEach(passage -> inspect(part, passage, rules, findings));
        }
        return findings.outcome("forbidden term|forbidden terms", "None of the listed terms occurs.");
    }

    private static void inspect(Inspection.ReadPart part, Span passage, Rules rules, Findings findings) {
        String text = part.document().text(passage);
        for (Hit hit : Hit.apart(rules.hits(text))) {
            findings.at(
                    part,
                    hit.in(passage),
                    "'" + hit.quoted(text) + "' must not occur: " + hit.rule() + ".",
                    "Remove it or say it in other words.");
        }
    }

    /// A term as the client wrote it and as it is looked for.
    private record Term(String written, FoldedText folded) {}

    /// An item's lists, made ready once.
    private record Rules(boolean matchCase, List<Term> terms, List<ClientPattern> patterns, List<Term> except) {
        static Rules of(Parameters parameters) {
            boolean matchCase = parameters.flag("match-case");
            return new Rules(
                    matchCase,
                    terms(parameters.texts("terms"), matchCase),
                    parameters.patterns("patterns"),
                    terms(parameters.texts("except"), matchCase));
        }

        private static List<Term> terms(List<String> written, boolean matchCase) {
            return written.stream()
                    .map(term -> new Term(term.strip(), FoldedText.of(term.strip(), matchCase)))
                    .toList();
        }

        List<Hit> hits(String text) {
            FoldedText folded = FoldedText.of(text, matchCase);
            List<Hit> hits = new ArrayList<>();
            for (Term term : terms) {
                folded.find(term.folded())
                        .forEach(span -> hits.add(new Hit(span, "'" + term.written() + "' is on the list")));
            }
            for (ClientPattern pattern : patterns) {
                pattern.find(text).forEach(span -> hits.add(new Hit(span, "it matches the pattern " + pattern)));
            }
            if (!hits.isEmpty()) {
                List<Span> allowed = except.stream()
                        .flatMap(phrase -> folded.find(phrase.folded()).stream())
                        .toList();
                hits.removeIf(hit -> allowed.stream().anyMatch(span -> span.contains(hit.span())));
            }
            return hits;
        }
    }
}
