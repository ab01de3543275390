/// Plain and delimited text, and images.
@NullMarked
package dev.assay.extract.plain;

import org.jspecify.annotations.NullMarked;
