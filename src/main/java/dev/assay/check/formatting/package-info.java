/// Kinds that look at how a document is set, not at what it says.
@NullMarked
package dev.assay.check.formatting;

import org.jspecify.annotations.NullMarked;
