package dev.assay.lab.bench;

/// What reading one file cost; times in nanoseconds, the least of some rounds.
///
/// @param tika      processor time of raw Tika
/// @param assay     processor time of Assay's reader with languages
/// @param languages processor time of the languages alone
/// @param pdfText   processor time of a PDF's text, boxes and fonts alone, 0 for other formats
/// @param wall      wall time of Assay's reader within the process
/// @param child     wall time of reading in a child, seen from the parent
record ReadCost(
        String file, String reader, long tika, long assay, long languages, long pdfText, long wall, long child) {

    /// Assay's reader without the languages.
    long reading() {
        return Math.max(0, assay - languages);
    }
}
