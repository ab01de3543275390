package dev.assay.check.expression;

import dev.assay.check.Inspection;
import dev.assay.document.Span;

/// A place where a named figure stands.
///
/// @param source  the file
/// @param span    of the figure in its document
/// @param shown   as written, on one line
/// @param value   what it may be; a per cent as a share
/// @param percent whether it is a per cent
record Reading(Source source, Span span, String shown, Value value, boolean percent) {
    /// A file in which figures are looked for.
    ///
    /// @param own      whether the vendor delivered it, so that a finding may stand there
    /// @param quotable whether it may be told to the vendor
    record Source(Inspection.ReadPart part, boolean own, boolean quotable) {
        /// Such as `report.docx, page 2`.
        String where(Span span) {
            return part.part().name() + ", "
                    + part.document().placeAt(span.start()).describe();
        }
    }

    String where() {
        return source.where(span);
    }
}
