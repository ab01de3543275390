/// Presentations (ISO/IEC 29500-1, PresentationML). Start with
/// [PresentationReader][dev.assay.extract.slides.PresentationReader].
@NullMarked
package dev.assay.extract.slides;

import org.jspecify.annotations.NullMarked;
