/// Where bytes rest: blobs encrypted under the installation's intake key before identification and under their
/// client's key after it.
@NullMarked
package dev.assay.vault;

import org.jspecify.annotations.NullMarked;
