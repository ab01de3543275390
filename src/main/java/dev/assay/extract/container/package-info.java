/// Zip and gzip: what they hold is counted on the actual bytes before any reader opens them.
@NullMarked
package dev.assay.extract.container;

import org.jspecify.annotations.NullMarked;
