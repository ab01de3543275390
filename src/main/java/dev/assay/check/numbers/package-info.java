/// Check kinds about figures, and the arithmetic they share: decimal, with the intervals that displayed digits
/// leave open, never floating point.
@NullMarked
package dev.assay.check.numbers;

import org.jspecify.annotations.NullMarked;
