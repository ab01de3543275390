/// From the glyphs and lines of PDF pages to lines, columns, tables, paragraphs and headings in reading order.
/// Knows coordinates and text only, nothing of PDF objects.
@NullMarked
package dev.assay.extract.pdf.layout;

import org.jspecify.annotations.NullMarked;
