package dev.assay.check.hygiene;

import dev.assay.check.Check;
import dev.assay.check.Findings;
import dev.assay.check.Inspection;
import dev.assay.check.Kind;
import dev.assay.check.Outcome;
import dev.assay.check.Parameters;
import dev.assay.document.Fact;
import dev.assay.document.Place;
import dev.assay.document.Words;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Flags redactions that hide nothing: text that still lies under a box or image drawn over it, and redaction
/// marks that were never applied.
///
/// ## Why
///
/// A black box over a name looks like a redaction and is a decoration: whoever selects the line and copies it
/// reads the name. It is the most public of all mistakes in document production.
///
/// ## Example
///
/// Flagged is a page on which three names lie under black rectangles and can be copied out, and one on which a
/// program's redaction marks were placed but never applied. The finding says how many words lie there and
/// where; it never repeats them.
///
/// ## What it does not do
///
/// It looks at PDF, where boxes and text are drawn apart. It does not tell whether the right passages were
/// redacted, nor what a burnt-in box hides. Text in white on white, or hidden by formatting, is told by
/// `hidden-content`.
public final class BadRedaction implements Check {
    private static final String REDACTION_MARK = "Redact";

    private static final Kind KIND = new Kind(
            "bad-redaction",
            1,
            "0.1",
            Kind.Family.CONFIDENTIALITY,
            "What was redacted is gone from the file.",
            List.of(),
            List.of(),
            List.of());

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public Outcome inspect(Inspection inspection, Parameters parameters) {
        Findings findings = new Findings(KIND);
        for (Inspection.ReadPart part : inspection.readable()) {
            Map<String, List<Fact.CoveredText>> byPlace = part.document()
                    .facts(Fact.CoveredText.class)
                    .collect(Collectors.groupingBy(
                            covered -> covered.place().describe(), TreeMap::new, Collectors.toList()));
            part.document()
                    .facts(Fact.CoveredText.class)
                    .map(Fact.CoveredText::place)
                    .distinct()
                    .forEach(place -> covered(part, place, byPlace.get(place.describe()), findings));
            part.document()
                    .facts(Fact.Annotation.class)
                    .filter(annotation -> annotation.kind().equals(REDACTION_MARK))
                    .map(Fact.Annotation::place)
                    .distinct()
                    .forEach(place -> unapplied(part, place, findings));
        }
        return findings.outcome(
                "place where a redaction hides nothing|places where a redaction hides nothing",
                "No text lies under a box or an unapplied redaction mark.");
    }

    private static void covered(
            Inspection.ReadPart part, Place place, List<Fact.CoveredText> covered, Findings findings) {
        int words = covered.stream()
                .mapToInt(each -> Words.count(part.document().text(each.span())))
                .sum();
        findings.about(
                part.part().name(),
                place,
                "covered " + place.describe(),
                counted(words, "word lies", "words lie") + " under "
                        + counted(covered.size(), "opaque box or image", "opaque boxes or images")
                        + " and can be copied out.",
                "Redact with a program that removes the text, then check by selecting the box and copying.");
    }

    private static void unapplied(Inspection.ReadPart part, Place place, Findings findings) {
        findings.about(
                part.part().name(),
                place,
                "mark " + place.describe(),
                "A redaction was marked here and never applied.",
                "Apply the redactions, and save the result as a new file.");
    }

    private static String counted(int count, String one, String more) {
        return count + " " + (count == 1 ? one : more);
    }
}
