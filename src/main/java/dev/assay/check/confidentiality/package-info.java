/// Check kinds that look for what does not belong in this client's deliverable.
@NullMarked
package dev.assay.check.confidentiality;

import org.jspecify.annotations.NullMarked;
