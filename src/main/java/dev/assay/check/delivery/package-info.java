/// Check kinds about what was delivered against what was expected.
@NullMarked
package dev.assay.check.delivery;

import org.jspecify.annotations.NullMarked;
