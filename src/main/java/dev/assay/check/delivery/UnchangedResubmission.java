package dev.assay.check.delivery;

import dev.assay.check.Background;
import dev.assay.check.Check;
import dev.assay.check.Finding;
import dev.assay.check.Findings;
import dev.assay.check.FoldedText;
import dev.assay.check.Inspection;
import dev.assay.check.Kind;
import dev.assay.check.Outcome;
import dev.assay.check.Parameters;
import dev.assay.check.StandingQuote;
import dev.assay.document.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Flags passages that a rework letter asked to mend and that came back as they were.
///
/// ## Why
///
/// A file saved anew has other bytes and the same faults. Where most of a letter was left undone, the next round is
/// lost before anybody has read it.
///
/// ## Example
///
/// The letter of round 1 quoted "Awareness rose to 47 %" and asked to correct it. In round 2 the sentence stands with
/// the
/// same words around it: it is flagged, with what the letter said. A point that the vendor disputes, has a question
/// about, or answers in `manifest.yaml` with words of its own is not held against it here.
///
/// ```yaml
/// - id: letter-answered
///   check: unchanged-resubmission
///   severity: major
///   effect: review
///   requirement: Mend what the letter asks for, or say why not.
/// ```
///
/// ## What it does not do
///
/// It looks at the quoted text only. A point about something absent has none and is left to its own item; so is whether
/// a changed passage is right now. A fault that was mended elsewhere, as by adding a source to the list, leaves its
/// passage as it was: answer such a point in the manifest. It does not apply in a first round, and is not run in a
/// stand-alone check.
public final class UnchangedResubmission implements Check {
    private static final Kind KIND = new Kind(
            "unchanged-resubmission",
            1,
            "0.1",
            Kind.Family.DELIVERY,
            "What a rework letter asked for was mended or answered.",
            List.of(),
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
    public Unread unread(Parameters parameters) {
        return Unread.MAY_HIDE_FAULTS;
    }

    @Override
    public Outcome inspect(Inspection inspection, Parameters parameters) {
        Background.Round round = inspection.background().round();
        if (round == null) {
            return new Outcome.NotRun("Only the client's gate knows the round before.");
        }
        if (round.number() == 1) {
            return new Outcome.NotApplicable("This is the first round.");
        }
        Map<Inspection.ReadPart, FoldedText> texts = new HashMap<>();
        inspection
                .readable()
                .forEach(part -> texts.put(part, FoldedText.of(part.document().text(), true)));
        Findings findings = new Findings(KIND);
        for (Background.Asked asked : round.asked()) {
            Finding.Quote quote = asked.finding().quote();
            if (quote != null) {
                tell(inspection, texts, round, asked, StandingQuote.of(quote), findings);
            }
        }
        return findings.outcome(
                "passage came back as it was|passages came back as they were",
                "No passage that the letter quoted came back as it was.");
    }

    private static void tell(
            Inspection inspection,
            Map<Inspection.ReadPart, FoldedText> texts,
            Background.Round round,
            Background.Asked asked,
            StandingQuote quote,
            Findings findings) {
        for (Inspection.ReadPart part : inspection.readable()) {
            Optional<Span> span = quote.in(texts.getOrDefault(part, FoldedText.of("", true)));
            if (span.isPresent()) {
                findings.at(
                        part,
                        span.get(),
                        "This is as it was in round " + (round.number() - 1) + ", whose letter said: "
                                + asked.finding().message() + " (" + asked.requirement() + ")",
                        asked.finding().remedy()
                                + " If it was mended elsewhere or is right, answer the point in manifest.yaml.");
                return;
            }
        }
    }
}
