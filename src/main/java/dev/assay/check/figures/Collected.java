package dev.assay.check.figures;

import dev.assay.check.Findings;
import dev.assay.check.Inspection;
import dev.assay.check.Kind;
import dev.assay.check.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What a kind has found so far: faults of the part at hand, told in order of place and once for each place, and
/// doubts.
final class Collected {
    private final Findings findings;
    private final List<Fault> faults = new ArrayList<>();
    private final List<String> doubts = new ArrayList<>();
    private int looked;

    Collected(Kind kind) {
        findings = new Findings(kind);
    }

    void fault(Fault fault) {
        faults.add(fault);
    }

    void doubt(String doubt) {
        doubts.add(doubt);
    }

    /// Counts what was looked at.
    void looked() {
        looked++;
    }

    /// Tells the faults of a part.
    void tell(Inspection.ReadPart part) {
        faults.sort(Comparator.comparingInt(fault -> fault.span().start()));
        int end = 0;
        for (Fault fault : faults) {
            if (fault.span().start() >= end) {
                findings.at(part, fault.span(), fault.message(), fault.remedy());
                end = fault.span().end();
            }
        }
        faults.clear();
    }

    /// @param nothing the reason where nothing of the kind was there to look at
    Outcome outcome(String unclear, String nothing, String failed, String passed) {
        String few = String.join("; ", doubts.subList(0, Math.min(3, doubts.size())))
                + (doubts.size() > 3 ? "; and " + (doubts.size() - 3) + " more." : ".");
        if (findings.isEmpty() && !doubts.isEmpty()) {
            return new Outcome.CannotTell(unclear + ": " + few, Outcome.Cause.CONTENT);
        }
        if (findings.isEmpty() && looked == 0) {
            return new Outcome.NotApplicable(nothing);
        }
        Outcome outcome = findings.outcome(failed, passed);
        return outcome instanceof Outcome.Failed failure && !doubts.isEmpty()
                ? new Outcome.Failed(failure.reason() + " Not told: " + few, failure.findings())
                : outcome;
    }

    int count() {
        return looked;
    }
}
