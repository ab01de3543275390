/// PDF (ISO 32000). [PdfReader][dev.assay.extract.pdf.PdfReader] takes the glyphs of each page, sorts them into
/// lines, columns and tables, and writes them in reading order; facts come from the file's objects.
@NullMarked
package dev.assay.extract.pdf;

import org.jspecify.annotations.NullMarked;
