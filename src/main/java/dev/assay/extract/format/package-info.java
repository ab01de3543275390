/// What a file is, found from its content, and what its name claims.
@NullMarked
package dev.assay.extract.format;

import org.jspecify.annotations.NullMarked;
