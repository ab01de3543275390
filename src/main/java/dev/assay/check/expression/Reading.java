package dev.assay.check.expression;

import dev.assay.check.Inspection;
import dev.assay.document.Span;

/// A place where a named figure stands.
///
/// @param part     the file
/// @param span     of the figure in its document
/// @param shown    as written, on one line
/// @param value    what it may be; a per cent as a share
/// @param percent  whether it is a per cent
/// @param own      whether the vendor delivered it, so that a finding may stand there
/// @param quotable whether it may be told to the vendor
record Reading(
        Inspection.ReadPart part,
        Span span,
        String shown,
        Value value,
        boolean percent,
        boolean own,
        boolean quotable) {
    /// Such as `report.docx, page 2`.
    String where() {
        return part.part().name() + ", " + part.document().placeAt(span.start()).describe();
    }
}
