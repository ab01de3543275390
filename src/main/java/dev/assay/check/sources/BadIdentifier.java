package dev.assay.check.sources;

import dev.assay.check.Check;
import dev.assay.check.Findings;
import dev.assay.check.Given;
import dev.assay.check.Inspection;
import dev.assay.check.Kind;
import dev.assay.check.Outcome;
import dev.assay.check.Parameters;
import dev.assay.check.Quotes;
import dev.assay.checklist.Parameter;
import dev.assay.checklist.Trait;
import dev.assay.document.Document;
import dev.assay.document.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Flags identifiers that cannot be right, or that are not on a list: DOI, ISBN, trial, security, case and patent
/// numbers.
///
/// ## Why
///
/// An identifier is there to be looked up. One wrong digit leads to another paper, another trial or another share, or
/// nowhere at all, and invented references give themselves away by identifiers that were never issued.
///
/// ## Example
///
/// "ISBN 978-3-16-148410-1" is flagged because its check digit does not fit, "doi:10.12/abc" because a DOI's first part
/// has four digits or more, "NCT0123456" because a digit is missing. `list` or `reference` allows certain ones only:
///
/// ```yaml
/// - id: right-trial
///   check: bad-identifier
///   with:
///     kinds: [nct, eudract]
///     list: [NCT01234567, 2015-001234-56]
/// ```
///
/// | kind | standard | what is looked at |
/// |---|---|---|
/// | `doi` | ISO 26324 | form, after `doi:` or `doi.org/` |
/// | `isbn` | ISO 2108 | length and check digit of ten and thirteen digits |
/// | `issn` | ISO 3297 | length and check digit |
/// | `orcid` | ISO 7064, modulo 11-2 | length and check digit |
/// | `pmid`, `nct`, `isrctn`, `eudract` | the registries' own | form |
/// | `isin` | ISO 6166 | form and check digit |
/// | `lei` | ISO 17442 (ISO 7064, modulo 97-10) | length and check digits |
/// | `cusip` | ANSI X9.6 | length and check digit |
/// | `sedol` | London Stock Exchange | form and check digit |
/// | `ecli`, `eu-case`, `neutral-citation`, `us-case` | the courts' own | form |
/// | `patent` | the offices' own | form, after the word patent |
///
/// Numbers are taken for an identifier only where a label says so ("ISBN", "CUSIP:"), the number itself begins with its
/// name (NCT, ISRCTN, ECLI), or it stands in a table under such a heading or after such a label.
///
/// ## What it does not do
///
/// It asks no registry: an identifier of the right form may still be another's, unless a list is given. With
/// `reference`, whatever identifier stands in that file is on the list. Whether the year or court of a citation is
/// right is not judged.
public final class BadIdentifier implements Check {
    private static final int SHOWN = 60;
    private static final Kind KIND = new Kind(
                    "bad-identifier",
                    1,
                    "0.1",
                    Kind.Family.SOURCES,
                    "Identifiers of sources, trials, securities, cases and patents are right.",
                    List.of(
                            Parameter.choices("kinds", Schemes.ids(), Schemes.ids(), "Which identifiers to look at.")
                                    .sharper(Parameter.Sharper.MORE),
                            Parameter.optional(
                                            "list",
                                            Parameter.Type.TEXTS,
                                            "The only identifiers of these kinds that may occur; spaces, hyphens and"
                                                    + " case do not count.")
                                    .sharper(Parameter.Sharper.LESS),
                            Parameter.optional(
                                    "reference",
                                    Parameter.Type.TEXT,
                                    "The id or kind of a reference, such as `bibliography`: only identifiers that stand"
                                            + " in it may occur."),
                            Parameter.optional(
                                            "allow",
                                            Parameter.Type.TEXTS,
                                            "Identifiers that are right whatever they look like.")
                                    .sharper(Parameter.Sharper.LESS)),
                    List.of(),
                    List.of())
            .with(Trait.READS_PASSAGES, Trait.COUNTS_UNITS);

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public List<List<String>> references(Parameters parameters) {
        return parameters.optionalText("reference").stream().map(List::of).toList();
    }

    @Override
    public Outcome inspect(Inspection inspection, Parameters parameters) {
        List<Scheme> schemes = Schemes.ALL.stream()
                .filter(scheme -> parameters.texts("kinds").contains(scheme.id()))
                .toList();
        Set<String> allowed = folded(parameters.texts("allow"));
        Optional<Set<String>> listed = Optional.empty();
        if (!parameters.texts("list").isEmpty()) {
            listed = Optional.of(new HashSet<>(folded(parameters.texts("list"))));
        }
        Optional<String> reference = parameters.optionalText("reference");
        if (reference.isPresent()) {
            List<Inspection.ReadPart> given = inspection.references(reference.get()).stream()
                    .filter(Given::isWhole)
                    .flatMap(each -> each.readable().stream())
                    .toList();
            if (given.isEmpty()) {
                return Given.absent(reference.get());
            }
            Set<String> known = listed.orElseGet(HashSet::new);
            given.forEach(part ->
                    IdentifierText.in(part.document(), schemes).forEach(each -> known.add(folded(each.written()))));
            listed = Optional.of(known);
        }
        Findings findings = new Findings(KIND);
        int checked = 0;
        for (Inspection.ReadPart part : inspection.readable()) {
            for (IdentifierText.Found found : found(part.document(), schemes)) {
                checked++;
                if (!allowed.contains(folded(found.written()))) {
                    tell(part, found, listed, findings);
                }
            }
        }
        if (checked == 0) {
            return new Outcome.NotApplicable("No identifier of these kinds occurs.");
        }
        return findings.outcome(
                checked,
                "identifier is not right|identifiers are not right",
                String.format(Locale.ROOT, "All %,d identifiers are right.", checked));
    }

    private static List<IdentifierText.Found> found(Document document, List<Scheme> schemes) {
        List<IdentifierText.Found> all = new ArrayList<>(IdentifierText.in(document, schemes));
        all.sort(Comparator.comparingInt(each -> each.span().start()));
        List<IdentifierText.Found> apart = new ArrayList<>();
        for (IdentifierText.Found each : all) {
            Span before = apart.isEmpty() ? null : apart.getLast().span();
            if (before == null || !before.overlaps(each.span())) {
                apart.add(each);
            }
        }
        return apart;
    }

    private static void tell(
            Inspection.ReadPart part, IdentifierText.Found found, Optional<Set<String>> listed, Findings findings) {
        String shown = "'" + Quotes.shortened(found.written(), SHOWN) + "'";
        Optional<String> fault = found.scheme().fault(found.written());
        if (fault.isPresent()) {
            findings.at(
                    part,
                    found.span(),
                    shown + " is not a valid " + found.scheme().name() + ": " + fault.get() + ".",
                    "Look it up and correct it.");
        } else if (listed.isPresent() && !listed.get().contains(folded(found.written()))) {
            findings.at(
                    part,
                    found.span(),
                    "The " + found.scheme().name() + " " + shown + " is not on the list of those that may occur.",
                    "Use the one that was ordered, or have it added to the list.");
        }
    }

    private static Set<String> folded(List<String> identifiers) {
        Set<String> folded = new HashSet<>();
        identifiers.forEach(each -> folded.add(folded(each)));
        return folded;
    }

    private static String folded(String identifier) {
        return identifier.toUpperCase(Locale.ROOT).replaceAll("[\\s\\x{00A0}\\u2010-\\u2015,-]", "");
    }
}
