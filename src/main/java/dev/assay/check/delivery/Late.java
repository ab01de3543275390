package dev.assay.check.delivery;

import dev.assay.check.Background;
import dev.assay.check.Check;
import dev.assay.check.Findings;
import dev.assay.check.Inspection;
import dev.assay.check.Kind;
import dev.assay.check.Outcome;
import dev.assay.check.Parameters;
import dev.assay.checklist.Parameter;
import dev.assay.document.Place;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Flags a delivery that came after it was due.
///
/// ## Why
///
/// A deadline that nobody records is no deadline. Lateness cannot be mended by rework, so an item of this kind is best
/// written with `effect: record`: it is noted for the vendor's record and sends nothing back.
///
/// ## Example
///
/// ```yaml
/// - id: in-time
///   check: late
///   with: {grace-minutes: 60}
///   severity: minor
///   effect: record
///   requirement: Deliver by the time that was agreed.
/// ```
///
/// A report due on Friday at 17:00 whose last file was complete at 20:20 is "3 h 20 min late".
///
/// ## What it does not do
///
/// Which moment of an arrival counts, and whether nights, weekends and holidays do, is the work order's to say
/// (`counts`
/// and `calendar`); pauses of the vendor's clock are taken off. The kind flags what is left. In a stand-alone check,
/// and
/// so in examples, it is not run: only the gate knows what is due.
public final class Late implements Check {
    private static final Kind KIND = new Kind(
            "late",
            1,
            "0.1",
            Kind.Family.DELIVERY,
            "The delivery came in time.",
            List.of(Parameter.of(
                    "grace-minutes",
                    Parameter.Type.COUNT,
                    0,
                    "How many minutes after the due time still count as in time.")),
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
        return Unread.HARMLESS;
    }

    @Override
    public Outcome inspect(Inspection inspection, Parameters parameters) {
        Background.Round round = inspection.background().round();
        if (round == null) {
            return new Outcome.NotRun("Only the client's gate knows when the delivery was due.");
        }
        Findings findings = new Findings(KIND);
        Duration late = Duration.ofSeconds(round.lateSeconds());
        if (late.compareTo(Duration.ofMinutes(parameters.count("grace-minutes").orElse(0))) > 0) {
            findings.about(
                    "",
                    new Place.Whole(),
                    "round " + round.number(),
                    "The delivery came " + length(late) + " late. It was due " + round.due() + ".",
                    "Nothing can be mended here. Tell the client early when a deadline cannot be kept.");
        }
        return findings.outcome(
                "delivery after the due time",
                late.isPositive()
                        ? "The delivery came " + length(late) + " late, within the time allowed."
                        : "The delivery came in time.");
    }

    /// Such as `2 d 1 h` or `20 min`.
    private static String length(Duration late) {
        List<String> words = new ArrayList<>();
        if (late.toDaysPart() > 0) {
            words.add(late.toDaysPart() + " d");
        }
        if (late.toHoursPart() > 0) {
            words.add(late.toHoursPart() + " h");
        }
        if (late.toMinutesPart() > 0 && late.toDaysPart() == 0) {
            words.add(late.toMinutesPart() + " min");
        }
        return words.isEmpty() ? "less than a minute" : String.join(" ", words);
    }
}
