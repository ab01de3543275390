/// Every meter Assay has, each described once.
@NullMarked
package dev.assay.meter;

import org.jspecify.annotations.NullMarked;
