/// What a virus scanner says of an arrival's bytes, before anything of ours looks into them.
@NullMarked
package dev.assay.intake.scan;

import org.jspecify.annotations.NullMarked;
