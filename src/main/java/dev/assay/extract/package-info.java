/// All that opens a vendor's bytes: what a file is, what it contains, and its text with places. Runs in a child
/// process only.
@NullMarked
package dev.assay.extract;

import org.jspecify.annotations.NullMarked;
