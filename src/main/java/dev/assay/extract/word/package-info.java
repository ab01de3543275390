/// Word documents (ISO/IEC 29500-1, WordprocessingML). Start with [WordReader][dev.assay.extract.word.WordReader].
@NullMarked
package dev.assay.extract.word;

import org.jspecify.annotations.NullMarked;
