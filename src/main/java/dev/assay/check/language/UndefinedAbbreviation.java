package dev.assay.check.language;

import dev.assay.check.Check;
import dev.assay.check.Findings;
import dev.assay.check.Inspection;
import dev.assay.check.Kind;
import dev.assay.check.Outcome;
import dev.assay.check.Parameters;
import dev.assay.checklist.Parameter;
import dev.assay.document.Place;
import dev.assay.document.Span;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Flags abbreviations that are nowhere spelled out, or only after their first use.
///
/// ## Why
///
/// The author has written "ADP" for three years, the reader meets it here for the first time. An abbreviation costs
/// the reader a search each time it is not explained, and in a regulated document it is a finding of its own.
///
/// ## Example
///
/// "Dose was adjusted by the IDMC." is flagged where "Independent Data Monitoring Committee (IDMC)" stands nowhere, and
/// at the first use where it stands only later. Both orders are known, "IDMC (Independent Data Monitoring Committee)"
/// too, and so are "IDMC = …" in a note, "IDMC stands for …", and a list or glossary wherever it is: a section named
/// so, or a table with the abbreviation in one cell and its words in the next. The plural is the same abbreviation:
/// "SMEs" are spelled out with "small and medium-sized enterprise (SME)". It is flagged once, at its first use.
///
/// `known: [ADP, QoQ]` names those that the client's readers know. `usual: false` asks for the common ones, too.
///
/// ## What it does not do
///
/// An abbreviation is a word of two to seven capitals, or like "IoT" and "R&D"; one with digits or points is not
/// looked at. Known to everybody, and not flagged, are some 200: countries, currencies, units, file formats, PDF, CEO.
/// So are Roman numbers, and words that stand in small letters as well, such as MUST. Only running text of five words
/// or more is looked at, not cells and labels, headings, lines all in capitals, quotations, program code, and lists of
/// references. What stands alone in brackets behind a word is taken for its explanation, whatever the words. Whether
/// the long form is right it does not tell.
public final class UndefinedAbbreviation implements Check {
    private static final Kind KIND = new Kind(
            "undefined-abbreviation",
            1,
            "0.1",
            Kind.Family.LANGUAGE,
            "Every abbreviation is spelled out at its first use.",
            List.of(
                    Parameter.optional(
                            "known", Parameter.Type.TEXTS, "Abbreviations that need not be spelled out, as written."),
                    Parameter.of(
                            "usual",
                            Parameter.Type.FLAG,
                            true,
                            "Whether the common ones, such as EU and PDF, count as known."),
                    Parameter.of(
                            "first-use",
                            Parameter.Type.FLAG,
                            true,
                            "Whether it must be spelled out at its first use in running text, or anywhere."),
                    Parameter.of(
                            "least-uses",
                            Parameter.Type.COUNT,
                            1,
                            "How often an abbreviation must be used to be flagged.")),
            List.of(),
            List.of());

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public Unread unread(Parameters parameters) {
        return Unread.MAY_DO_EITHER;
    }

    @Override
    public Outcome inspect(Inspection inspection, Parameters parameters) {
        Set<String> known = new HashSet<>(parameters.texts("known"));
        boolean usual = parameters.flag("usual");
        Findings findings = new Findings(KIND);
        for (Inspection.ReadPart part : inspection.readable()) {
            for (Abbreviations.Abbreviation each : new Abbreviations(part.document()).found()) {
                boolean isKnown = known.contains(each.text())
                        || (usual && KnownAbbreviations.hold(each.text().toUpperCase(Locale.ROOT)));
                if (!isKnown && each.uses() >= parameters.count("least-uses").orElse(1)) {
                    tell(part, each, parameters.flag("first-use"), findings);
                }
            }
        }
        return findings.outcome(
                "abbreviation is not spelled out|abbreviations are not spelled out",
                "Every abbreviation is spelled out, or known.");
    }

    private static void tell(
            Inspection.ReadPart part, Abbreviations.Abbreviation each, boolean firstUse, Findings findings) {
        Span first = each.first();
        if (each.definedAt() < 0) {
            findings.at(
                    part,
                    first,
                    "The abbreviation '" + each.text() + "' is "
                            + (each.uses() == 1
                                    ? "used once"
                                    : String.format(Locale.ROOT, "used %,d times", each.uses()))
                            + " and nowhere spelled out.",
                    "Spell it out at its first use, or put it on the list of abbreviations.");
        } else if (firstUse && isLater(part, first.start(), each.definedAt())) {
            Place place = part.document().placeAt(each.definedAt());
            findings.at(
                    part,
                    first,
                    "The abbreviation '" + each.text() + "' is used here, and spelled out only later: "
                            + place.describe() + ".",
                    "Spell it out here, at its first use.");
        }
    }

    /// In the same paragraph both orders serve the reader.
    private static boolean isLater(Inspection.ReadPart part, int used, int defined) {
        return defined > used
                && !part.document().blockAt(used).equals(part.document().blockAt(defined));
    }
}
