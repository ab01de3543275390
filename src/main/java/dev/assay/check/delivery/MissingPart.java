package dev.assay.check.delivery;

import dev.assay.check.Background;
import dev.assay.check.Check;
import dev.assay.check.Findings;
import dev.assay.check.Inspection;
import dev.assay.check.Kind;
import dev.assay.check.Outcome;
import dev.assay.check.Parameters;
import dev.assay.document.Place;
import dev.assay.work.Expectation;
import java.util.List;

/// Flags files that the work order or the manifest expects and that did not come.
///
/// ## Why
///
/// A report without its annex, or tables without their codebook, cannot be used, and nobody notices until they are
/// needed. A vendor that lists what it delivers and leaves one file out would want to know at once.
///
/// ## Example
///
/// A deliverable expects the roles `report` and `annex`; the vendor delivers `HB-101-report.docx` alone. It waits for
/// the deliverable's `assembly-window`; when the annex has not come by then, its absence is found here. The same for a
/// file that the vendor's own manifest lists.
///
/// ```yaml
/// - id: all-parts
///   check: missing-part
///   severity: critical
///   requirement: The delivery is complete.
/// ```
///
/// ## What it does not do
///
/// Parts that are not required are not missed. Where nothing in particular is expected and no manifest lists files,
/// it does not apply. A checklist that does not name this kind has it all the same wherever something is expected:
/// major, blocking, for rework. Name it to choose otherwise.
///
/// In a stand-alone check, and so in examples, it is not run: only the gate knows what is expected.
public final class MissingPart implements Check {
    private static final Kind KIND = new Kind(
            "missing-part",
            1,
            "0.1",
            Kind.Family.DELIVERY,
            "Every part that is expected was delivered.",
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
        return Unread.HARMLESS;
    }

    @Override
    public Outcome inspect(Inspection inspection, Parameters parameters) {
        Background.Delivery delivery = inspection.background().delivery();
        if (delivery == null) {
            return new Outcome.NotRun("Only the client's gate knows which parts are expected.");
        }
        if (!delivery.expects()) {
            return new Outcome.NotApplicable("No particular parts are expected.");
        }
        Findings findings = new Findings(KIND);
        for (Expectation.Missing part : delivery.missing()) {
            boolean listed = !part.name().isEmpty();
            findings.about(
                    "",
                    new Place.Whole(),
                    part.role() + '\0' + part.name(),
                    listed
                            ? "'" + part.name() + "' is in the manifest and was not delivered."
                            : "The part '" + part.role() + "' was not delivered.",
                    listed
                            ? "Deliver it, or take it off the manifest if it is not part of the delivery."
                            : "Deliver it, named so that it is known for what it is, or listed in manifest.yaml with"
                                    + " that role.");
        }
        return findings.outcome("missing part|missing parts", "Every part that is expected was delivered.");
    }
}
