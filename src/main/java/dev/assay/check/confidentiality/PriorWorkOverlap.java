package dev.assay.check.confidentiality;

import dev.assay.check.Check;
import dev.assay.check.Findings;
import dev.assay.check.Inspection;
import dev.assay.check.Kind;
import dev.assay.check.Outcome;
import dev.assay.check.Parameters;
import dev.assay.checklist.Limit;
import dev.assay.checklist.Parameter;
import dev.assay.config.Fields;
import dev.assay.document.Extraction;
import dev.assay.document.Span;
import dev.assay.priorwork.Match;
import dev.assay.priorwork.Matches;
import dev.assay.priorwork.Relation;
import dev.assay.priorwork.SharedWords;
import dev.assay.priorwork.Shares;
import dev.assay.priorwork.align.Edit;
import dev.assay.work.PriorWorkUse;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Flags passages that stand in other work too, copied or rewritten, where they are longer or more than allowed.
///
/// ## Why
///
/// A client pays for new work once, and a text of another client must not reach it at all. How much reuse is in
/// order depends on whose work it is: so each relation has limits of its own, and no one percentage mixes them.
///
/// ## Example
///
/// With the defaults, flagged is any passage of 18 words or more that is not the deliverable's own because it
/// belongs elsewhere, and, once they are more than 30 % of the words that count, the passages from the vendor's
/// own earlier work for the same client.
///
/// A limit of words is about one passage, in one piece: `60 words` flags passages of 60 words and more. A limit
/// of per cent is about all passages of the relation together: `10 %` flags all of them once they are more than
/// a tenth of the words that could be shared. A limit may say how close a passage must be: `verbatim 60 words`
/// regards passages that are the same but for a few words in a hundred, `light 10 %` those and lightly changed
/// ones, `heavy` all, as does a limit without such a word.
///
/// ```yaml
/// - id: reuse
///   check: prior-work-overlap
///   with: {relations: [same-vendor, other-vendor, external], same-vendor: [40 %, verbatim 300 words]}
///   effect: review
/// - id: nothing-from-elsewhere
///   check: prior-work-overlap
///   with: {relations: other-client}
///   severity: critical
///   effect: contain
/// ```
///
/// ## What it does not do
///
/// It does not count what continues from an earlier round, the same work order or a declared predecessor, what
/// is common wording, nor what is excluded: quotations with their source, lists of works, templates, the
/// client's own brief. The report shows these apart. It cannot tell in doubt: where not all prior work could be
/// compared, nothing passes.
///
/// It needs the gate's index of prior work. In a stand-alone check, and so in examples, it is not run. Of
/// another client's text a finding holds this side alone, and says no more of where it is from than it does of
/// another vendor's.
public final class PriorWorkOverlap implements Check {
    private static final List<String> CLOSENESS = List.of("verbatim", "light", "heavy");
    private static final List<String> RELATIONS = List.of("same-vendor", "other-vendor", "external", "other-client");

    private static final Kind KIND = new Kind(
            "prior-work-overlap",
            1,
            "0.1",
            Kind.Family.CONFIDENTIALITY,
            "The deliverable is its own work.",
            List.of(
                    Parameter.choices(
                                    "relations",
                                    RELATIONS,
                                    RELATIONS,
                                    "Whose other work is looked at; the rest has no limit.")
                            .sharper(Parameter.Sharper.MORE),
                    Parameter.limits(
                            "same-vendor",
                            CLOSENESS,
                            List.of("30 %"),
                            "How much may stand in other work of the same vendor for the same client."),
                    Parameter.limits(
                            "other-vendor",
                            CLOSENESS,
                            List.of("10 %"),
                            "How much may stand in work of other vendors for the same client."),
                    Parameter.limits(
                            "external",
                            CLOSENESS,
                            List.of("10 %", "verbatim 100 words"),
                            "How much may stand in published work and other texts from outside."),
                    Parameter.limits(
                            "other-client",
                            List.of(),
                            List.of("18 words"),
                            "How much may stand in work for other clients; how close it is is never told.")),
            List.of(),
            List.of());

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public boolean isForTheGate() {
        return true;
    }

    @Override
    public Outcome inspect(Inspection inspection, Parameters parameters) {
        Matches matches = inspection.background().priorWork();
        if (matches == null) {
            return new Outcome.NotRun("There is no prior work at hand here; the client's gate compares with it.");
        }
        if (matches.use() == PriorWorkUse.NEVER) {
            return new Outcome.NotApplicable("The client lets its work be compared with no other work.");
        }
        SharedWords words = new SharedWords(matches);
        Findings findings = new Findings(KIND);
        boolean untold = false;
        Set<Stretch> beyond = new LinkedHashSet<>();
        for (String name : parameters.texts("relations")) {
            Relation relation = Relation.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
            for (Limit limit : limits(parameters, name)) {
                Counted counted = counted(matches, words, relation, limit);
                untold |= counted.isUntold();
                beyond.addAll(counted.beyond());
            }
        }
        List<Stretch> sorted = apart(beyond);
        sorted.forEach(stretch -> add(inspection, stretch, words, findings));
        return outcome(findings, untold, matches.complete());
    }

    private static List<Limit> limits(Parameters parameters, String relation) {
        return parameters.texts(relation).stream()
                .flatMap(text -> Limit.read(text).stream())
                .toList();
    }

    /// The passages that a limit is about, against it.
    private record Counted(List<Stretch> stretches, Shares.Counted together, SharedWords words, Limit limit) {
        /// Whether a share would be needed that nobody can tell.
        boolean isUntold() {
            return limit.unit() == Limit.Unit.PERCENT && together.words() > 0 && together.share() == null;
        }

        List<Stretch> beyond() {
            return switch (limit.unit()) {
                case WORDS ->
                    stretches.stream()
                            .filter(stretch -> words.of(stretch.matches()).words()
                                    >= Math.max(1, limit.number().intValue()))
                            .toList();
                case PERCENT -> {
                    Double share = together.share();
                    boolean more = share != null
                            && BigDecimal.valueOf(share).movePointRight(2).compareTo(limit.number()) > 0;
                    yield more ? stretches : List.of();
                }
            };
        }
    }

    private static Counted counted(Matches matches, SharedWords words, Relation relation, Limit limit) {
        List<Match> about = matches.matches().stream()
                .filter(match -> match.relation() == relation && Shares.isCounted(match) && isSo(match.edit(), limit))
                .toList();
        return new Counted(Stretch.of(about), words.of(about), words, limit);
    }

    private static boolean isSo(@Nullable Edit edit, Limit limit) {
        return limit.of().isEmpty()
                || (edit != null && CLOSENESS.indexOf(Fields.word(edit)) <= CLOSENESS.indexOf(limit.of()));
    }

    /// What several limits are about at once is told once.
    private static List<Stretch> apart(Set<Stretch> beyond) {
        return beyond.stream()
                .collect(Collectors.groupingBy(stretch -> stretch.first().relation()))
                .values()
                .stream()
                .flatMap(of ->
                        Stretch.of(of.stream()
                                        .flatMap(stretch -> stretch.matches().stream())
                                        .distinct()
                                        .toList())
                                .stream())
                .sorted(Stretch.BY_PLACE)
                .toList();
    }

    private static void add(Inspection inspection, Stretch stretch, SharedWords words, Findings findings) {
        Inspection.Part part = inspection.parts().get(stretch.first().own().part());
        if (part.extraction() instanceof Extraction.Extracted read) {
            int end = Math.min(stretch.end(), read.document().text().length());
            Shares.Counted counted = words.of(stretch.matches());
            findings.at(
                    new Inspection.ReadPart(part, read.document()),
                    new Span(Math.min(stretch.first().own().start(), end), end),
                    OverlapWording.message(stretch, counted),
                    OverlapWording.remedy(stretch.first().relation()));
        }
    }

    private static Outcome outcome(Findings findings, boolean untold, boolean complete) {
        if (findings.isEmpty() && untold) {
            return new Outcome.CannotTell(
                    "Passages stand in other work too; how many words they are a share of was not told.",
                    Outcome.Cause.ERROR);
        }
        if (findings.isEmpty() && !complete) {
            return new Outcome.CannotTell(
                    "What was compared is in order; not all prior work could be compared.", Outcome.Cause.LIMIT);
        }
        Outcome outcome = findings.outcome(
                "passage stands in other work too|passages stand in other work too",
                "What stands in other work too stays within the limits.");
        return outcome instanceof Outcome.Failed failed && !complete
                ? new Outcome.Failed(failed.reason() + " Not all prior work could be compared.", failed.findings())
                : outcome;
    }
}
