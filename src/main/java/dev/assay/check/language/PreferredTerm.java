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
import dev.assay.document.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Flags terms for which the client has another word.
///
/// ## Why
///
/// The client says "respondents", the vendor "interviewees"; the client's product has a name, and the report uses that
/// of two years ago. Each of them is right by itself, and wrong in this client's report.
///
/// ## Example
///
/// With `terms: [interviewee | informant -> respondent, turn-over -> turnover]` the sentence "Four interviewees were
/// older." is flagged, and told that 'respondent' is preferred. Terms are found as whole words, in the plural and
/// with the endings of cases, too (`inflected: false` takes them as written). Case counts only with
/// `match-case: true`. `except: [key informant interview]` names longer phrases in which a term is right.
///
/// ## What it does not do
///
/// What stands in quotation marks is passed over, as it is somebody else's; `quotes: true` looks at it as well. A term
/// inside its preferred one is right: with `app -> mobile app`, "mobile app" is not flagged. Forms that change inside
/// the word (mouse and mice, Haus and Häuser, write and wrote) are to be listed. It does not see whether a
/// word means something else in its sentence.
public final class PreferredTerm implements Check {
    private static final Kind KIND = new Kind(
            "preferred-term",
            1,
            "0.1",
            Kind.Family.LANGUAGE,
            "The client's own terms are used.",
            List.of(
                    Parameter.required(
                            "terms",
                            Parameter.Type.TEXTS,
                            "Entries `term -> preferred`; several terms for one preferred are set apart by `|`."),
                    Parameter.optional("except", Parameter.Type.TEXTS, "Longer phrases in which a term may stand."),
                    Parameter.of(
                            "inflected",
                            Parameter.Type.FLAG,
                            true,
                            "Whether plurals and the endings of cases are found as well."),
                    Parameter.of(
                            "match-case",
                            Parameter.Type.FLAG,
                            false,
                            "Whether upper and lower case must be as written."),
                    Parameter.of("quotes", Parameter.Type.FLAG, false, "Whether quotations are looked at as well.")),
            List.of(),
            List.of());

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public Outcome inspect(Inspection inspection, Parameters parameters) {
        boolean matchCase = parameters.flag("match-case");
        List<Rule> rules = new ArrayList<>();
        for (String entry : parameters.texts("terms")) {
            Rule.of(entry, parameters.flag("inflected"), matchCase).ifPresentOrElse(rules::add, () -> {});
        }
        if (rules.size() < parameters.texts("terms").size()) {
            return new Outcome.CannotTell(
                    "An entry of `terms` is not of the form `term -> preferred`.", Outcome.Cause.ERROR);
        }
        List<FoldedText> except = parameters.texts("except").stream()
                .map(phrase -> FoldedText.of(phrase.strip(), matchCase))
                .toList();
        Findings findings = new Findings(KIND);
        for (Inspection.ReadPart part : inspection.readable()) {
            Passages.shown(part.document())
                    .forEach(passage -> inspect(part, passage, rules, except, parameters, findings));
        }
        return findings.outcome("term is not the client's|terms are not the client's", "The client's terms are used.");
    }

    private static void inspect(
            Inspection.ReadPart part,
            Span passage,
            List<Rule> rules,
            List<FoldedText> except,
            Parameters parameters,
            Findings findings) {
        String text = part.document().text(passage);
        FoldedText folded = FoldedText.of(text, parameters.flag("match-case"));
        List<Hit> hits = new ArrayList<>();
        rules.forEach(rule -> rule.add(folded, hits));
        if (hits.isEmpty()) {
            return;
        }
        List<Span> allowed = new ArrayList<>(
                except.stream().flatMap(phrase -> folded.find(phrase).stream()).toList());
        rules.forEach(rule -> rule.preferred().forEach(each -> allowed.addAll(each.in(folded))));
        Quoted quoted = parameters.flag("quotes") ? Quoted.NOTHING : Quoted.in(text);
        hits.removeIf(hit -> quoted.holds(hit.span()) || allowed.stream().anyMatch(span -> span.contains(hit.span())));
        for (Hit hit : Hit.apart(hits)) {
            findings.at(
                    part,
                    hit.in(passage),
                    "'" + hit.quoted(text) + "' is not the client's term: " + hit.rule() + " is preferred.",
                    "Use the preferred term.");
        }
    }

    /// Terms and what is preferred to them.
    private record Rule(List<Inflected> terms, List<Inflected> preferred) {
        static Optional<Rule> of(String entry, boolean inflected, boolean matchCase) {
            String[] sides = entry.split("->|\u2192", 2);
            if (sides.length < 2 || sides[0].isBlank() || sides[1].isBlank()) {
                return Optional.empty();
            }
            return Optional.of(new Rule(
                    Inflected.alternatives(sides[0], inflected, matchCase),
                    Inflected.alternatives(sides[1], inflected, matchCase)));
        }

        void add(FoldedText text, List<Hit> hits) {
            String name = "'" + preferred.getFirst().written() + "'";
            terms.forEach(term -> term.in(text).forEach(span -> hits.add(new Hit(span, name))));
        }
    }
}
