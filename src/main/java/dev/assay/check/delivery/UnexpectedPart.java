package dev.assay.check.delivery;

import dev.assay.check.Background;
import dev.assay.check.Check;
import dev.assay.check.Findings;
import dev.assay.check.Inspection;
import dev.assay.check.Kind;
import dev.assay.check.Outcome;
import dev.assay.check.Parameters;
import dev.assay.document.Place;
import java.util.List;

/// Flags files that came along and that neither the work order expects nor the manifest lists.
///
/// ## Why
///
/// What nobody asked for is often what nobody meant to send: a working file, an earlier draft, somebody else's
/// document. It would be passed on with the rest.
///
/// ## Example
///
/// A package for a deliverable that expects the roles `report` and `annex` holds `HB-101-report.docx`,
/// `HB-101-annex.xlsx` and `notes to self.docx`: the third is flagged. So is a file that the manifest, which lists the
/// other two, does not list.
///
/// ## What it does not do
///
/// Where nothing in particular is expected, no manifest lists files, and every file is named for its deliverable, it
/// does not apply. It does not look into the file; all other checks do. A checklist that does not name this kind has it
/// all the same wherever something is expected: minor, for a reviewer. Name it to choose otherwise.
///
/// In a stand-alone check, and so in examples, it is not run: only the gate knows what is expected.
public final class UnexpectedPart implements Check {
    private static final Kind KIND = new Kind(
            "unexpected-part",
            1,
            "0.1",
            Kind.Family.DELIVERY,
            "Nothing was delivered that is not expected.",
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
        if (!delivery.expects() && delivery.unexpected().isEmpty()) {
            return new Outcome.NotApplicable("No particular parts are expected.");
        }
        Findings findings = new Findings(KIND);
        for (String name : delivery.unexpected()) {
            findings.about(
                    name,
                    new Place.Whole(),
                    name,
                    "The file is not among the parts that are expected or listed.",
                    "Leave it out, or list it in manifest.yaml with its role.");
        }
        return findings.outcome("part that nobody expected|parts that nobody expected", "Every part is expected.");
    }
}
