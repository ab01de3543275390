/// Every format without a reader of its own, through Tika, with the places it gives.
@NullMarked
package dev.assay.extract.tika;

import org.jspecify.annotations.NullMarked;
