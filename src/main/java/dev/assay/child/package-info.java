/// Worker processes: everything that opens a vendor's bytes, and every check, runs in one, so that a hang, a
/// crash or a flood ends a child and never Assay.
@NullMarked
package dev.assay.child;

import org.jspecify.annotations.NullMarked;
