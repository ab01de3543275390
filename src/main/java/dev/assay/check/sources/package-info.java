/// Check kinds about what a statement rests on. [RequiredNear] asks for a source, a base or a test beside what
/// needs one; [Anchors] finds what does, [Surroundings] what counts as beside it.
@NullMarked
package dev.assay.check.sources;

import org.jspecify.annotations.NullMarked;
