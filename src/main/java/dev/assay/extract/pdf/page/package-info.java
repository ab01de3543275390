/// Runs through the content of PDF pages: which glyphs, lines, areas and images are drawn where, in which order,
/// and what is seen of them. Looks up, never decodes images, never follows anything outside the file.
@NullMarked
package dev.assay.extract.pdf.page;

import org.jspecify.annotations.NullMarked;
