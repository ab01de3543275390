package dev.assay.extract;

import dev.assay.config.RecordSchema;
import dev.assay.document.Extraction;

/// What `assay read --json` prints for a file.
///
/// @param format     [#FORMAT]
/// @param file       the file's name as given
/// @param extraction what reading it came to
public record ReadDocument(String format, String file, Extraction extraction) {
    /// Name and version of this shape. The version is counted up when something that was there goes away or
    /// changes its meaning; new kinds of facts and new fields may come without.
    public static final String FORMAT = "assay-document/1";

    public ReadDocument(String file, Extraction extraction) {
        this(FORMAT, file, extraction);
    }

    /// The JSON Schema of this shape.
    public static String schema() {
        return RecordSchema.of("A file as Assay read it, " + FORMAT, ReadDocument.class);
    }
}
