/// All prior work as keyed fingerprints, without text, and what of it may share passages with a text.
@NullMarked
package dev.assay.priorwork.index;

import org.jspecify.annotations.NullMarked;
