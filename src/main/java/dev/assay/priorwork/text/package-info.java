/// Texts as they are compared: the normal form with its offsets, words, stems and stop words.
@NullMarked
package dev.assay.priorwork.text;

import org.jspecify.annotations.NullMarked;
