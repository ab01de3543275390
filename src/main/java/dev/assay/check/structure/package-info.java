/// Check kinds about how a deliverable is built: its name, parts, sections, length and what was left
/// unfinished.
@NullMarked
package dev.assay.check.structure;

import org.jspecify.annotations.NullMarked;
