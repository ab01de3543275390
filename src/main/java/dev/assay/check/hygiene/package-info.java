/// Kinds that look at what a file carries beside what its reader sees.
@NullMarked
package dev.assay.check.hygiene;

import org.jspecify.annotations.NullMarked;
