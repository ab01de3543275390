package dev.assay.check.hygiene;

import dev.assay.check.Check;
import dev.assay.check.Findings;
import dev.assay.check.Inspection;
import dev.assay.check.Kind;
import dev.assay.check.Outcome;
import dev.assay.check.Parameters;
import dev.assay.document.Fact;
import dev.assay.document.Place;
import java.util.List;

/// Flags a file that is not what its name says.
///
/// ## Why
///
/// A workbook called `.pdf` does not open for its reader, and a name that lies is how something dangerous gets
/// past a filter. Assay reads by content, so that the wrong name hides nothing from the other checks; the
/// reader at the client's still stumbles over it.
///
/// ## Example
///
/// Flagged is `annual-report.docx` that holds a PDF, and a file inside a package whose name claims another type
/// than its content has.
///
/// ## What it does not do
///
/// A name without an ending, or with one that stands for several formats, claims nothing and is not flagged.
/// Formats that are read alike (`.txt` and `.md`) are not told apart. Whether a type may be delivered at all is
/// said by `file-name`.
public final class TypeMismatch implements Check {
    private static final Kind KIND = new Kind(
            "type-mismatch",
            1,
            "0.1",
            Kind.Family.HYGIENE,
            "Every file is of the type its name says.",
            List.of(),
            List.of(),
            List.of());

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public Unread unread(Parameters parameters) {
        return Unread.HARMLESS_IN_A_READ_PART;
    }

    @Override
    public Outcome inspect(Inspection inspection, Parameters parameters) {
        Findings findings = new Findings(KIND);
        for (Inspection.ReadPart part : inspection.readable()) {
            part.document()
                    .facts(Fact.TypeMismatch.class)
                    .forEach(mismatch -> findings.about(
                            part.part().name(),
                            new Place.Whole(),
                            mismatch.claimed(),
                            "The name says " + mismatch.claimed() + ", the content is " + mismatch.found() + ".",
                            "Deliver the file in the format its name says, or name it by what it is."));
        }
        return findings.outcome(
                "file is not what its name says|files are not what their names say",
                "Every file is of the type its name says.");
    }
}
