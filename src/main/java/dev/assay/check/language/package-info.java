/// Check kinds about the words of a deliverable.
@NullMarked
package dev.assay.check.language;

import org.jspecify.annotations.NullMarked;
