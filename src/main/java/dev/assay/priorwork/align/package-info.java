/// Which passages two texts share, word by word.
@NullMarked
package dev.assay.priorwork.align;

import org.jspecify.annotations.NullMarked;
