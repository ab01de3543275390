package dev.assay.check.confidentiality;

import dev.assay.check.Background;
import dev.assay.check.Check;
import dev.assay.check.Findings;
import dev.assay.check.Hit;
import dev.assay.check.Inspection;
import dev.assay.check.Kind;
import dev.assay.check.Outcome;
import dev.assay.check.Parameters;
import dev.assay.check.Passages;
import dev.assay.checklist.Parameter;
import dev.assay.checklist.Trait;
import dev.assay.document.Place;
import dev.assay.document.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Flags names that belong to other work: of companies, of their projects under a code name, of their products.
///
/// ## Why
///
/// A vendor who works for several clients builds one report from another. A name that was left in tells one
/// client who else has work done, and on what.
///
/// ## Example
///
/// The names are those that the gate's clients give in their `client.yaml`, and the clients' own:
///
/// ```yaml
/// name: Northwind Traders Ltd
/// terms: [Northwind, Project Heron, Heron Water]
/// ```
///
/// In a deliverable for someone else, flagged are `Northwind`, `NORTHWIND's`, `project Heron`, and `Northwind`
/// with a Cyrillic letter or an invisible character inside; in body and notes, comments, hidden text and the
/// file's name. The finding quotes the deliverable and never says whose name it is, or how many names there are.
///
/// ```yaml
/// - id: nothing-from-elsewhere
///   check: other-client-term
///   with: {allow: [Heron]}
///   severity: critical
///   effect: contain
/// ```
///
/// A finding that the vendor is to mend reaches the vendor, with the kind's name beside it: `contain` or
/// `review` are the effects for it.
///
/// ## What it does not do
///
/// A name counts as whole words, with the endings of a plural or a case, whatever its letters' case or accents.
/// It is not found inside a compound written as one word, nor in a picture. What is also a name of the client
/// whose deliverable it is, or stands under `allow`, is passed over: a research house writes about companies
/// that may be clients too. A name that is an everyday word is found wherever the word is.
///
/// In a stand-alone check, and so in examples, it is not run: there is nobody else's name at hand.
public final class OtherClientTerm implements Check {
    private static final Kind KIND = new Kind(
                    "other-client-term",
                    1,
                    "0.1",
                    Kind.Family.CONFIDENTIALITY,
                    "Every name in the deliverable belongs to this work.",
                    List.of(Parameter.optional(
                                    "allow",
                                    Parameter.Type.TEXTS,
                                    "Names that may stand in this client's deliverables.")
                            .sharper(Parameter.Sharper.LESS)),
                    List.of(),
                    List.of())
            .with(Trait.READS_PASSAGES);

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
        Background.Terms terms = inspection.background().terms();
        if (terms == null) {
            return new Outcome.NotRun("There are no names at hand here; the client's gate looks for them.");
        }
        List<String> passed = new ArrayList<>(terms.own());
        passed.addAll(parameters.texts("allow"));
        Names allowed = Names.of(passed, inspection.language());
        Names sought = Names.of(foreign(terms.others(), passed), inspection.language());
        Findings findings = new Findings(KIND);
        for (Inspection.ReadPart part : inspection.readable()) {
            String name = part.part().name();
            for (Span span : left(name.replace('_', ' '), sought, allowed)) {
                String shown = name.substring(span.start(), span.end());
                findings.about(
                        name, new Place.Whole(), "file name " + shown, message(shown), "Name the file without it.");
            }
            Passages.all(part.document()).forEach(passage -> {
                String text = part.document().text(passage);
                for (Span span : left(text, sought, allowed)) {
                    Hit hit = new Hit(span, "");
                    findings.at(
                            part,
                            hit.in(passage),
                            message(hit.quoted(text)),
                            "Take it out, and see how it came in and what came with it.");
                }
            });
        }
        return findings.outcome(
                "name does not belong here|names do not belong here", "No name was found that does not belong here.");
    }

    private static String message(String shown) {
        return "\u201c" + shown + "\u201d does not belong in this deliverable.";
    }

    private static List<String> foreign(List<String> others, List<String> passed) {
        Set<List<String>> known =
                new HashSet<>(passed.stream().map(Names::words).toList());
        return others.stream()
                .filter(name -> !known.contains(Names.words(name)))
                .toList();
    }

    /// Where a name stands that is no part of one that may.
    private static List<Span> left(String text, Names sought, Names allowed) {
        List<Hit> hits = sought.in(text).stream().map(span -> new Hit(span, "")).toList();
        if (hits.isEmpty()) {
            return List.of();
        }
        List<Span> passed = allowed.in(text);
        return Hit.apart(hits).stream()
                .map(Hit::span)
                .filter(span -> passed.stream().noneMatch(each -> each.contains(span)))
                .toList();
    }
}
