/// Numbers as a spreadsheet shows them, by the format codes of ISO/IEC 29500-1, 18.8.31. Start with
/// [DisplayedNumber][dev.assay.extract.number.DisplayedNumber].
@NullMarked
package dev.assay.extract.number;

import org.jspecify.annotations.NullMarked;
