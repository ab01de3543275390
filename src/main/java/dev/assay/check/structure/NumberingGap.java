package dev.assay.check.structure;

import dev.assay.check.Check;
import dev.assay.check.Findings;
import dev.assay.check.Inspection;
import dev.assay.check.Kind;
import dev.assay.check.Outcome;
import dev.assay.check.Parameters;
import dev.assay.checklist.Parameter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Flags numberings with a gap, a number given twice, or a number out of order: of headings, captions, lists and
/// identifiers.
///
/// ## Why
///
/// After "Table 4" comes "Table 6", and the reader asks what was taken out. In a production of documents a missing
/// number is a document that was held back; two headings "4.2" make every reference to 4.2 ambiguous.
///
/// ## Example
///
/// Flagged are "Figure 5" after "Figure 3", a second "Table 2", "2.4 Price" after "2.2 Awareness", "Appendix D"
/// after "Appendix B", and a list a), b), d).
///
/// Identifiers are named with their pattern, in RE2 syntax; the last digits of what it finds are counted:
///
/// ```yaml
/// - id: bates-numbers
///   check: numbering-gap
///   severity: critical
///   with:
///     ids: ['Bates number = ABC\d{6}', 'Finding = F-\d+']
/// ```
///
/// Between the lowest and the highest number of an identifier none may be missing, wherever they stand; twice is one
/// flagged where it stands alone: in two cells of one column, two headings, two headers or footers.
///
/// ## What it does not do
///
/// A number is not missed where any paragraph or cell begins with it: then it was merely not marked as a heading or
/// caption. Headings and lists count as numbered from three entries on, and a jump over more than 20 numbers is taken
/// for another way of numbering. Chapters may be without figures, so that "Figure 2.1" may follow "Figure
/// 4.3"; within a chapter they begin with 1. "Table 3 (continued)" is no second Table 3, entries of a table of
/// contents are none, and "Figure 3 shows" begins no caption. Numbers that the program gives and shows nowhere in the
/// file's text are as right as the program.
public final class NumberingGap implements Check {
    private static final Kind KIND = new Kind(
            "numbering-gap",
            1,
            "0.1",
            Kind.Family.STRUCTURE,
            "Numberings are without gaps and repetitions.",
            List.of(
                    Parameter.choices(
                            "of",
                            List.of("headings", "captions", "lists"),
                            List.of("headings", "captions", "lists"),
                            "Which numberings are looked at besides `ids`."),
                    Parameter.optional(
                            "ids",
                            Parameter.Type.NAMED_PATTERNS,
                            "Identifiers that are counted, as `name = pattern`; the last digits are the number.")),
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
        Findings findings = new Findings(KIND);
        boolean any = false;
        for (Inspection.ReadPart part : inspection.readable()) {
            Numberings numberings = new Numberings(part.document());
            List<Series.Fault> faults = new ArrayList<>(numberings.faults(parameters.texts("of")));
            Identifiers identifiers = new Identifiers(part.document(), parameters.texts("ids"));
            faults.addAll(identifiers.faults());
            any |= numberings.counted() || identifiers.counted();
            faults.stream()
                    .sorted(Comparator.comparingInt(fault -> fault.at().span().start()))
                    .forEach(fault ->
                            findings.at(part, fault.at().span(), fault.at().place(), fault.message(), fault.remedy()));
        }
        if (!any) {
            return new Outcome.NotApplicable("Nothing there is numbered.");
        }
        return findings.outcome(
                "fault in the numbering|faults in the numbering", "Numberings are without gaps and repetitions.");
    }
}
