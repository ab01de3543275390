/// PDF (ISO 32000). [PdfReader][dev.assay.extract.pdf.PdfReader] runs through the content of the pages
/// (`extract.pdf.page`), sorts their glyphs into lines, columns and tables (`extract.pdf.layout`), writes them in
/// reading order and adds what the file's objects tell (`extract.pdf.facts`). Where each word stands is handed out
/// beside the document.
@NullMarked
package dev.assay.extract.pdf;

import org.jspecify.annotations.NullMarked;
